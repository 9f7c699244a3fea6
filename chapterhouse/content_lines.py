"""Content lines, the form that calendars (RFC 5545) and vCards (RFC 6350) share: `NAME;PARAMETER=x:value`."""

from collections.abc import Iterable

LIMIT = 75
"""Octets that a line may have, its end not counted (RFC 5545, 3.1)."""

# Control characters have no place in either format; a tab may stay, but shows nowhere as one.
_CONTROL = {**dict.fromkeys((*range(9), *range(11, 32), 127), ""), ord("\t"): " "}


def text(words: str) -> str:
    """Return words as a TEXT value: escaped, and without control characters."""
    if not words.replace("\n", "").isprintable():
        # splitlines would also break at U+2028, which is an ordinary character here.
        words = words.replace("\r\n", "\n").replace("\r", "\n").translate(_CONTROL)
    return words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def texts(several: Iterable[str]) -> str:
    """Return several words as one value of a property that takes a list."""
    return ",".join(map(text, several))


def fold(line: str) -> str:
    """Break a line into pieces of at most 75 octets, each further one begun by a space, no character torn."""
    if line.isascii():
        further = [line[start : start + LIMIT - 1] for start in range(LIMIT, len(line), LIMIT - 1)]
        return "\r\n ".join([line[:LIMIT], *further])
    data = line.encode()
    pieces = []
    start = 0
    limit = LIMIT
    while len(data) - start > limit:
        end = start + limit
        while data[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(data[start:end])
        start = end
        # The space that begins a further piece counts too.
        limit = LIMIT - 1
    pieces.append(data[start:])
    return b"\r\n ".join(pieces).decode()


def joined(lines: Iterable[str]) -> str:
    """Return lines folded and ended as both formats want them."""
    # Most lines are short: asking here spares a call for each.
    folded = [line if len(line) <= LIMIT and line.isascii() else fold(line) for line in lines]
    folded.append("")
    return "\r\n".join(folded)


def document(lines: Iterable[str]) -> bytes:
    """Return lines as a file, in UTF-8."""
    return joined(lines).encode()
