"""Where links and pictures lead."""

import pytest

from chapterhouse.diagnostics import Severity
from chapterhouse.load.links import Refused, Resolved, resolve, root_of
from chapterhouse.load.markdown import Rendered, render

PATH = "associations/wi-aimh/pages/about/board.md"
FOLDER = "associations/wi-aimh"


def body(text: str) -> Rendered:
    return render(text, path=PATH, first_line=1)


@pytest.mark.parametrize(
    ("target", "href"),
    [
        ("history.md", f"entry:{FOLDER}/pages/about/history.md"),
        ("./history.md#early-years", f"entry:{FOLDER}/pages/about/history.md#early-years"),
        ("../contact.md", f"entry:{FOLDER}/pages/contact.md"),
        ("../../news/a/../b.md", f"entry:{FOLDER}/news/b.md"),
        ("%C3%A9t%C3%A9.md#h%C3%A9", f"entry:{FOLDER}/pages/about/été.md#h%C3%A9"),
        ("../../../ie-aimh/pages/x.md", "entry:associations/ie-aimh/pages/x.md"),
        ("{filename}/pages/contact.md", f"entry:{FOLDER}/pages/contact.md"),
        ("{filename}../contact.md#top", f"entry:{FOLDER}/pages/contact.md#top"),
        ("%7Bfilename%7D/pages/contact.md", f"entry:{FOLDER}/pages/contact.md"),
        ("|filename|/pages/contact.md", f"entry:{FOLDER}/pages/contact.md"),
        ("{static}/files/guide.pdf", f"file:{FOLDER}/files/guide.pdf"),
        ("{attach}guide.pdf", f"file:{FOLDER}/pages/about/guide.pdf"),
        ("../../files/my%20guide.pdf#page=3", f"file:{FOLDER}/files/my guide.pdf"),
        ("../../events/", f"file:{FOLDER}/events"),
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("HTTPS://example.org/", "https://example.org/"),
        ("mailto:office@example.org", "mailto:office@example.org"),
        ("tel:+16085550100", "tel:+16085550100"),
        ("sms:+16085550100", "sms:+16085550100"),
        ("#early-years", "#early-years"),
    ],
)
def test_a_target_is_resolved(target: str, href: str) -> None:
    found = resolve(target, PATH)
    assert isinstance(found, Resolved)
    assert found.href == href
    assert found.is_entry == href.startswith("entry:")


@pytest.mark.parametrize(
    ("target", "code", "hint"),
    [
        ("/about/", "absolute-path-link", "Markdown file"),
        ("//evil.example/x", "bad-link", "https://"),
        ("../../../../../etc/passwd", "link-out-of-project", "file of this association"),
        ("../../../../..", "link-out-of-project", "file of this association"),
        ("%2e%2e/../../../../x", "link-out-of-project", "file of this association"),
        ("page.md?x=1", "bad-link", "leave out"),
        ("", "bad-link", "where it leads"),
        ("www.example.org", "bad-link", '"https://www.example.org"'),
        ("example.org/join", "bad-link", '"https://example.org/join"'),
        ("office@example.org", "bad-link", '"mailto:office@example.org"'),
        ("images\\x.jpg", "bad-link", '"/"'),
        ("images%5Cx.jpg", "bad-link", '"/"'),
        ("https:", "bad-link", "address bar"),
        ("https:evil", "bad-link", "address bar"),
        ("{category}x", "bad-link", "{filename}"),
        ("a%00b.md", "bad-link", "path"),
        ("../\U000f0000/x.md", "bad-link", "record value"),
        ("javascript:alert(1)", "unsafe-link", "https://"),
        (" java\nscript:alert(1)", "unsafe-link", "https://"),
        ("JaVaScRiPt:alert(1)", "unsafe-link", "https://"),
        ("\x01javascript:alert(1)", "unsafe-link", "https://"),
        ("vbscript:x", "unsafe-link", "https://"),
        ("data:text/html,x", "unsafe-link", "this folder"),
        ("file:///C:/x.pdf", "unsafe-link", "this folder"),
        ("C:/x.pdf", "unsafe-link", "this folder"),
        ("entry:associations/x/pages/y.md", "unsafe-link", "https://"),
        ("ftp://example.org/x", "unsafe-link", "https://"),
    ],
)
def test_a_target_is_refused_with_a_hint(target: str, code: str, hint: str) -> None:
    found = resolve(target, PATH)
    assert isinstance(found, Refused)
    assert found.code == code
    assert hint in found.hint


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("https://example.org/x.jpg", "remote-image"),
        ("//example.org/x.jpg", "bad-link"),
        ("data:image/png;base64,xx", "unsafe-link"),
        ("#x", "bad-link"),
        ("\U000f0000", "bad-link"),
    ],
)
def test_a_picture_comes_from_the_folder(target: str, code: str) -> None:
    found = resolve(target, PATH, is_image=True)
    assert isinstance(found, Refused)
    assert found.code == code


def test_a_picture_may_have_an_at_sign_in_its_name() -> None:
    assert isinstance(resolve("fair@2x.jpg", PATH, is_image=True), Resolved)


@pytest.mark.parametrize("path", ["content/hub/pages/a.md", "content/shared/pages/b/c.md", PATH])
def test_the_root_is_the_folder_of_the_association_or_hub(path: str) -> None:
    assert root_of(path) == "/".join(path.split("/")[:2])


def test_links_are_kept_with_words_and_place() -> None:
    rendered = body("A [*Board* & more](../board.md#x) and\n![A fair](../../images/fair.jpg)")
    picture, link = rendered.links
    assert (link.target, link.fragment, link.is_entry) == (f"{FOLDER}/pages/board.md", "x", True)
    assert (link.text, link.line, link.column) == ("Board & more", 1, 3)
    assert (picture.target, picture.is_image, picture.text) == (f"{FOLDER}/images/fair.jpg", True, "A fair")
    assert (picture.line, picture.column) == (2, 1)


def test_every_way_of_writing_a_link_is_read() -> None:
    rendered = body(
        '[a](a.md "T") [b][r] [c] <https://example.org/> www.example.org\n\n[r]: b.md\n[c]: <c.md>'
    )
    assert [link.target.rpartition("/")[2] for link in rendered.links] == [
        "a.md", "b.md", "c.md", "", "www.example.org",
    ]  # fmt: skip
    assert f'<a href="entry:{FOLDER}/pages/about/a.md" title="T">a</a>' in rendered.html


def test_a_refused_link_has_no_address_and_tells_what_was_written() -> None:
    rendered = body("x [y](javascript:alert(1)) ![z](https://example.org/z.jpg)")
    assert rendered.html == "<p>x <a>y</a> z</p>\n"
    first, second = sorted(rendered.diagnostics, key=lambda one: one.location.column)
    assert (first.code, first.location.column) == ("unsafe-link", 3)
    assert "javascript:alert(1)" in first.message
    assert (second.code, second.location.column) == ("remote-image", 28)
    assert rendered.links == ()


def test_anchors_of_the_page_are_checked() -> None:
    rendered = body("## How to join\n\n[a](#how-to-join) [b](#how-to-jion) [c](#top) [d](#)")
    (problem,) = rendered.diagnostics
    assert problem.code == "broken-anchor" and problem.hint == 'did you mean "how-to-join"?'
    assert problem.location.column == 19


def test_pictures_and_links_need_words() -> None:
    rendered = body("![](../x.jpg) [](../x.md) [![a](../x.jpg)](../x.md)")
    assert [(one.code, one.severity) for one in rendered.diagnostics] == [
        ("missing-alt", Severity.WARNING),
        ("empty-link", Severity.WARNING),
    ]
