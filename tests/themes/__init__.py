"""Tests of the themes that ship."""
