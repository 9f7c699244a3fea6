"""Chapterhouse: a static site generator for association networks."""

__version__ = "0.1.0"
