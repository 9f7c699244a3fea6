"""A whole site, through the unmodified Pelican."""

from pathlib import Path

import pytest

from chapterhouse.files import digest
from chapterhouse.model import HUB, HubPage, Link, Placed, SiteSummary, Value
from chapterhouse.record import NetworkRecord, Record
from chapterhouse.render.site import lost, render_site
from chapterhouse.staging import staged, staged_paths
from tests.builders import entry
from tests.render.jobs import job, read, shared_path

A = "associations/north"


def paths(summary: SiteSummary) -> list[str]:
    return [file.path for file in summary.files]


def test_an_empty_site_has_a_home_page_a_404_a_feed_and_a_sitemap(tmp_path: Path) -> None:
    summary = render_site(job(tmp_path, record=Record(name="North Club", mission="We look up.")))
    names = ["404.html", "events.ics", "feed.atom", "feed.json", "index.html", "sitemap.xml"]
    assert paths(summary) == [f"north/{name}" for name in names]
    home = read(tmp_path, "north/index.html")
    assert "<h1>North Club</h1>" in home
    assert "We look up." in home
    assert summary.diagnostics == ()


def test_entries_become_pages_with_their_template(tmp_path: Path) -> None:
    entries = [
        (entry(f"{A}/pages/about.md", title="About & us"), "<p>Ünser Club</p>"),
        (entry(f"{A}/news/opening.md", type_="news", title="Opening", date="2026-03-01"), "<p>Open.</p>"),
    ]
    render_site(job(tmp_path, entries))
    about = read(tmp_path, "north/about/index.html")
    assert "<h1>About &amp; us</h1>" in about
    assert "<p>Ünser Club</p>" in about
    assert 'data-template="page"' in about
    assert '<link rel="canonical" href="https://example.org/north/about/">' in about
    assert "<time>March 1, 2026</time>" in read(tmp_path, "north/news/opening/index.html")


def test_the_menu_marks_the_page_in_hand_and_no_other(tmp_path: Path) -> None:
    entries = [(entry(f"{A}/pages/{name}.md", title=name.title()), "") for name in ("about", "board")]
    render_site(job(tmp_path, entries))
    about = read(tmp_path, "north/about/index.html")
    assert '<a href="/north/about/" aria-current="page">About</a>' in about
    assert '<a href="/north/board/">Board</a>' in about


def test_breadcrumbs_lead_from_the_home_page(tmp_path: Path) -> None:
    entries = [
        (entry(f"{A}/pages/about/index.md", title="About"), ""),
        (entry(f"{A}/pages/about/board.md", title="Board"), ""),
    ]
    render_site(job(tmp_path, entries))
    assert (
        '<a href="/north/">North Club</a><a href="/north/about/">About</a><a href="">Board</a></nav>'
        in read(tmp_path, "north/about/board/index.html")
    )


def test_links_files_and_values_are_put_in(tmp_path: Path) -> None:
    body = (
        f'<p><a href="entry:{A}/pages/board.md#chair">x</a>'
        f' <a href="entry:associations/south/news/a.md">y</a>'
        f' <a href="file:{A}/guide.pdf">z</a> \U000f0000</p>'
    )
    value = Value("association.name", None, 3, 1)
    summary = render_site(
        job(
            tmp_path,
            [(entry(f"{A}/pages/about.md", values=(value,)), body), (entry(f"{A}/pages/board.md"), "")],
            files={"guide.pdf": b"%PDF"},
            addresses={"associations/south/news/a.md": "/south/news/a/"},
            values={"association.name": "North <Club>"},
        )
    )
    about = read(tmp_path, "north/about/index.html")
    assert '<a href="/north/board/#chair">x</a> <a href="/south/news/a/">y</a>' in about
    assert '<a href="/north/guide.pdf">z</a> North &lt;Club&gt;</p>' in about
    assert read(tmp_path, "north/guide.pdf") == "%PDF"
    assert ("/south/news/a/", "north/about/index.html") in summary.links


def test_a_link_to_nothing_is_told_with_its_place(tmp_path: Path) -> None:
    link = Link(f"{A}/pages/gone.md", "", 7, 3, is_entry=True)
    given = entry(f"{A}/pages/about.md", links=(link,))
    summary = render_site(job(tmp_path, [(given, f'<a href="entry:{A}/pages/gone.md">x</a>')]))
    (found,) = summary.diagnostics
    assert (found.code, str(found.location)) == ("dead-link", f"{A}/pages/about.md:7:3")


def test_a_shared_page_links_to_the_sites_own_version_of_another(tmp_path: Path) -> None:
    body = f'<a href="entry:{shared_path("privacy")}">p</a><a href="entry:{shared_path("families")}">f</a>'
    shared = [
        (entry(shared_path("visiting")), body),
        (entry(shared_path("families")), ""),
    ]
    render_site(job(tmp_path, [(entry(f"{A}/pages/privacy.md", route="data/"), "")], shared=shared))
    assert '<a href="/north/data/">p</a><a href="/north/families/">f</a>' in read(
        tmp_path, "north/visiting/index.html"
    )


