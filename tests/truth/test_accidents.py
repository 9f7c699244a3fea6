"""A full disk, an output that cannot be written, two builds at once, Ctrl-C: each ends well."""

import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from chapterhouse.errors import ChapterhouseError
from chapterhouse.lock import WAITING, ProjectLock
from tests.truth.builds import build, build_apart, clean_copy, command, differences, environment, tree
from tests.truth.edits import edit_stylesheet, rename_network
from tests.truth.project import entry, write, write_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = write_project(tmp_path / "project")
    build(root)
    return root


def expected(project: Path, tmp_path: Path) -> dict[str, bytes]:
    """Return what a clean build makes."""
    clean = clean_copy(project, tmp_path / "clean")
    build(clean)
    return tree(clean / "output")


def is_mended(project: Path, tmp_path: Path) -> None:
    """Hold that the next build makes what a clean build makes."""
    assert build(project).exit_code == 0
    assert differences(tree(project / "output"), expected(project, tmp_path)) == []


def torn(project: Path, old: dict[str, bytes], new: dict[str, bytes]) -> list[str]:
    """Return every file that is neither old nor new."""
    return [
        path
        for path, content in tree(project / "output").items()
        if content not in (old.get(path), new.get(path))
    ]


@pytest.mark.parametrize("share", [0.02, 0.2, 0.5, 0.9])
def test_a_disk_that_is_full(tmp_path: Path, share: float) -> None:
    """A file system of its own, where this machine lets us have one; else a limit on the size of files."""
    project = write_project(tmp_path / "project")
    build(project)
    old = tree(project / "output")
    rename_network(project, 1)
    edit_stylesheet(project, 2)
    new = expected(project, tmp_path)
    size = sum(path.stat().st_size for path in project.rglob("*") if path.is_file())
    room = sum(map(len, new.values()))
    volume = tmp_path / "volume"
    volume.mkdir()
    # A block of four kilobytes for each file, and as much room again as a share of the new output.
    blocks = sum(1 for _ in project.rglob("*")) * 4096
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size + blocks + int(room * share)}", "tmpfs", str(volume)]
    is_mounted = subprocess.run(mount, capture_output=True, check=False).returncode == 0
    try:
        there = shutil.copytree(project, volume / "project")
        done = build_on_full_disk(there, 0 if is_mounted else 2000)
        assert "Traceback" not in done.stderr
        assert torn(there, old, new) == []
        if done.returncode:
            assert done.returncode == 2
            assert re.search(r"error: .*(space|large|full|written)", done.stderr), done.stderr
        if is_mounted:
            subprocess.run(["mount", "-o", "remount,size=256m", str(volume)], check=True)
        assert build_apart(there).returncode == 0
        assert differences(tree(there / "output"), new) == []
    finally:
        if is_mounted:
            subprocess.run(["umount", "-l", str(volume)], check=True)


def build_on_full_disk(project: Path, limit: int) -> subprocess.CompletedProcess[str]:
    """Build where no more fits on the disk, or no file may be larger than the limit."""

    def allow_little() -> None:
        if limit:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return subprocess.run(
        command(project, "--jobs", "1"),
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=allow_little,
    )


def test_files_that_may_not_grow(project: Path, tmp_path: Path) -> None:
    old = tree(project / "output")
    rename_network(project, 1)
    done = build_on_full_disk(project, 4000)
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    assert torn(project, old, expected(project, tmp_path)) == []
    is_mended(project, tmp_path)


