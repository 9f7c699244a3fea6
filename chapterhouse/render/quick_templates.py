"""Templates that spend less on what they do most: escaping texts, and looking into dicts.

What they write is the same as with Jinja's own functions; tests/render/test_quick_templates.py compares them.
"""

from collections.abc import Callable
from types import CodeType
from typing import Any

import jinja2
import markupsafe

_inner: Callable[[str], str] = getattr(markupsafe, "_escape_inner", markupsafe.escape)
_OF_DICTS = frozenset(dir(dict))
"""Names that mean a method of a dict and not what it holds."""


def escaped(value: Any) -> str:
    """Return a value as text of a page; it is put into nothing else, and so need not be marked as safe."""
    return _inner(value) if value.__class__ is str else str(markupsafe.escape(value))


class QuickTemplate(jinja2.Template):
    """A compiled template whose output is escaped by `escaped`."""

    @classmethod
    def from_code(cls, environment: Any, code: CodeType, globals: Any, *more: Any) -> Any:
        """Return a template of compiled code."""
        found = super().from_code(environment, code, globals, *more)
        found.root_render_func.__globals__["escape"] = escaped
        return found


class QuickEnvironment(jinja2.Environment):
    """Jinja's environment with those templates."""

    template_class = QuickTemplate

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return what `obj.attribute` means in a template: for a dict without exceptions on the way."""
        if obj.__class__ is dict and attribute in obj and attribute not in _OF_DICTS:
            return obj[attribute]
        try:
            return getattr(obj, attribute)
        except AttributeError:
            return super().getattr(obj, attribute)
