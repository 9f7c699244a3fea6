"""The preview: serves the built network on this computer, rebuilds at every save and reloads the browser.

livereload brings the web server and the script in the browser. Its own watcher is not used: version 2.7 drops
every second save within three seconds and polls; watchfiles tells of each save at once.
"""

import logging
import threading
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from livereload import Server
from livereload.handlers import LiveReloadHandler, StaticFileHandler
from tornado.ioloop import IOLoop
from tornado.web import HTTPError
from watchfiles import watch

from chapterhouse.errors import ChapterhouseError

HOST = "127.0.0.1"
"""Loopback only: nobody else in the café sees unpublished pages."""
DEBOUNCE_MS = 50
"""How long to wait for further files of the same save."""
STEP_MS = 5
"""A save is complete when nothing more has changed for so long, at most twice: editors write in one go."""
IGNORED = frozenset({".git", ".chapterhouse", "output", ".venv", "node_modules", "__pycache__"})


class _NoWatcher:
    """Stands where livereload expects its watcher."""

    filepath = None


class Pages(StaticFileHandler):  # type: ignore[misc]
    """Serves files, and the site's own 404 page where there is none."""

    def get_content_size(self) -> int:
        """Read the file, all at once: publishing may replace it between its size and its content."""
        try:
            self._content = Path(self.absolute_path).read_bytes()
        except OSError:
            raise HTTPError(404) from None
        return len(self._content)

    def get_content(self, _: str, start: int | None = None, end: int | None = None) -> bytes:
        """Return what was read, or the part of it that was asked for."""
        return self._content[start:end]

    def write_error(self, status_code: int, **problem: Any) -> None:
        """Answer with the site's 404 page where there is one."""
        page = self._not_found_page() if status_code == 404 else None
        if page is None:
            super().write_error(status_code, **problem)
        else:
            self.finish(page.read_bytes())

    def _not_found_page(self) -> Path | None:
        root = Path(self.root)
        folder = root / self.request.path.lstrip("/").partition("/")[0] / "404.html"
        return next((page for page in (folder, root / "404.html") if page.is_file()), None)

    def set_extra_headers(self, path: str) -> None:
        """Let no browser keep what the next save changes."""
        self.set_header("Cache-Control", "no-store")


def serve(
    root: Path, output: Path, port: int, rebuild: Callable[[set[str]], bool], ready: Callable[[str], None]
) -> None:
    """Serve `output` until Ctrl-C; call `rebuild` with the changed paths (below `root`) after each save.

    `rebuild` tells whether browsers should reload; `ready` gets the address once the server listens.
    Raises ChapterhouseError where the port is taken.
    """
    server = _Server(output)
    logging.getLogger("tornado.access").setLevel(logging.ERROR)
    try:
        server.application(port, HOST, debug=False)
    except OSError as problem:
        raise ChapterhouseError(
            f"Port {port} cannot be used ({problem.strerror}); choose another with --port."
        ) from None
    loop = IOLoop.current()
    stop = threading.Event()
    watcher = threading.Thread(target=_follow, args=(root, stop, rebuild, loop), daemon=True)
    watcher.start()
    loop.add_callback(ready, f"http://{HOST}:{port}/")
    try:
        loop.start()
    finally:
        stop.set()
        watcher.join(timeout=5)


class _Server(Server):  # type: ignore[misc]
    """livereload's server with our way of serving files."""

    def __init__(self, output: Path) -> None:
        super().__init__(watcher=_NoWatcher())
        self.root = str(output)
        self.default_filename = "index.html"
        self.SFH = Pages


def _follow(root: Path, stop: threading.Event, rebuild: Callable[[set[str]], bool], loop: IOLoop) -> None:
    for changed in changes(root, stop):
        try:
            reload = rebuild(changed)
        except Exception:
            # A defect of ours; the preview goes on, because the next save may well be built.
            traceback.print_exc()
            continue
        if reload:
            loop.add_callback(LiveReloadHandler.reload_waiters)


def changes(root: Path, stop: threading.Event) -> Iterator[set[str]]:
    """Yield the project paths of each batch of saves until `stop` is set."""
    real = root.resolve()
    for batch in watch(
        real,
        watch_filter=lambda _, path: _counts(real, path),
        debounce=DEBOUNCE_MS,
        step=STEP_MS,
        stop_event=stop,
    ):
        yield {Path(path).relative_to(real).as_posix() for _, path in batch}


def _counts(root: Path, path: str) -> bool:
    parts = Path(path).relative_to(root).parts
    return (
        bool(parts)
        and parts[0] not in IGNORED
        and not any(p.startswith(".") or p.endswith("~") for p in parts)
    )
