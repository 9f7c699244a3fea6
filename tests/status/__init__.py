"""Tests of the steward's view."""
