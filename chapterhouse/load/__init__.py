"""Reads every record and entry, and finds every mistake, before anything is rendered."""
