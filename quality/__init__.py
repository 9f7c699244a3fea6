"""The developers' gates: what a page, the code and the tests must pass before a change lands."""
