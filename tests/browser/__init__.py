"""Published pages in a real Chromium."""
