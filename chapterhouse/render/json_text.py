"""JSON as the text of a page, safe inside a `<script>` element, and as the text of a feed."""

import json
from collections.abc import Sequence
from json.encoder import encode_basestring

# JSON inside <script> must not end the element, and U+2028 and U+2029 end lines of older JavaScript.
_ESCAPES = {char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}
_CONTROLS = tuple(map(chr, (*range(10), *range(11, 32))))
"""What JSON writes in a way of its own (RFC 8259, 7), besides the end of a line."""
_LONG = 1000
"""Characters from which on it pays to look for controls first."""

# Nothing that is encoded holds itself, and to look for that takes as long again.
encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


def quoted(text: str) -> str:
    """Return a text as JSON, where it is long in a quarter of the time that the encoder takes."""
    if len(text) < _LONG or any(char in text for char in _CONTROLS):
        return encode_basestring(text)
    text = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{text}"'


def joined(texts: Sequence[str]) -> str:
    """Return things that are JSON already as one JSON-LD text for a `<script>`; empty if there are none."""
    if not texts:
        return ""
    if len(texts) == 1:
        text = f'{{"@context":"https://schema.org",{texts[0][1:]}'
    else:
        text = f'{{"@context":"https://schema.org","@graph":[{",".join(texts)}]}}'
    for char, code in _ESCAPES.items():
        if char in text:
            text = text.replace(char, code)
    return text
