"""A site in Arabic in a real browser: it runs from right to left, and nothing is wider than the screen."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from quality.axe import DESKTOP, PHONE
from quality.pages import Site, serve
from tests.browser.axe import open_page, violations
from tests.running import NETWORKS, build, copy_of

NARROW = {"width": 320, "height": 700}
RECORD = """\
name: جمعية الفلك
regions: [US-WI]
languages: [ar, en]
mission: لكي ينظر الجميع إلى السماء.
contact: {email: office@stars.example.org}
translations:
  en: {name: Astronomy Club}
"""
PAGES = {
    "pages/index.md": "---\ntitle: جمعية الفلك\n---\nنلتقي في كل ليلة صافية وننظر إلى النجوم معًا.\n",
    "pages/about.md": "---\ntitle: من نحن\n---\nنحن هواة.\n\n"
    "## ما نفعله\n\n- نراقب النجوم\n- نشرح للأطفال\n\n"
    "> السماء للجميع.\n\n| الشهر | الموضوع |\n| --- | --- |\n| مايو | القمر |\n\n[See](about.en.md)\n",
    "pages/about.en.md": "---\ntitle: About us\n---\nWe are amateurs.\n",
    "news/open.md": "---\ntitle: ليلة مفتوحة\ndate: 2026-02-01\n---\nجاء كثير من الناس.\n",
    "news/english.md": "---\ntitle: An English guest\ndate: 2026-02-02\nlanguage: fr\n---\nBonjour.\n",
    "events/night.md": "---\ntitle: ليلة النجوم\nstart: 2026-04-05 19:00\n"
    "end: 2026-04-05 22:00\nstatus: cancelled\n---\n",
}
CATALOGUE = """\
msgid ""
msgstr ""
"Language: ar\\n"
"Plural-Forms: nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : "
"n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5;\\n"

msgid "Menu"
msgstr "القائمة"

msgid "Skip to the content"
msgstr "انتقل إلى المحتوى"

msgid "News"
msgstr "أخبار"

msgid "Events"
msgstr "فعاليات"

msgid "Cancelled"
msgstr "ألغيت"

msgid "%(countries)s country"
msgid_plural "%(countries)s countries"
msgstr[0] "لا بلد"
msgstr[1] "بلد واحد"
msgstr[2] "بلدان"
msgstr[3] "%(countries)s بلدان"
msgstr[4] "%(countries)s بلدًا"
msgstr[5] "%(countries)s بلد"
"""
PATHS = ("/north/", "/north/about/", "/north/news/", "/north/events/", "/north/events/night/")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The small alliance with an Arabic association, in a theme that only adds an Arabic catalogue."""
    project = copy_of(NETWORKS / "good_alliance_mini", tmp_path_factory.mktemp("arabic") / "network")
    home = project / "associations" / "north"
    for path in sorted(home.rglob("*.md")):
        path.unlink()
    (home / "association.yaml").write_text(RECORD, encoding="utf-8")
    for name, text in PAGES.items():
        (home / name).parent.mkdir(exist_ok=True)
        (home / name).write_text(text, encoding="utf-8")
    words = project / "themes" / "letters" / "translations"
    words.mkdir(parents=True)
    (words / "ar.po").write_text(CATALOGUE, encoding="utf-8")
    with (project / "pelican.conf.py").open("a", encoding="utf-8") as settings:
        settings.write('\nNETWORK_THEME = "letters"\n')
    run = build(project)
    assert "north" not in run.out.partition("sites")[2], run.out + run.err
    with serve(project / "output") as served:
        yield served


def opened(chromium: Browser, site: Site, path: str, size: object) -> Page:
    page = open_page(chromium, size)
    page.goto(site.address + path)
    return page


@pytest.mark.parametrize("size", [NARROW, PHONE, DESKTOP], ids=["narrow", "phone", "desktop"])
@pytest.mark.parametrize("path", PATHS)
def test_no_page_is_wider_than_the_screen_and_axe_finds_nothing(
    site: Site, chromium: Browser, path: str, size: object
) -> None:
    page = opened(chromium, site, path, size)
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["ar", "rtl"]
    assert violations(page) == []
    page.close()


def test_the_page_is_mirrored(site: Site, chromium: Browser) -> None:
    page = opened(chromium, site, "/north/about/", PHONE)
    name, button = (page.locator(part).bounding_box() for part in ("a.name", "[popovertarget=site-menu]"))
    assert name and button
    assert name["x"] > button["x"]
    assert page.locator("main h2").evaluate("element => getComputedStyle(element).textAlign") == "start"
    item = page.locator("main .prose li").first.bounding_box()
    column = page.locator("main .prose").bounding_box()
    assert item and column
    assert column["x"] + column["width"] > item["x"] + item["width"]
    page.close()


def test_words_of_the_theme_are_arabic_and_pieces_in_other_languages_say_so(
    site: Site, chromium: Browser
) -> None:
    page = opened(chromium, site, "/north/about/", DESKTOP)
    assert page.locator(".skip").inner_text() == "انتقل إلى المحتوى"
    assert page.locator(".menu").inner_text().split() == ["من", "نحن", "أخبار", "فعاليات"]
    switch = page.locator(".translations a")
    assert (switch.get_attribute("lang"), switch.get_attribute("dir")) == ("en", "ltr")
    assert switch.get_attribute("href") == "/north/en/about/"
    switch.click()
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["en", ""]
    assert page.locator(".translations a").get_attribute("dir") == "rtl"
    assert page.locator("a.name").inner_text() == "Astronomy Club"
    page.close()


def test_the_language_is_switched_by_keyboard(site: Site, chromium: Browser) -> None:
    page = opened(chromium, site, "/north/about/", PHONE)
    switch = page.locator(".translations a")
    for _ in range(12):
        page.keyboard.press("Tab")
        if switch.evaluate("one => one === document.activeElement"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/north/en/about/")
    assert page.get_by_role("heading", level=1).inner_text() == "About us"
    page.close()


def test_a_link_to_news_in_another_language_says_so(site: Site, chromium: Browser) -> None:
    page = opened(chromium, site, "/north/news/", DESKTOP)
    link = page.locator("main li a[hreflang]")
    assert (link.get_attribute("lang"), link.get_attribute("dir")) == ("fr", "ltr")
    link.click()
    assert page.locator("article").get_attribute("lang") == "fr"
    assert page.evaluate("document.documentElement.lang") == "ar"
    page.close()