def test_an_output_that_cannot_be_written(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree(project / "output")
    rename_network(project, 1)
    replace = os.replace

    def refuse(source: str, target: str) -> None:
        if str(target).startswith(str(project / "output")):
            raise PermissionError(13, "Permission denied")
        replace(source, target)

    with monkeypatch.context() as patched:
        # Root may write everywhere, so that the refusal has to be played.
        patched.setattr(os, "replace", refuse)
        with pytest.raises(ChapterhouseError, match="Permission denied"):
            build(project)
    assert tree(project / "output") == before
    is_mended(project, tmp_path)


def test_a_worker_that_is_killed_takes_no_site_along(project: Path, tmp_path: Path) -> None:
    clean = expected(project, tmp_path)
    (project / "plugins").mkdir()
    log = tmp_path / "log"
    write(
        project / "plugins/chapterhouse_killer.py",
        "import os, signal\nfrom pathlib import Path\nfrom pelican import signals\n"
        f"LOG = Path({str(log)!r})\n"
        "def kill(pelican):\n"
        "    if not LOG.exists():\n        LOG.touch()\n        os.kill(os.getpid(), signal.SIGKILL)\n"
        "def register():\n    signals.initialized.connect(kill)\n",
    )
    settings = project / "pelican.conf.py"
    write(settings, f'{settings.read_text()}PLUGIN_PATHS = ["plugins"]\nPLUGINS = ["chapterhouse_killer"]\n')
    done = build_apart(project, "--jobs", "2", PYTHONPATH=f"{environment()['PYTHONPATH']}:{project}/plugins")
    assert done.returncode == 0, done.stdout + done.stderr
    assert log.exists()
    assert differences(tree(project / "output"), clean) == []


def test_the_second_of_two_builds_waits_and_says_so(project: Path, tmp_path: Path) -> None:
    rename_network(project, 1)
    said: list[str] = []
    with ProjectLock(str(project), said.append):
        second = subprocess.Popen(
            command(project),
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert second.stderr is not None
        assert WAITING in second.stderr.readline()
        assert second.poll() is None
    _, _ = second.communicate(timeout=60)
    assert second.returncode == 0
    assert differences(tree(project / "output"), expected(project, tmp_path)) == []


def test_three_builds_at_once_end_well(project: Path, tmp_path: Path) -> None:
    rename_network(project, 1)
    builds = [
        subprocess.Popen(
            command(project), env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        for _ in range(3)
    ]
    assert [one.wait(timeout=120) for one in builds] == [0, 0, 0]
    assert differences(tree(project / "output"), expected(project, tmp_path)) == []


@pytest.mark.parametrize("share", [0.35, 0.6, 0.85])
def test_ctrl_c_is_one_line_and_no_traceback(tmp_path: Path, share: float) -> None:
    more = {f"associations/north/pages/p{n}.md": entry(f"Page {n}") for n in range(60)}
    project = write_project(tmp_path / "project", more)
    began = time.monotonic()
    assert build_apart(clean_copy(project, tmp_path / "timed"), "--jobs", "2").returncode == 0
    duration = time.monotonic() - began
    process = subprocess.Popen(
        command(project, "--jobs", "2"),
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    time.sleep(duration * share)
    os.killpg(process.pid, signal.SIGINT)
    _, complaint = process.communicate(timeout=60)
    assert process.returncode in (0, 130)
    assert "Traceback" not in complaint
    if process.returncode:
        assert complaint.splitlines()[-1].startswith("Stopped.")
    assert build_apart(project).returncode == 0
    assert differences(tree(project / "output"), tree(tmp_path / "timed/output")) == []
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)


def test_ctrl_c_while_python_itself_is_still_beginning(project: Path) -> None:
    process = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import chapterhouse.__main__ as m, os, signal; import threading, sys\n"
            "import chapterhouse.unchanged as u\n"
            "u.standing = lambda *a, **k: os.kill(os.getpid(), signal.SIGINT)\n"
            f"sys.argv = ['chapterhouse', 'build', '--project', {str(project)!r}]\nsys.exit(m.main())",
        ],
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    _, complaint = process.communicate(timeout=60)
    assert (process.returncode, "Traceback" in complaint) == (130, False), complaint


def test_a_state_that_is_lost_or_broken_costs_only_time(project: Path, tmp_path: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in (project / "output").rglob("*") if path.is_file()}
    (project / ".chapterhouse/state.sqlite").write_bytes(b"rubbish" * 999)
    is_mended(project, tmp_path)
    shutil.rmtree(project / ".chapterhouse")
    is_mended(project, tmp_path)
    assert before.keys() == {path for path in (project / "output").rglob("*") if path.is_file()}


def test_what_nobody_remembers_stays_until_a_clean_build(project: Path, tmp_path: Path) -> None:
    shutil.rmtree(project / ".chapterhouse")
    (project / "associations/north/news/opening.md").unlink()
    build(project)
    assert (project / "output/north/news/opening/index.html").exists()
    build(project, clean=True)
    assert differences(tree(project / "output"), expected(project, tmp_path)) == []
