"""Templates that escape and look up quickly, held against Jinja's own."""

from dataclasses import dataclass
from typing import Any

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from chapterhouse.render.quick_templates import QuickEnvironment, escaped

SOURCES = [
    "{{ a }}|{{ a.b }}|{{ a['b'] }}|{{ c }}",
    "{% set x %}<i>{{ c }}</i>{% endset %}{{ x }}{{ x ~ c }}",
    "{% macro m(v) %}<b>{{ v }}{{ caller() }}</b>{% endmacro %}{% call m(c) %}{{ a.b }}{% endcall %}",
    "{% for key, value in a.items() %}{{ key }}={{ value }};{% endfor %}{{ a.keys() | list }}",
    "{{ a.get('items') }}{{ c | upper | e }}{{ c | safe }}",
    "{{ [c, a.b] | join(', ') }}{{ ('%s' | format(c)) }}{{ none }}{{ 3.5 }}",
]


@dataclass
class Thing:
    b: Any


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("b", ["<b>&\"'", Markup("<b>"), 7, None, ["<"], Thing("<")])
@pytest.mark.parametrize("c", ["plain", "<c>", Markup("<c>")])
def test_the_same_is_written(source: str, b: Any, c: Any) -> None:
    names = {"a": {"b": b, "items": "<own>"}, "c": c}
    ours, theirs = (
        kind(autoescape=True).from_string(source).render(names)
        for kind in (QuickEnvironment, jinja2.Environment)
    )
    assert ours == theirs


@given(st.text())
def test_any_text_is_escaped_the_same(text: str) -> None:
    assert escaped(text) == str(Markup.escape(text))


def test_what_is_safe_stays() -> None:
    assert escaped(Markup("<b>")) == "<b>"


def test_objects_are_asked_as_before() -> None:
    env = QuickEnvironment(autoescape=True, undefined=jinja2.StrictUndefined)
    assert env.from_string("{{ a.b }}").render(a=Thing("<")) == "&lt;"
    with pytest.raises(jinja2.UndefinedError):
        env.from_string("{{ a.c }}").render(a={"b": 1})
