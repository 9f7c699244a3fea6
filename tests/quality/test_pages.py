import gzip
import urllib.request
from pathlib import Path

from quality.pages import sample, serve, walk

PAGE = '<!DOCTYPE html><html lang="en"><head><title>T</title>{head}</head><body{body}>{text}</body></html>'


def write(output: Path, path: str, *, head: str = "", body: str = "", text: str = "") -> None:
    """Write one page of a small output."""
    file = output / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(PAGE.format(head=head, body=body, text=text), encoding="utf-8")


def test_the_sample_is_the_largest_page_of_every_template(tmp_path: Path) -> None:
    write(tmp_path, "index.html", body=' data-template="home"')
    write(tmp_path, "a/index.html", body=' class="x" data-template="page"', text="short")
    write(tmp_path, "b/index.html", body=' data-template="page"', text="much longer than the other one")
    chosen = sample(list(walk(tmp_path)))
    assert [(page.template, page.path) for page in chosen] == [("home", "/"), ("page", "/b/")]


def test_a_redirect_is_no_page_and_a_page_without_template_is_named(tmp_path: Path) -> None:
    write(tmp_path, "old/index.html", head='<meta http-equiv="refresh" content="0; url=/new/">')
    write(tmp_path, "404.html", head='<meta name="robots" content="noindex">', body=' data-template="404"')
    write(tmp_path, "stray.html")
    pages = list(walk(tmp_path))
    assert [(page.path, page.template, page.hidden) for page in pages] == [
        ("/404.html", "404", True),
        ("/stray.html", "", False),
    ]
    with serve(tmp_path) as site:
        assert site.nameless == ("/stray.html",)


def test_the_server_packs_text_like_a_real_host(tmp_path: Path) -> None:
    write(tmp_path, "a/index.html", body=' data-template="page"', text="Déise")
    with serve(tmp_path) as site, urllib.request.urlopen(f"{site.address}/a/") as answer:
        assert answer.headers["Content-Encoding"] == "gzip"
        assert "Déise" in gzip.decompress(answer.read()).decode()
