"""A small crawler of built networks that shares nothing with Chapterhouse: Python's own HTML parser."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

FETCHING = {"img", "script", "iframe", "source", "video", "audio", "embed", "object", "track", "input"}
SILENT = {"script", "style", "code", "pre", "template"}
OUTWARD = {"http", "https"}


@dataclass(slots=True)
class Page(HTMLParser):
    """What one page links to, fetches, offers and says."""

    links: list[str] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    canonical: str = ""
    moved: bool = False
    silent: int = 0

    def __post_init__(self) -> None:
        super(Page, self).__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.silent += tag in SILENT
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "link":
            self._link(given)
        elif "href" in given:
            self.links.append(given["href"])
        if "src" in given:
            self.links.append(given["src"])
            if tag in FETCHING:
                self.fetched.append(given["src"])
        for name in ("srcset", "imagesrcset"):
            self.fetched += [part.split()[0] for part in given.get(name, "").split(",") if part.split()]
        if tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
            self.moved = True
            self.links.append(given["content"].partition("url=")[2])

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in SILENT

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.words.append(data)

    def _link(self, given: dict[str, str]) -> None:
        kinds = given.get("rel", "").split()
        if "canonical" in kinds:
            self.canonical = given["href"]
        elif {"stylesheet", "icon", "preload", "modulepreload"} & set(kinds):
            self.fetched.append(given["href"])
        self.links.append(given["href"])


def problems(output: Path) -> list[str]:
    """Return every dead link, missing anchor, doubled id, request to elsewhere and leaked sign, sorted."""
    files = {path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file()}
    pages = {path: _read(output / path) for path in sorted(files) if path.endswith(".html")}
    homes = _homes(pages)
    found = []
    for path, page in pages.items():
        own = _address(path, homes)
        found += [f"{path}: {words}" for words in _leaks(page)]
        found += [f"{path}: the id {one} stands twice" for one in set(page.ids) if page.ids.count(one) > 1]
        for href in page.fetched:
            if _file(urljoin(own, href), homes, files) is None and not href.startswith("data:"):
                found.append(f"{path}: fetches {href} from elsewhere")
        for href in page.links:
            found += [f"{path}: {words}" for words in _dead(urljoin(own, href), homes, files, pages)]
    return sorted(found)


def _read(path: Path) -> Page:
    page = Page()
    page.feed(path.read_text(encoding="utf-8"))
    page.close()
    return page


def _homes(pages: dict[str, Page]) -> dict[str, str]:
    """Return the folder of each site that has an address of its own, by that address, the longest first."""
    found = {}
    for path, page in pages.items():
        folder, _, name = path.rpartition("/")
        if (
            name == "index.html"
            and "/" not in folder
            and not page.moved
            and urlsplit(page.canonical).path == "/"
        ):
            found[page.canonical] = folder
    if "index.html" in pages:
        found[pages["index.html"].canonical] = ""
    return dict(sorted(found.items(), key=lambda item: -len(item[0])))


def _address(path: str, homes: dict[str, str]) -> str:
    inside = {home: folder for home, folder in homes.items() if not folder or path.startswith(folder + "/")}
    if not inside:  # The former host of a site: nothing but pages that lead on.
        return "https://former.invalid/"
    home = max(inside, key=lambda home: len(inside[home]))
    return home + path.removeprefix(inside[home]).lstrip("/").removesuffix("index.html")


def _file(url: str, homes: dict[str, str], files: set[str]) -> str | None:
    """Return the path below the output that an address means; None where it is not the network's."""
    parts = urlsplit(url)
    for home, folder in homes.items():
        host = urlsplit(home)
        if (parts.scheme, parts.netloc) == (host.scheme, host.netloc) and parts.path.startswith(host.path):
            path = f"{folder}/{unquote(parts.path[len(host.path) :])}".lstrip("/")
            return f"{path}index.html" if path.endswith("/") or not path else path
    return None


def _dead(url: str, homes: dict[str, str], files: set[str], pages: dict[str, Page]) -> list[str]:
    parts = urlsplit(url)
    if parts.scheme not in OUTWARD:
        return []
    path = _file(url, homes, files)
    if path is None:
        hosts = {urlsplit(home).netloc for home in homes}
        return [f"{url} is outside of every site"] if parts.netloc in hosts else []
    if path not in files:
        return [f"{url} leads to no file"]
    if parts.fragment and path in pages and unquote(parts.fragment) not in pages[path].ids:
        return [f"{url} leads to no place on its page"]
    return []


def _leaks(page: Page) -> list[str]:
    text = "".join(page.words)
    found = [f"shows {sign}" for sign in ("{{", "}}", "{%", "{filename}", "entry:", "file:") if sign in text]
    return found + [f"shows U+{ord(sign):X}" for sign in sorted(set(text)) if _is_private(ord(sign))]


def _is_private(code: int) -> bool:
    return 0xE000 <= code <= 0xF8FF or code >= 0xF0000