def test_listings_hold_own_and_placed_entries(tmp_path: Path) -> None:
    placed = Placed(
        entry=entry("content/hub/news/grant.md", type_="news", title="Grant", date="2026-04-01"),
        href="/news/grant/",
        url="https://example.org/news/grant/",
        origin="Network",
        origin_href="/",
        time_zone="UTC",
    )
    own = entry(f"{A}/news/opening.md", type_="news", title="Opening", date="2026-03-01")
    render_site(job(tmp_path, [(own, "")], placed=(placed,)))
    listing = read(tmp_path, "north/news/index.html")
    assert listing.index('<a href="/news/grant/">Grant</a> Network') < listing.index(
        '<a href="/north/news/opening/">'
    )
    assert '<p class="news">Grant</p>' in read(tmp_path, "north/index.html")
    assert "https://example.org/news/grant/" in read(tmp_path, "north/feed.atom")


def test_long_news_is_cut_into_pages(tmp_path: Path) -> None:
    news = [(entry(f"{A}/news/n{n:03}.md", type_="news", title=f"N{n}"), "") for n in range(101)]
    summary = render_site(job(tmp_path, news))
    assert "north/news/page/3/index.html" in paths(summary)
    assert "2 of 3 [/north/news/|/north/news/page/3/]" in read(tmp_path, "north/news/page/2/index.html")
    assert '<a href="/north/news/">News</a>' in read(tmp_path, "north/news/page/2/index.html")


def test_events_are_upcoming_or_past(tmp_path: Path) -> None:
    def event(name: str, start: str) -> tuple[object, str]:
        return entry(f"{A}/events/{name}.md", type_="event", title=name, start=start), ""

    entries = [event("later", "2026-07-01"), event("today", "2026-05-17 18:30"), event("gone", "2026-05-16")]
    render_site(job(tmp_path, entries))  # type: ignore[arg-type]
    listing = read(tmp_path, "north/events/index.html")
    assert (
        '<li class="upcoming">today: Sunday, May 17, 2026, 6:30 PM CDT</li>'
        '<li class="upcoming">later: Wednesday, July 1, 2026</li>' in listing
    )
    assert '<li class="past">gone</li>' in listing


def test_former_addresses_lead_to_the_page(tmp_path: Path) -> None:
    given = entry(f"{A}/pages/about.md", title="About", aliases=("who-we-are", "old/about.html"))
    summary = render_site(job(tmp_path, [(given, "")], record=Record(name="North Club", aliases=("nord",))))
    assert 'url=https://example.org/north/about/"' in read(tmp_path, "north/who-we-are/index.html")
    assert 'content="noindex"' in read(tmp_path, "north/old/about.html")
    assert 'url=https://example.org/north/about/"' in read(tmp_path, "nord/about/index.html")
    assert "nord/index.html" in paths(summary)
    assert "who-we-are" not in read(tmp_path, "north/sitemap.xml")


def test_two_entries_for_one_file_are_refused(tmp_path: Path) -> None:
    entries = [(entry(f"{A}/pages/about.md"), ""), (entry(f"{A}/pages/other.md", aliases=("About",)), "")]
    (found,) = render_site(job(tmp_path, entries)).diagnostics
    assert found.code == "duplicate-file"
    assert f"{A}/pages/about.md" in found.message


def test_an_alias_cannot_leave_the_site(tmp_path: Path) -> None:
    entries = [(entry(f"{A}/pages/about.md", aliases=("../south",)), "")]
    (found,) = render_site(job(tmp_path, entries)).diagnostics
    assert found.code == "outside-the-site"


def test_what_is_published_already_is_listed_and_not_staged(tmp_path: Path) -> None:
    first = render_site(job(tmp_path, [(entry(f"{A}/pages/about.md"), "<p>x</p>")]))
    published = {file.path: file.digest for file in first.files}
    second = render_site(
        job(
            tmp_path,
            [(entry(f"{A}/pages/about.md"), "<p>y</p>")],
            published=published,
            stage=str(tmp_path / "second"),
        )
    )
    assert paths(second) == paths(first)
    found = staged_paths(tmp_path / "second", {file.path for file in second.files})
    assert found == {"north/about/index.html"}


def test_files_carry_the_digest_of_their_bytes(tmp_path: Path) -> None:
    for file in render_site(job(tmp_path)).files:
        content = Path(staged(tmp_path / ".chapterhouse/stage", file.path)).read_bytes()
        assert (file.digest, file.size) == (digest(content), len(content))


