"""The scenario of a server that watches: from the save of a page to the new bytes in its output file."""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.measure import Measurement
from benchmarks.peer import Run, page_file
from benchmarks.session import Contender, Place, Row, Session, append_sentence, contender

PATIENCE = 120.0
SETTLE = 1.5
POLL = 0.0005


def serve(session: Session, sizes: list[int]) -> dict[int, list[Row]]:
    """Edit pages while each contender's own server runs, one server at a time."""
    rows: dict[int, list[Row]] = {}
    for size in sizes:
        rows[size] = []
        for name in session.named():
            who = contender(name, size, session.pages)
            if who and hasattr(who.peer, "serve"):
                rows[size].append(_serve(session, who))
    return rows


def _serve(session: Session, who: Contender) -> Row:
    row = Row(who)
    place = session.prepare(who, "serve", str(who.corpus.site_count))
    serve_command = who.peer.serve  # type: ignore[attr-defined]
    run: Run = serve_command(place.project, place.output, _free_port())
    with _running(run, place.folder / "server.log") as server:
        if not _complete(who, place, server):
            row.problems.append("the server did not build all pages")
            return row
        for number in range(1, session.rounds + 1):
            time.sleep(SETTLE)
            file, words, _ = append_sentence(who, place, number)
            start = time.perf_counter()
            if not _appears(file, words):
                row.problems.append(f"edit {number} did not arrive in {PATIENCE:.0f} s")
                return row
            seconds = time.perf_counter() - start
            row.runs.append(Measurement(wall=seconds, cpu=0.0, peak=0.0, exit_code=0))
            name = f"{who.peer.TITLE} ({who.corpus.site_count} sites)"
            session.say(f"  round {number}: {name}: {seconds * 1000:.1f} ms")
    return row


@contextmanager
def _running(run: Run, log: Path) -> Iterator[subprocess.Popen[bytes]]:
    with log.open("wb") as output:
        server = subprocess.Popen(
            run.command,
            cwd=run.folder,
            env={**os.environ, **run.environment},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
        try:
            yield server
        finally:
            server.send_signal(signal.SIGINT)
            try:
                server.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(server.pid, signal.SIGKILL)
                server.wait()


def _complete(who: Contender, place: Place, server: subprocess.Popen[bytes]) -> bool:
    corpus = who.corpus
    wanted = [page_file(place.output, site, page) for site in corpus.sites() for page in corpus.pages(site)]
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        wanted = [file for file in wanted if not file.is_file()]
        if not wanted:
            time.sleep(SETTLE)
            return True
        time.sleep(0.1)
    return False


def _appears(file: Path, words: bytes) -> bool:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if words in file.read_bytes():
                return True
        except FileNotFoundError:
            pass
        time.sleep(POLL)
    return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
