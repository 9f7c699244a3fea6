"""Builds on several machines."""
