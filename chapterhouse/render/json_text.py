"""Structured data as the text of a page: JSON that is safe inside a `<script>` element."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

# JSON inside <script> must not end the element, and U+2028 and U+2029 end lines of older JavaScript.
_ESCAPES = {char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def encoded(thing: Mapping[str, Any]) -> str:
    """Return one thing as JSON."""
    text = _ENCODER.encode(thing)
    for char, code in _ESCAPES.items():
        if char in text:
            text = text.replace(char, code)
    return text


def joined(texts: Sequence[str]) -> str:
    """Return things that are JSON already as one JSON-LD text; empty where there are none."""
    if not texts:
        return ""
    if len(texts) == 1:
        return f'{{"@context":"https://schema.org",{texts[0][1:]}'
    return f'{{"@context":"https://schema.org","@graph":[{",".join(texts)}]}}'
