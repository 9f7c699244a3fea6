"""Each rule with a network that breaks it and one that keeps it."""
