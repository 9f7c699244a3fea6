"""A reader that goes away, such as `head`: the end of the output and no defect."""

import os
import sys

CLOSED = 141
"""The exit code of a program whose reader went away: 128 and the number of SIGPIPE (POSIX)."""


def reader_is_gone() -> int:
    """Let what is still buffered go nowhere, so that Python does not complain; return the exit code."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return CLOSED
