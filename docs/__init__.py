"""The documentation, and the program that computes the parts of it that the code knows."""
