"""The operator's mistakes, apart from `diagnostics.py` so that a build with nothing to do need not import that."""


class ChapterhouseError(Exception):
    """The operator's mistake (a folder that is not a network, a port in use): one sentence, exit code 2."""
