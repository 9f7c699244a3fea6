"""Tests of chapterhouse/render."""
