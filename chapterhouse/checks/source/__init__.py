"""Rules on what people wrote, seen across the whole network."""
