"""Templates that escape and look up quickly, held against Jinja's own."""

from dataclasses import dataclass
from typing import Any

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from chapterhouse.render.quick_templates import QuickEnvironment, escaped, filled

SOURCES = [
    "{{ a }}|{{ a.b }}|{{ a['b'] }}|{{ c }}",
    "{% set x %}<i>{{ c }}</i>{% endset %}{{ x }}{{ x ~ c }}",
    "{% macro m(v) %}<b>{{ v }}{{ caller() }}</b>{% endmacro %}{% call m(c) %}{{ a.b }}{% endcall %}",
    "{% for key, value in a.items() %}{{ key }}={{ value }};{% endfor %}{{ a.keys() | list }}",
    "{{ a.get('items') }}{{ c | upper | e }}{{ c | safe }}",
    "{{ c if a.b }}{{ a.b if not c }}{{ 'x' if a.x }}{% set d = c if a.x %}{{ d is defined }}{{ d }}",
    "{{ [c, a.b] | join(', ') }}{{ ('%s' | format(c)) }}{{ none }}{{ 3.5 }}",
    "{% for x in [c] %}{{ x.split('<', maxsplit=1)[-1].upper() }}{% endfor %}",
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


TEMPLATES = {
    "frame.html": "<title>{% block title %}{{ c }}{% endblock %}</title>"
    "{% block main %}{% endblock %}.{{ c }}",
    "inner.html": '{% extends "frame.html" %}{% set d = c ~ "!" %}not written'
    "{% block main %}{% for x in a recursive %}{{ x }}{{ loop.index }}{% if x is not string %}{{ loop(x) }}"
    "{% endif %}{% else %}none{% endfor %}{% endblock %}",
    "page.html": '{% extends "inner.html" %}{% block title %}{{ super() }}{{ self.main() }}{% endblock %}'
    '{% block main %}{{ super() }}{% set e = 1 %}{% include "piece.html" %}{% endblock %}',
    "piece.html": "{% filter upper %}{{ c }}{{ e }}{% endfilter %}"
    "{% with f = c %}{{ f }}{% endwith %}{% set e = 2 %}{{ e }}",
    "macros.html": "{% macro bold(x) %}<b>{{ x }}{{ network }}</b>{% endmacro %}",
    "import.html": '{% from "macros.html" import bold %}{{ bold(c) }}'
    '{% import "macros.html" as m with context %}{{ m.bold(a[0]) }}',
    "perhaps.html": '{% include ["nothing.html", "piece.html"] %}{% include "nothing.html" ignore missing %}'
    '{% include "piece.html" ignore missing without context %}',
    "plain.html": '{% extends "frame.html" %} {% block main %}{{ super() }}{{ self.title() }}{% endblock %}',
    "plainer.html": '{% extends "plain.html" %}{% block title %}{{ c }}{{ super() }}{% endblock %}'
    "{% block main %}{% for x in a %}{% block each scoped %}{{ x }}{% endblock %}{% endfor %}{% endblock %}",
    "text.html": '{{ c }}before{% extends "plain.html" %}after',
    "above.html": '{% extends "page.html" %}{% block title %}{{ d }}{{ super() }}{% endblock %}',
    "maybe.html": '{% if c %}{% extends "frame.html" %}{% endif %}{{ c }}'
    "{% block main %}{{ c }}{% endblock %}",
}


@pytest.mark.parametrize("name", TEMPLATES)
@pytest.mark.parametrize("c", ["plain", "<c>", ""])
@pytest.mark.parametrize("a", [["<a>", "b"], ["x", ["y", "z"]]])
def test_templates_of_several_files_write_the_same(name: str, c: str, a: list[Any]) -> None:
    names = {"a": a, "c": c, "e": "", "network": "<n>"}
    ours, theirs = (
        kind(autoescape=True, loader=jinja2.DictLoader(TEMPLATES)).get_template(name)
        for kind in (QuickEnvironment, jinja2.Environment)
    )
    assert ours.render(names) == theirs.render(names)
    shared = ours.new_context({**ours.globals, **names}, shared=True)
    assert "".join(ours.root_render_func(shared)) == theirs.render(names)
    for _ in range(2):
        assert filled(ours, {**ours.globals, **names}) == theirs.render(names)


def test_what_a_template_extends_is_known_where_it_has_only_blocks() -> None:
    env: Any = QuickEnvironment(loader=jinja2.DictLoader(TEMPLATES))
    known = {name for name in TEMPLATES if env.get_template(name).whole}
    assert {"frame.html", "plain.html", "plainer.html", "piece.html"} <= known
    assert not known & {"inner.html", "page.html", "text.html", "above.html", "maybe.html"}


def test_what_is_extended_and_missing_is_told_as_by_jinja() -> None:
    env = QuickEnvironment(loader=jinja2.DictLoader({"a.html": '{% extends "b.html" %}'}))
    with pytest.raises(jinja2.TemplateNotFound, match=r"b\.html"):
        filled(env.get_template("a.html"), {})


def test_a_page_is_written_in_few_pieces() -> None:
    env = QuickEnvironment(autoescape=True, loader=jinja2.DictLoader(TEMPLATES))
    found = env.get_template("page.html")
    pieces = list(found.root_render_func(found.new_context({"a": ["x"] * 1_000, "c": "", "e": ""})))
    assert len([piece for piece in pieces if piece]) == 1
