"""The operator's mistakes: apart from `diagnostics.py`, which a build with nothing to do does not import."""

import errno

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS})
_NO_MEMORY_OF = ("full", "I/O", "readonly", "unable to open")
"""Words in what SQLite says where a file cannot be written."""


class ChapterhouseError(Exception):
    """The operator's mistake (a folder that is not a network, a port in use): one sentence, exit code 2."""


def unwritable(problem: Exception) -> ChapterhouseError | None:
    """Return the sentence for a disk that is full or cannot be written; None for all else."""
    if isinstance(problem, OSError):
        is_ours = isinstance(problem, PermissionError) and ".chapterhouse" in str(problem.filename)
        if problem.errno in _NO_ROOM or is_ours:
            return ChapterhouseError(
                f"the disk cannot be written ({problem.strerror}); what is published is complete, "
                "and the next build goes on from here"
            )
    elif any(words in str(problem) for words in _NO_MEMORY_OF):
        return ChapterhouseError(f"the folder .chapterhouse cannot be written: {problem}")
    return None
