"""What is built, kept, held or removed, and why: pure functions of the network and of what is remembered."""
