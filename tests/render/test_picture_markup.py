"""Pictures in HTML."""

import pytest

from chapterhouse.render.items import Image, Source
from chapterhouse.render.picture_markup import image, markup, picture, plain, variant_route
from chapterhouse.render.pictures import Published, Variant

PRINT = "0123456789abcdef0123456789abcdef"
LARGE = Image(
    href="/n/x.jpg",
    alt='A "fair"',
    width=1600,
    height=800,
    sources=(Source("image/avif", "/n/x-480.avif 480w, /n/x-1600.avif 1600w"),),
)


def variant(role: str, suffix: str, width: int = 480) -> Variant:
    return Variant(role, suffix, width, width // 2, PRINT, 10)


@pytest.mark.parametrize(
    ("route", "role", "suffix", "expected"),
    [
        ("images/a.jpg", "main", ".jpg", "images/a.jpg"),
        ("images/a.JPEG", "main", ".jpg", "images/a.JPEG"),
        ("images/a.avif", "main", ".jpg", "images/a.avif.jpg"),
        ("images/a.gif", "main", ".gif", "images/a.gif"),
        ("images/a.b.jpg", "avif", ".avif", "images/a.b-480.01234567.avif"),
        ("images/a.gif", "moving", ".webp", "images/a.01234567.webp"),
        ("images/a.gif", "still", ".png", "images/a-still.01234567.png"),
    ],
)
def test_where_the_files_of_a_picture_are(route: str, role: str, suffix: str, expected: str) -> None:
    assert variant_route(route, PRINT, variant(role, suffix)) == expected


def test_the_better_format_comes_first() -> None:
    variants = (
        variant("main", ".jpg"),
        variant("avif", ".avif"),
        variant("avif", ".avif", 800),
        variant("webp", ".webp"),
    )
    made = image(Published(variants), ["/m", "/a,b", "/c", "/d"])
    assert made == Image(
        href="/m",
        alt="",
        width=480,
        height=240,
        sources=(
            Source("image/avif", "/a%2Cb 480w, /c 800w"),
            Source("image/webp", "/d 480w"),
        ),
    )


def test_a_moving_picture_offers_one_that_does_not() -> None:
    variants = (variant("main", ".gif"), variant("moving", ".webp"), variant("still", ".png"))
    shown = markup(image(Published(variants), ["/m", "/w", "/s"]))
    assert shown.startswith(
        '<picture><source type="image/png" srcset="/s" media="(prefers-reduced-motion: reduce)">'
        '<source type="image/webp" srcset="/w"><img src="/m"'
    )


def test_a_picture_says_its_size_and_is_loaded_when_it_comes_near() -> None:
    assert markup(LARGE, sizes="50vw") == (
        '<picture><source type="image/avif" srcset="/n/x-480.avif 480w, /n/x-1600.avif 1600w"'
        ' sizes="auto, 50vw"><img src="/n/x.jpg" srcset="/n/x.jpg 1600w" sizes="auto, 50vw"'
        ' alt="A &quot;fair&quot;" width="1600" height="800" loading="lazy" decoding="async"></picture>'
    )


def test_the_first_picture_is_fetched_before_all_else() -> None:
    shown = markup(LARGE, sizes="50vw", loading="first")
    assert 'sizes="50vw"' in shown
    assert 'fetchpriority="high"' in shown
    assert "lazy" not in shown
    assert "fetchpriority" not in markup(LARGE, loading="eager")


def test_a_drawing_needs_no_choice() -> None:
    drawing = Image(href="/n/x.svg", alt="")
    assert markup(drawing) == '<img src="/n/x.svg" alt="" loading="lazy" decoding="async">'


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        (' width="300"', 'width="300" height="150"'),
        (' height="200" title="t"', 'width="400" height="200"'),
        (' width="300" height="7"', 'width="300" height="150"'),
        (' width="9000"', 'width="1600" height="800"'),
        (' title="t"', 'width="1600" height="800"'),
    ],
)
def test_an_author_may_ask_for_a_size_and_proportions_stay(rest: str, expected: str) -> None:
    shown = markup(LARGE, rest=rest)
    assert expected in shown
    assert shown.count("width=") == shown.count("height=") == 1
    assert ('title="t"' in shown) == ("title" in rest)


def test_templates_have_a_filter() -> None:
    assert picture(LARGE, "9rem").__html__() == markup(LARGE, sizes="9rem")


def test_readers_of_feeds_get_one_file() -> None:
    shown = plain(f"<p>{markup(LARGE)}</p>")
    assert shown.startswith('<p><img src="/n/x.jpg"')
    assert shown.endswith("></p>")
