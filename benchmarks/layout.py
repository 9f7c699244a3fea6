"""Helpers that write a corpus to a folder: YAML, front matter and files."""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from posixpath import relpath

from benchmarks.corpus import Kind, Page, Site

Value = str | int | float | bool | Sequence["Value"] | Mapping[str, "Value"]

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 .,@-]*|\d{4}-\d\d-\d\d")
_RESERVED = {"true", "false", "yes", "no", "on", "off", "null", "y", "n"}


def write(path: Path, text: str) -> None:
    """Write a text file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def yaml(values: Mapping[str, Value], indent: str = "") -> str:
    """Write a mapping as the plain YAML that a person would write."""
    lines: list[str] = []
    for key, value in values.items():
        if isinstance(value, Mapping):
            lines += [f"{indent}{key}:", yaml(value, indent + "  ").rstrip("\n")]
        elif isinstance(value, Sequence) and not isinstance(value, str) and _has_mappings(value):
            lines.append(f"{indent}{key}:")
            lines += [_item(each, indent + "  ") for each in value]
        else:
            lines.append(f"{indent}{key}: {scalar(value)}")
    return "\n".join(lines) + "\n"


def scalar(value: Value) -> str:
    """Write one value: a plain word where YAML allows it, JSON (which is YAML) elsewhere."""
    if isinstance(value, str) and _PLAIN.fullmatch(value) and value.lower() not in _RESERVED:
        return value
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{', '.join(scalar(each) for each in value)}]"
    return json.dumps(value, ensure_ascii=False)


def entry(front_matter: Mapping[str, Value], body: str) -> str:
    """Join front matter and Markdown."""
    return f"---\n{yaml(front_matter)}---\n\n{body}"


def relative_entry(page: Page, kind: Kind, slug: str, pages_folder: str = "pages") -> str:
    """Write a link from an entry's file to another entry's file, as the git host follows it."""
    folders = {"pages": pages_folder, "news": "news", "events": "events"}
    return relpath(f"{folders[kind]}/{slug}.md", folders[page.kind])


def relative_address(page: Page, kind: Kind, slug: str) -> str:
    """Write a link from an entry's address to another entry's address."""
    return relpath(_address(kind, slug) or ".", page.address or ".") + "/"


def absolute_address(site: Site, kind: Kind, slug: str) -> str:
    """Write a link to an entry's address that leads there from everywhere, as feeds need it."""
    return f"/{site.slug}/{_address(kind, slug)}"


def _address(kind: Kind, slug: str) -> str:
    if slug == "index":
        return ""
    return f"{slug}/" if kind == "pages" else f"{kind}/{slug}/"


def _has_mappings(value: Sequence[Value]) -> bool:
    return any(isinstance(each, Mapping) for each in value)


def _item(value: Value, indent: str) -> str:
    if not isinstance(value, Mapping):
        return f"{indent}- {scalar(value)}"
    text = yaml(value, indent + "  ").rstrip("\n")
    return f"{indent}- {text[len(indent) + 2 :]}"
