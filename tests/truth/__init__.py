"""Incremental builds are clean builds, on any machine and after any accident."""
