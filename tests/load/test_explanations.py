"""Every diagnostic of load has a text for people."""

import ast
import re
from pathlib import Path

from chapterhouse import field_types, load
from chapterhouse.load import explanations, read_explanations

CODE = re.compile(r"[a-z]+(?:-[a-z0-9]+)+")
PLACES = {"code", "_make", "Finding", "Missing", "Refused", "_refused", "Accepts", "_tell"}


def produced() -> set[str]:
    """Return every code that the modules of load and the types of the fields give."""
    files = [*Path(load.__path__[0]).glob("*.py"), Path(field_types.__file__)]
    found: set[str] = set()
    for file in files:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                given = [k.value for k in node.keywords if k.arg == "code"]
                given += node.args[:2] if name in PLACES else []
                found |= {text for arg in given for text in _texts(arg)}
            elif isinstance(node, ast.Yield) and isinstance(node.value, ast.Tuple):
                found |= {text for arg in node.value.elts for text in _texts(arg)}
            elif isinstance(node, ast.Assign) and any("code" in ast.dump(t) for t in node.targets):
                found |= set(_texts(node.value))
    return found


def _texts(node: ast.AST) -> list[str]:
    constants = [n.value for n in ast.walk(node) if isinstance(n, ast.Constant)]
    return [text for text in constants if isinstance(text, str) and CODE.fullmatch(text)]


def test_every_code_has_an_explanation() -> None:
    codes = produced()
    assert {"yaml-tab", "unknown-field", "bad-url", "duplicate-url", "missing-record", "broken-link"} <= codes
    assert codes - explanations().keys() == {"utf-8"}  # The name of the encoding, which looks like one.


def test_no_explanation_is_for_nothing() -> None:
    source = "".join(file.read_text(encoding="utf-8") for file in Path(load.__path__[0]).glob("*.py"))
    source += Path(field_types.__file__).read_text(encoding="utf-8")
    assert [code for code in read_explanations() if f'"{code}"' not in source] == []


def test_explanations_are_sorted_and_have_words() -> None:
    texts = read_explanations()
    assert list(texts) == sorted(texts)
    assert all(len(text) > 60 for text in texts.values())
    assert list(explanations()) == sorted(explanations())