def test_the_hub_has_its_computed_pages_and_the_index_of_sitemaps(tmp_path: Path) -> None:
    page = HubPage(
        route="directory/",
        template="directory.html",
        title="All clubs",
        context={"groups": ["a", "b"]},
        menu=True,
    )
    summary = render_site(
        job(tmp_path, slug=HUB, hub_pages=(page,), sitemaps=("https://example.org/north/sitemap.xml",))
    )
    assert "a, b" in read(tmp_path, "directory/index.html")
    assert '<a href="/directory/">All clubs</a>' in read(tmp_path, "index.html")
    assert "https://example.org/north/sitemap.xml" in read(tmp_path, "sitemap.xml")
    assert "https://example.org/directory/" in read(tmp_path, "sitemap-hub.xml")
    assert "Sitemap: https://example.org/sitemap.xml" in read(tmp_path, "robots.txt")
    assert "404.html" in paths(summary)


def test_other_languages_have_a_menu_and_a_home_page_of_their_own(tmp_path: Path) -> None:
    entries = [
        (entry(f"{A}/pages/about.md", title="About"), ""),
        (entry(f"{A}/pages/about.es.md", title="Acerca", route="es/about/", language="es"), ""),
    ]
    summary = render_site(job(tmp_path, entries, languages=("en", "es")))
    spanish = read(tmp_path, "north/es/about/index.html")
    assert '<html lang="es">' in spanish
    assert '<a href="/north/es/about/" aria-current="page">Acerca</a>' in spanish
    assert ">About<" not in spanish.partition("<main>")[0].partition("<header>")[2]
    assert 'hreflang="en" href="https://example.org/north/about/"' in spanish
    assert "north/es/index.html" in paths(summary)


def test_a_template_that_fails_is_told_with_its_line_and_the_page(tmp_path: Path) -> None:
    theme = tmp_path / "themes" / "own"
    (theme / "templates").mkdir(parents=True)
    (theme / "templates" / "page.html").write_text("<p>\n{{ entry.titel }}</p>")
    given = job(tmp_path, [(entry(f"{A}/pages/about.md", title="About"), "")])
    from chapterhouse.frozen import replace

    (found,) = render_site(replace(given, themes=(str(theme), *given.themes))).diagnostics
    assert (found.code, str(found.location), found.site) == (
        "template-failed",
        "themes/own/templates/page.html:2",
        "north",
    )
    assert "titel" in found.message
    assert "About" in found.hint


def test_a_template_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    from chapterhouse.frozen import replace

    theme = tmp_path / "themes" / "own"
    (theme / "templates").mkdir(parents=True)
    (theme / "templates" / "home.html").write_text("x\n{% if %}")
    given = job(tmp_path)
    (found,) = render_site(replace(given, themes=(str(theme), *given.themes))).diagnostics
    assert str(found.location) == "themes/own/templates/home.html:2"


def test_a_defect_of_ours_keeps_its_traceback_and_names_the_site(tmp_path: Path) -> None:
    given = entry(f"{A}/events/x.md", type_="event", start="rubbish")
    with pytest.raises(ValueError, match="rubbish") as caught:
        render_site(job(tmp_path, [(given, "")]))
    assert caught.value.__notes__ == ["while rendering the site north"]


def test_the_same_job_gives_the_same_bytes(tmp_path: Path) -> None:
    entries = [(entry(f"{A}/news/n{n}.md", type_="news"), "<p>x</p>") for n in range(5)]
    one = render_site(job(tmp_path, entries))
    two = render_site(job(tmp_path, entries))
    assert one == two


def test_pelican_says_nothing_on_the_terminal(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    render_site(job(tmp_path))
    assert capfd.readouterr() == ("", "")


def test_the_brand_of_the_network_shows_on_the_hub(tmp_path: Path) -> None:
    record = NetworkRecord(name="Astronomy Network", mission="We look up together.")
    render_site(job(tmp_path, slug=HUB, record=record))
    assert "We look up together." in read(tmp_path, "index.html")


def test_a_site_is_the_same_with_and_without_pelican(tmp_path: Path) -> None:
    """Where no further plugin is named, a run of Pelican would write the same bytes."""
    direct = render_site(job(tmp_path, stage=str(tmp_path / "direct")))
    through = render_site(job(tmp_path, stage=str(tmp_path / "through")), through_pelican=True)
    assert direct.files
    assert through == direct
    for file in direct.files:
        both = [Path(staged(tmp_path / stage, file.path)).read_bytes() for stage in ("direct", "through")]
        assert both[0] == both[1]


def test_a_lost_site_says_what_may_be_the_reason(tmp_path: Path) -> None:
    found = lost(job(tmp_path))
    assert (found.slug, found.files) == ("north", ())
    (diagnostic,) = found.diagnostics
    assert (diagnostic.code, diagnostic.location.path) == (
        "worker-lost",
        "associations/north/association.yaml",
    )
