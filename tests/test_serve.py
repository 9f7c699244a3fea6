"""The preview: a real server on loopback, real saves, a real browser that reloads."""

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from playwright.sync_api import sync_playwright

from chapterhouse.serve import Pages
from quality import browser
from tests.conftest import MakeNetwork
from tests.running import TODAY, chapterhouse, environment

PATIENCE = 30


class Preview:
    """A running `chapterhouse serve` and what it printed so far."""

    def __init__(self, project: Path, port: int) -> None:
        self.project = project
        self.address = f"http://127.0.0.1:{port}"
        self.log = project.parent / "serve.log"
        words = ["serve", "--port", str(port), "--no-browser", "--today", TODAY]
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "chapterhouse", *words],
                cwd=project,
                env=environment(PYTHONUNBUFFERED="1"),
                stdout=log,
                stderr=log,
            )

    @property
    def said(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def get(self, path: str) -> str:
        with urlopen(self.address + path, timeout=PATIENCE) as answer:
            return str(answer.read().decode("utf-8"))

    def write(self, path: str, text: str) -> None:
        (self.project / path).parent.mkdir(parents=True, exist_ok=True)
        (self.project / path).write_text(text, encoding="utf-8")


def wait_for(condition: Callable[[], bool], what: str) -> None:
    for _ in range(PATIENCE * 20):
        if condition():
            return
        time.sleep(0.05)
    raise AssertionError(what)


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
    return port


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A preview of the small network."""
    from tests.builders import SMALL_NETWORK

    project = tmp_path_factory.mktemp("serve") / "network"
    for name, text in SMALL_NETWORK.items():
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    running = Preview(project, free_port())
    try:
        wait_for(lambda: "The network is at" in running.said or running.process.poll() is not None, "silence")
        assert running.process.poll() is None, running.said
        yield running
    finally:
        running.process.send_signal(signal.SIGINT)
        code = running.process.wait(timeout=PATIENCE)
    assert (code, running.said.count("Traceback")) == (130, 0), running.said
    assert running.said.rstrip().endswith("the next build takes up from here.")


def page(words: str, title: str = "North Club") -> str:
    return f"---\ntitle: {title}\n---\n\n{words}\n"


HOME = "associations/north/pages/index.md"


def test_pages_are_served_on_this_computer_only(preview: Preview) -> None:
    assert "We meet in the north." in preview.get("/north/")
    assert f"{preview.address}/ - stop with Ctrl-C" in preview.said
    port = int(preview.address.rpartition(":")[2])
    others = {found[4][0] for found in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)}
    for address in sorted(others - {"127.0.0.1"}):
        with socket.socket() as caller:
            caller.settimeout(2)
            assert caller.connect_ex((address, port)) != 0


def test_an_address_without_a_page_shows_the_sites_own_404_page(preview: Preview) -> None:
    with pytest.raises(HTTPError) as found:
        preview.get("/north/nothing/")
    with found.value as answer:
        assert answer.code == 404
        assert 'data-template="not_found"' in answer.read().decode("utf-8")


def test_saves_in_quick_succession_are_all_built(preview: Preview) -> None:
    for number in range(5):
        preview.write(f"associations/north/pages/page-{number}.md", page(f"Number {number}.", "Page"))
        time.sleep(0.3)
    for number in range(5):
        path = f"/north/page-{number}/"
        wait_for(lambda path=path: answers(preview, path), f"{path} was never built: {preview.said}")  # type: ignore[misc]
        assert f"Number {number}." in preview.get(path)


def answers(preview: Preview, path: str) -> bool:
    try:
        return bool(preview.get(path))
    except HTTPError as problem:
        problem.close()
        return False


def test_a_mistake_is_told_and_the_preview_goes_on(preview: Preview) -> None:
    preview.write(HOME, "---\ntitle: a: b\n---\n\nText.\n")
    wait_for(lambda: f"{HOME}:2:9: error:" in preview.said, preview.said)
    assert "We meet in the north." in preview.get("/north/")
    preview.write(HOME, page("We meet again."))
    wait_for(lambda: "We meet again." in preview.get("/north/"), preview.said)


def test_a_new_association_appears(preview: Preview) -> None:
    preview.write("associations/west/association.yaml", "name: West Club\n")
    wait_for(lambda: answers(preview, "/west/"), preview.said)
    # The pages of a new site are there before those that lead to them.
    wait_for(lambda: "West Club" in preview.get("/directory/"), preview.said)
    assert "West Club" in preview.get("/west/")


def test_settings_are_read_again(preview: Preview) -> None:
    settings = (preview.project / "pelican.conf.py").read_text(encoding="utf-8")
    preview.write("pelican.conf.py", "SITENAME = \n")
    wait_for(lambda: "error: pelican.conf.py cannot be run" in preview.said, preview.said)
    preview.write("pelican.conf.py", settings + 'NETWORK_MARKDOWN = "python-markdown"\n')
    preview.write(HOME, page("*[HTML]: words\n\nHTML ~~stays~~."))
    wait_for(lambda: "~~stays~~" in preview.get("/north/"), preview.said)
    assert "~~stays~~" in preview.get("/north/")


def test_the_browser_shows_a_save_by_itself(preview: Preview) -> None:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser.path(), args=browser.flags())
        shown = chromium.new_page()
        said: list[str] = []
        shown.on("websocket", lambda socket: socket.on("framesent", lambda words: said.append(str(words))))
        shown.goto(f"{preview.address}/south/")
        for number, words in enumerate(("First save.", "Second save."), start=1):
            # Only a page whose script has said where it is gets told of saves.
            for _ in range(PATIENCE * 20):
                if sum('"info"' in each for each in said) >= number:
                    break
                shown.wait_for_timeout(50)
            preview.write("associations/south/pages/index.md", page(words, "South Club"))
            shown.get_by_text(words).wait_for(timeout=PATIENCE * 1000)
        assert shown.get_by_text("Second save.").count() == 1
        chromium.close()


def test_a_file_that_is_replaced_while_it_is_served_is_the_old_one(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text("old", encoding="utf-8")
    answer = object.__new__(Pages)
    answer.absolute_path = str(page)
    size = answer.get_content_size()
    page.write_text("newer", encoding="utf-8")
    assert (size, answer.get_content(str(page)), answer.get_content(str(page), 1, 2)) == (3, b"old", b"l")


def test_a_port_that_is_taken_is_the_operators_mistake(make_network: MakeNetwork, tmp_path: Path) -> None:
    project = make_network(tmp_path / "network", {})
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        port = listening.getsockname()[1]
        run = chapterhouse(project, "serve", "--port", str(port), "--no-browser", "--today", TODAY)
    assert run.code == 2
    assert run.err.splitlines()[-1] == (
        f"error: Port {port} cannot be used (Address already in use); choose another with --port."
    )
    assert "Traceback" not in run.err
