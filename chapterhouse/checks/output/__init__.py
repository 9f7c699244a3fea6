"""Rules on what is published: they read finished pages, as a visitor's browser would."""
