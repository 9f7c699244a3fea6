"""Programs that made data which is committed; nobody needs them to build a network."""
