"""Tests of chapterhouse.load."""
