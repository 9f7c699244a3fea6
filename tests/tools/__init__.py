"""Tests of what made the committed data."""
