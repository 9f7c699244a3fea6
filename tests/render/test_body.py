"""Markers of bodies become addresses and record values."""

from html import unescape
from typing import Any
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chapterhouse.model import Value
from chapterhouse.render.body import SAFE_SCHEMES, Addresses, fill
from chapterhouse.render.items import Image, Source
from tests.builders import entry

PATH = "associations/north/pages/about.md"


def filled(body: str, *, values: tuple[Value, ...] = (), **known: Any) -> tuple[str, list[str]]:
    given_addresses = {"entries": {}, "files": {}, **known}
    return fill(body, entry(PATH, values=values), Addresses(**given_addresses))


def value(default: str | None = None) -> tuple[Value, ...]:
    return (Value("association.website", default, 1, 1),)


def test_a_body_without_markers_stays() -> None:
    assert filled("<p>x</p>") == ("<p>x</p>", [])


def test_a_fragment_stays_with_its_entry() -> None:
    assert filled('<a href="entry:a.md#b">', entries={"a.md": "/a/"}) == ('<a href="/a/#b">', [])


IMAGE = Image(href="/n/x.jpg", alt="", width=40, height=20)
LATER = '<img src="/n/x.jpg" alt="A" width="40" height="20" loading="lazy" decoding="async">'
FIRST = LATER.replace('loading="lazy"', 'fetchpriority="high"')
WRITTEN = '<img src="file:x.jpg" alt="A" />'


def test_the_first_picture_is_loaded_at_once_and_the_next_when_seen() -> None:
    made, _ = filled(f"<p>{WRITTEN}</p><p>{WRITTEN}</p>", files={"x.jpg": IMAGE})
    assert made == f"<p>{FIRST}</p><p>{LATER}</p>"


def test_a_first_picture_far_below_is_loaded_when_seen() -> None:
    words = "<p>Stars.</p>" * 200
    assert filled(f"{words}{WRITTEN}", files={"x.jpg": IMAGE})[0] == f"{words}{LATER}"


def test_a_picture_below_the_entrys_own_is_loaded_when_seen() -> None:
    given = entry(PATH, image="../images/y.jpg")
    assert fill(WRITTEN, given, Addresses(entries={}, files={"x.jpg": IMAGE}))[0] == LATER


def test_further_attributes_stay_and_the_description_is_not_escaped_twice() -> None:
    body = '<img src="file:x.jpg" alt="A &amp; B" title="t &gt; u" />'
    made, _ = filled(body, files={"x.jpg": IMAGE})
    assert 'alt="A &amp; B"' in made
    assert made.endswith(' title="t &gt; u">')


def test_the_theme_says_how_wide_a_picture_is() -> None:
    image = IMAGE._replace(sources=(Source("image/webp", "/n/x.webp 40w"),))
    made, _ = fill(WRITTEN, entry(PATH), Addresses(entries={}, files={"x.jpg": image}), "50vw")
    assert made.startswith('<picture><source type="image/webp" srcset="/n/x.webp 40w" sizes="50vw"><img')


def test_a_link_to_a_picture_gets_no_size() -> None:
    assert filled('<a href="file:x.jpg">x</a>', files={"x.jpg": IMAGE})[0] == '<a href="/n/x.jpg">x</a>'


def test_names_in_percent_encoding_are_found() -> None:
    image = Image(href="/n/a%20b.pdf", alt="")
    assert filled('<a href="file:a%20b.pdf">', files={"a b.pdf": image}) == ('<a href="/n/a%20b.pdf">', [])


def test_what_is_not_known_leads_nowhere_and_is_told() -> None:
    body = '<a href="entry:x.md#y">x</a><img src="file:z.jpg"/>'
    assert filled(body) == ('<a href="#">x</a><img src="#"/>', ["x.md", "z.jpg"])


def test_values_are_escaped_and_fall_back_to_their_default() -> None:
    token = "\U000f0000"
    known = {"association.website": 'a<b>"c"&d'}
    text, _ = fill(
        f"<p>{token}</p>", entry(PATH, values=value("x")), Addresses(entries={}, files={}, values=known)
    )
    assert text == "<p>a&lt;b&gt;&quot;c&quot;&amp;d</p>"
    text, _ = fill(f"<p>{token}</p>", entry(PATH, values=value("x & y")), Addresses(entries={}, files={}))
    assert text == "<p>x &amp; y</p>"


@pytest.mark.parametrize(
    "text", ["javascript:alert(1)", " JavaScript:alert(1)", "java\tscript:x", "data:text/html,x"]
)
def test_a_record_cannot_make_a_script_of_a_link(text: str) -> None:
    addresses = Addresses(entries={}, files={}, values={"association.website": text})
    assert (
        fill('<a href="\U000f0000">x</a>', entry(PATH, values=value()), addresses)[0] == '<a href="#">x</a>'
    )


def test_a_record_cannot_bring_a_picture_from_elsewhere() -> None:
    addresses = Addresses(entries={}, files={}, values={"association.website": "https://example.net/x.png"})
    assert fill('<img src="\U000f0000">', entry(PATH, values=value()), addresses)[0] == '<img src="">'


@given(st.text())
def test_no_value_gets_out_of_its_attribute(text: str) -> None:
    addresses = Addresses(entries={}, files={}, values={"association.website": text})
    made, _ = fill('<a href="\U000f0000">x</a>', entry(PATH, values=value()), addresses)
    inside = made.removeprefix('<a href="').removesuffix('">x</a>')
    assert '"' not in inside
    assert "<" not in inside
    assert urlsplit(unescape(inside)).scheme in SAFE_SCHEMES


@given(
    st.lists(
        st.sampled_from(
            (
                '<a href="entry:a.md">',
                '<a href="entry:a.md#b:c">',
                "x: y ",
                ':="entry',
                '="entry="file',
                "é ",
                "::",
            )
        )
    ).map(lambda parts: "".join(f"{part}-" for part in parts))
)
def test_markers_are_found_among_other_colons(body: str) -> None:
    assert filled(body, entries={"a.md": "/a/"}) == (body.replace('="entry:a.md', '="/a/'), [])


def test_a_marker_of_a_file_is_found_wherever_it_stands() -> None:
    known: dict[str, Any] = {"files": {"a:b.pdf": Image(href="/n/b.pdf", alt="")}, "entries": {"a.md": "/a/"}}
    file = '<a href="file:a:b.pdf">'
    for body in (file, f'<a href="entry:a.md">:{file}', f'{file}="entry'):
        assert filled(body, **known)[0] == body.replace("entry:a.md", "/a/").replace(
            "file:a:b.pdf", "/n/b.pdf"
        )
