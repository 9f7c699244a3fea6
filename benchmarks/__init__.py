"""The benchmark: one corpus, every contender, one table."""
