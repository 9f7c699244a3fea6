"""The pages under the gates: the project's own network, built apart, and one page of every template."""

import gzip
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from quality.machine import PROJECT

TEMPLATE = re.compile(rb'<body[^>]*\sdata-template="([^"]+)"')
REDIRECT = re.compile(rb'<meta[^>]*http-equiv="?refresh', re.IGNORECASE)
NOINDEX = re.compile(rb'<meta[^>]*name="?robots"?[^>]*noindex', re.IGNORECASE)
NETWORK = ("pelican.conf.py", "content", "associations", "themes")
TEXT = {".html", ".css", ".js", ".svg", ".json", ".xml", ".atom", ".txt", ".ics"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One built page: the template that made it, its file, its path on the server."""

    template: str
    file: Path
    path: str
    hidden: bool
    """The page asks search engines to leave it out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The built network, served on loopback."""

    folder: Path
    address: str
    sample: tuple[Page, ...]
    nameless: tuple[str, ...]
    """The pages that do not say which template made them."""


def build(room: Path) -> Path:
    """Build a copy of the network, which leaves the developer's output as it is, and return its output."""
    for name in NETWORK:
        source = PROJECT / name
        if source.is_dir():
            shutil.copytree(source, room / name)
        else:
            shutil.copy(source, room / name)
    subprocess.run([sys.executable, "-m", "chapterhouse", "build", "--strict"], cwd=room, check=True)
    return room / "output"


def walk(output: Path) -> Iterator[Page]:
    """Yield every page of the output by its path; redirects have no template and are left out."""
    for file in sorted(output.rglob("*.html")):
        content = file.read_bytes()
        if REDIRECT.search(content):
            continue
        found = TEMPLATE.search(content)
        yield Page(
            template=found[1].decode() if found else "",
            file=file,
            path="/" + file.relative_to(output).as_posix().removesuffix("index.html"),
            hidden=NOINDEX.search(content) is not None,
        )


def sample(pages: list[Page]) -> tuple[Page, ...]:
    """Return the largest page of every template: the one with the most in it to go wrong."""
    largest: dict[str, Page] = {}
    for page in sorted(pages, key=lambda page: (page.file.stat().st_size, page.path)):
        largest[page.template] = page
    return tuple(page for template, page in sorted(largest.items()) if template)


class Handler(SimpleHTTPRequestHandler):
    """A silent web server that packs text as every real host does."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer with the file, packed if it is text."""
        file = Path(self.translate_path(self.path))
        if file.is_dir():
            file /= "index.html"
        if file.suffix not in TEXT or not file.is_file():
            super().do_GET()
            return
        content = gzip.compress(file.read_bytes(), compresslevel=6)
        self.send_response(200)
        self.send_header("Content-Type", f"{self.guess_type(file)}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def serve(output: Path) -> Iterator[Site]:
    """Serve a built network on loopback for as long as it is under the gates."""
    pages = list(walk(output))
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(output))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield Site(
                folder=output,
                address=f"http://127.0.0.1:{server.server_address[1]}",
                sample=sample(pages),
                nameless=tuple(page.path for page in pages if not page.template),
            )
        finally:
            server.shutdown()
