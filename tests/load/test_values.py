"""Record values in Markdown."""

import pytest

from chapterhouse.load.markdown import Rendered, render
from chapterhouse.load.values import extract

FIRST, SECOND = "\U000f0000", "\U000f0001"


def body(text: str) -> Rendered:
    return render(text, path="associations/x/pages/about.md", first_line=5)


def test_a_value_becomes_its_character_and_is_kept_with_its_place() -> None:
    rendered = body("Hi\n\nWe are {{ association.name }}.")
    assert rendered.html == f"<p>Hi</p>\n<p>We are {FIRST}.</p>\n"
    value = rendered.values[0]
    assert (value.path, value.default, value.line, value.column) == ("association.name", None, 7, 8)
    assert rendered.diagnostics == ()


@pytest.mark.parametrize(
    ("text", "default"),
    [
        ('{{ association.name | default("a | b }") }}', "a | b }"),
        ("{{association.name|default('it')}}", "it"),
        ('{{ association.name | default("") }}', ""),
    ],
)
def test_a_value_may_have_a_default(text: str, default: str) -> None:
    rendered = body(text)
    assert rendered.html == f"<p>{FIRST}</p>\n"
    assert rendered.values[0].default == default


def test_values_are_numbered_in_the_order_in_which_they_show() -> None:
    rendered = body("{{ network.name }} <!-- {{ site.url }} --> `{{ a }}` {{ association.label }}")
    assert [value.path for value in rendered.values] == ["network.name", "association.label"]
    assert f"{FIRST} " in rendered.html and f" {SECOND}" in rendered.html


def test_code_shows_what_was_written() -> None:
    rendered = body("`{{ association.name }}` and\n\n```{{ x }}\n{% if a < b %}\n```\n")
    assert "<code>{{ association.name }}</code>" in rendered.html
    assert "{% if a &lt; b %}" in rendered.html
    assert rendered.values == () and rendered.diagnostics == ()


@pytest.mark.parametrize(
    ("text", "words", "hint"),
    [
        ("{{ assoc.name }}", 'no values of "assoc"', 'did you mean "association"?'),
        ("{{ association }}", '"association" alone', "{{ association.name }}"),
        ("{{ association.name", "never ends", "close it"),
        ("{{ association.name() }}", "no parentheses", "looks like"),
        ("{{ association.links[0] }}", "no brackets", "looks like"),
        ("{{ association.name | upper }}", "default", "for example"),
        ("{{ association.__class__ }}", "underscore", "looks like"),
        ("{{ association._name }}", "underscore", "looks like"),
        ("{{ Association.Name }}", "is no record value", "looks like"),
        ("{{ }}", "nothing between", "looks like"),
        ("{% include 'x' %}", "commands", "backticks"),
        ("{# remark #}", "{#", "backticks"),
    ],
)
def test_what_is_no_value_is_an_error_with_its_place(text: str, words: str, hint: str) -> None:
    (problem,) = [one for one in body(f"ab {text}").diagnostics if one.code == "bad-value"]
    assert words in problem.message
    assert hint in problem.hint
    assert (problem.location.line, problem.location.column) == (5, 4)
    assert problem.is_error


def test_values_stand_in_links_headings_tables_and_descriptions() -> None:
    rendered = body(
        '## About {{ association.name }}\n\n| a |\n|---|\n| {{ association.name | default("b") }} |\n\n'
        "[Web]({{ association.website }}) [Mail](mailto:{{ association.contact.email }}) "
        "![{{ site.name }}](x.jpg)"
    )
    assert rendered.headings[0].text == f"About {FIRST}"
    assert rendered.headings[0].id == "about"
    assert f'<h2 id="about">About {FIRST}</h2>' in rendered.html
    assert f"<td>{SECOND}</td>" in rendered.html
    assert '<a href="\U000f0002">Web</a>' in rendered.html
    assert '<a href="mailto:\U000f0003">Mail</a>' in rendered.html
    assert 'alt="\U000f0004"' in rendered.html
    assert [link.target for link in rendered.links if not link.is_image] == [
        "{{ association.website }}",
        "mailto:{{ association.contact.email }}",
    ]
    assert rendered.diagnostics == ()


def test_columns_behind_a_value_are_those_of_the_file() -> None:
    text = "{{ association.name }} {{ site.url }} [x](/y/)"
    (problem,) = body(text).diagnostics
    assert problem.location.column == text.index("[x]") + 1


def test_headings_of_nothing_but_a_value_have_different_ids() -> None:
    rendered = body("## {{ site.name }}\n\n## {{ site.url }}\n\n## !!!\n")
    assert [heading.id for heading in rendered.headings] == ["section", "section-1", "section-2"]


def test_private_characters_of_the_source_are_no_values() -> None:
    rendered = body(
        f"{FIRST} &#983040; &#xF0001; {{{{ site.url }}}} \ue000 [x](&#983040;.md) [y](%F3%B0%80%85)"
    )
    assert len(rendered.values) == 1
    assert rendered.html.count(FIRST) <= 3
    assert SECOND not in rendered.html and "\U000f0005" not in rendered.html and "\ue000" not in rendered.html
    assert "\ufffd" in body("&#983040;").html


def test_text_without_braces_is_left_alone() -> None:
    source = extract("plain } text", path="a.md", first_line=1)
    assert source.text == "plain } text" and source.found == ()
