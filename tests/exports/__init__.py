"""Tests of the data exports."""
