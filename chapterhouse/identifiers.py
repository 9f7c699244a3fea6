"""Identifiers that stay the same in every build and on every machine: UUIDs of names (RFC 9562)."""

from functools import lru_cache
from hashlib import sha1

_NAMESPACE = bytes.fromhex("6ba7b8119dad11d180b400c04fd430c8")
"""`uuid.NAMESPACE_URL`; the module asks the machine what it is when it is imported."""


@lru_cache(maxsize=8192)
def identifier(url: str) -> str:
    """Return the UUID that `uuid5(NAMESPACE_URL, url)` makes, in a fraction of its time."""
    digest = sha1(_NAMESPACE + url.encode(), usedforsecurity=False).digest()
    number = int.from_bytes(digest[:16]) & ~(0xF << 76) & ~(0x3 << 62) | 5 << 76 | 2 << 62
    words = f"{number:032x}"
    return f"{words[:8]}-{words[8:12]}-{words[12:16]}-{words[16:20]}-{words[20:]}"
