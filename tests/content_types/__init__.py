"""What each kind of entry accepts."""
