"""Publishing touches only what changed, never tears a file, and is taken up again after any accident."""

import errno
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from chapterhouse import output_files
from chapterhouse.diagnostics import Location
from chapterhouse.errors import ChapterhouseError
from chapterhouse.files import digest
from chapterhouse.model import Written
from chapterhouse.publish import ASSETS, Outcome, Publication, publish
from chapterhouse.render.writer import Output
from chapterhouse.staging import staged, write_staged
from chapterhouse.state import open_state
from chapterhouse.summary import PackedFiles
from tests.publish_once import publish_version, tree, version

SITE = "north"


def go(
    root: Path,
    files: Mapping[str, str],
    *,
    slug: str = SITE,
    removed: tuple[str, ...] = (),
    clean: bool = False,
) -> Outcome:
    """Publish a site with these files, all of them staged."""
    return publish_sites(root, {slug: files}, removed=removed, clean=clean)


def publish_sites(
    root: Path, sites: Mapping[str, Mapping[str, str]], *, removed: tuple[str, ...] = (), clean: bool = False
) -> Outcome:
    stage, output = root / ".chapterhouse" / "stage", root / "output"
    publications = []
    shutil.rmtree(stage, ignore_errors=True)
    with open_state(str(root), str(output)) as state:
        for slug, files in sites.items():
            known = state.manifests([slug]).get(slug, {})
            written = []
            for path, text in files.items():
                content = text.encode()
                if known.get(path, ("",))[0] != digest(content):
                    stage.mkdir(parents=True, exist_ok=True)
                    write_staged(stage, path, content)
                written.append(Written(path=path, digest=digest(content), size=len(content)))
            publications.append(
                Publication(slug=slug, files=written, parts={"engine": "1"}, published_on="2026-03-03")
            )
        return publish(
            state, stage=stage, output=output, publications=publications, removed=removed, clean=clean
        )


def text(root: Path) -> dict[str, str]:
    return {path: content.decode() for path, content in tree(root / "output").items()}


def test_first_publishing_writes_everything(tmp_path: Path) -> None:
    outcome = go(tmp_path, {"north/index.html": "home", "north/a/index.html": "a"})
    assert outcome.written == ("north/a/index.html", "north/index.html")
    assert text(tmp_path) == {"north/index.html": "home", "north/a/index.html": "a"}


def test_state_is_recorded(tmp_path: Path) -> None:
    go(tmp_path, {"north/index.html": "home"})
    modified = (tmp_path / "output/north/index.html").stat().st_mtime_ns
    with open_state(str(tmp_path), str(tmp_path / "output")) as state:
        site = state.site(SITE)
        assert site is not None
        assert site.manifest == {"north/index.html": (digest(b"home"), 4, modified)}
        assert (site.parts, site.published_on) == ({"engine": "1"}, "2026-03-03")
        assert state.pending() == frozenset()


NEW = {"": {"index.html": "home", "news/index.html": "news"}, "north": {"north/a/index.html": "a"}}
"""The files of a new hub and of a new site."""


def publish_new(root: Path) -> Outcome:
    stage, output = root / ".chapterhouse" / "stage", root / "output"
    publications = []
    for slug, files in NEW.items():
        site = Output(str(stage), {}, whole=slug)
        for path, words in files.items():
            site.write(path, words.encode(), Location("one.md"))
        publications.append(Publication(slug=slug, files=site.listed(), whole=slug))
    with open_state(str(root), str(output)) as state:
        return publish(state, stage=stage, output=output, publications=publications)


@pytest.mark.parametrize("taken", [(), ("news/mine.txt",), ("news/mine.txt", "north/a/mine.txt")])
def test_folders_of_new_sites_are_put_whole_or_file_by_file(tmp_path: Path, taken: tuple[str, ...]) -> None:
    for path in taken:
        (tmp_path / "output" / path).parent.mkdir(parents=True)
        (tmp_path / "output" / path).write_text("mine")
    outcome = publish_new(tmp_path)
    files = NEW[""] | NEW["north"]
    assert outcome == Outcome(written=tuple(sorted(files)))
    assert text(tmp_path) == files | dict.fromkeys(taken, "mine")
    assert publish_new(tmp_path).deleted == ()
    assert text(tmp_path) == files | dict.fromkeys(taken, "mine")


def test_a_time_that_is_told_is_recorded_also_where_the_output_is_on_another_file_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_renames_across(monkeypatch, errno.EXDEV)
    stage, output = tmp_path / ".chapterhouse" / "stage", tmp_path / "output"
    stage.mkdir(parents=True)
    write_staged(stage, "index.html", b"home")
    os.utime(staged(stage, "index.html"), ns=(1_000, 2_000_000_000))
    with open_state(str(tmp_path), str(output)) as state:
        files = [Written("index.html", digest(b"home"), 4, 2_000_000_000)]
        publish(
            state, stage=stage, output=output, publications=[Publication(slug=SITE, files=PackedFiles(files))]
        )
        assert state.manifests([SITE])[SITE] == {"index.html": (digest(b"home"), 4, 2_000_000_000)}
    assert (output / "index.html").stat().st_mtime_ns == 2_000_000_000


def test_only_changed_files_are_touched(tmp_path: Path) -> None:
    go(tmp_path, {"north/index.html": "home", "north/a/index.html": "a"})
    same = tmp_path / "output/north/index.html"
    before = same.stat()
    outcome = go(tmp_path, {"north/index.html": "home", "north/a/index.html": "b"})
    assert outcome == Outcome(written=("north/a/index.html",))
    assert (same.stat().st_mtime_ns, same.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_same_files_are_not_touched_where_the_state_is_lost(tmp_path: Path) -> None:
    go(tmp_path, {"north/index.html": "home", "north/a/index.html": "a"})
    files = [tmp_path / "output/north" / name for name in ("index.html", "a/index.html")]
    before = [(file.stat().st_mtime_ns, file.stat().st_ino) for file in files]
    shutil.rmtree(tmp_path / ".chapterhouse")
    go(tmp_path, {"north/index.html": "home", "north/a/index.html": "b"})
    after = [(file.stat().st_mtime_ns, file.stat().st_ino) for file in files]
    assert (after[0] == before[0], after[1] == before[1]) == (True, False)
    assert text(tmp_path) == {"north/index.html": "home", "north/a/index.html": "b"}


def test_what_left_is_deleted_with_its_folders(tmp_path: Path) -> None:
    go(tmp_path, {"north/index.html": "home", "north/a/b/index.html": "b"})
    outcome = go(tmp_path, {"north/index.html": "home"})
    assert outcome.deleted == ("north/a/b/index.html",)
    assert sorted(path.name for path in (tmp_path / "output/north").iterdir()) == ["index.html"]


def test_removed_site_leaves_and_others_stay(tmp_path: Path) -> None:
    publish_sites(tmp_path, {"north": {"north/index.html": "n"}, "south": {"south/index.html": "s"}})
    publish_sites(tmp_path, {}, removed=("north",))
    assert text(tmp_path) == {"south/index.html": "s"}
    assert not (tmp_path / "output/north").exists()
    with open_state(str(tmp_path), str(tmp_path / "output")) as state:
        assert state.slugs() == ("south",)


def test_file_that_moves_from_one_site_to_another_stays(tmp_path: Path) -> None:
    publish_sites(tmp_path, {"north": {"north/a.html": "n", "x.html": "x"}, "south": {"s.html": "s"}})
    publish_sites(tmp_path, {"north": {"north/a.html": "n"}, "south": {"s.html": "s", "x.html": "x"}})
    assert text(tmp_path) == {"north/a.html": "n", "s.html": "s", "x.html": "x"}


def test_strangers_stay_unless_clean(tmp_path: Path) -> None:
    go(tmp_path, {"index.html": "home"})
    for name in ("CNAME", ".nojekyll"):
        (tmp_path / "output" / name).write_text("x", encoding="utf-8")
    go(tmp_path, {"index.html": "other"})
    assert text(tmp_path).keys() == {"index.html", "CNAME", ".nojekyll"}
    assert go(tmp_path, {"index.html": "other"}, clean=True).deleted == ("CNAME",)
    assert text(tmp_path).keys() == {"index.html", ".nojekyll"}


def test_clean_spares_the_files_of_sites_that_are_kept(tmp_path: Path) -> None:
    publish_sites(tmp_path, {"north": {"north/index.html": "n"}, "south": {"south/index.html": "s"}})
    go(tmp_path, {"north/index.html": "n"}, clean=True)
    assert text(tmp_path).keys() == {"north/index.html", "south/index.html"}


def test_file_becomes_a_folder_and_a_folder_a_file(tmp_path: Path) -> None:
    go(tmp_path, {"a": "file", "b/c/index.html": "deep"})
    go(tmp_path, {"a/index.html": "deep", "b": "file"})
    assert text(tmp_path) == {"a/index.html": "deep", "b": "file"}
    go(tmp_path, {"a": "file", "b/c/index.html": "deep"})
    assert text(tmp_path) == {"a": "file", "b/c/index.html": "deep"}


def test_stranger_in_the_way_is_named_and_spared(tmp_path: Path) -> None:
    (tmp_path / "output").mkdir()
    (tmp_path / "output/a").write_text("mine", encoding="utf-8")
    with pytest.raises(ChapterhouseError, match=r"a/index\.html"):
        go(tmp_path, {"a/index.html": "x"})
    assert text(tmp_path) == {"a": "mine"}


def test_name_that_changes_only_its_case(tmp_path: Path) -> None:
    go(tmp_path, {"images/Fair.jpg": "x"})
    go(tmp_path, {"images/fair.jpg": "x"})
    assert text(tmp_path) == {"images/fair.jpg": "x"}


@pytest.mark.parametrize(
    "path", ["../x", "/etc/x", "a/../../x", "a//b", "./x", "a\\b", "c:/x", "", "a/.chapterhouse.part"]
)
def test_names_that_leave_the_output_are_refused(tmp_path: Path, path: str) -> None:
    with (
        open_state(str(tmp_path), str(tmp_path / "output")) as state,
        pytest.raises(ChapterhouseError, match="no name"),
    ):
        publish(
            state,
            stage=tmp_path / ".chapterhouse/stage",
            output=tmp_path / "output",
            publications=[Publication(slug="", files=[Written(path=path, digest="d", size=1)])],
        )
    assert not (tmp_path / "output").exists()


def test_two_names_that_differ_by_case_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ChapterhouseError, match="same file on many disks"):
        go(tmp_path, {"a/Index.html": "x", "a/index.html": "y"})


def test_two_sites_with_one_file_are_refused(tmp_path: Path) -> None:
    go(tmp_path, {"north/index.html": "n"})
    with pytest.raises(ChapterhouseError, match="two sites"):
        go(tmp_path, {"north/index.html": "h"}, slug="")
    assert text(tmp_path) == {"north/index.html": "n"}


def test_order_is_assets_then_pages_then_feeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    place, delete = output_files.place, output_files.delete
    output = tmp_path / "output"

    def placed(source: str, target: str) -> None:
        order.append(Path(target).relative_to(output).as_posix())
        place(source, target)

    def deleted(root: Path, path: str) -> set[str]:
        order.append(f"delete {path}")
        return delete(root, path)

    monkeypatch.setattr("chapterhouse.publish.place", placed)
    monkeypatch.setattr("chapterhouse.output_files.place", placed)
    monkeypatch.setattr("chapterhouse.publish.delete", deleted)
    publish_sites(tmp_path, {ASSETS: {"assets/style.1.css": "1"}, "": {"index.html": "1"}})
    order.clear()
    hub = {
        "index.html": "2",
        "news/a/index.html": "2",
        "feed.atom": "2",
        "sitemap.xml": "2",
        "images/a.avif": "2",
    }
    publish_sites(tmp_path, {"": hub, ASSETS: {"assets/style.2.css": "2", "assets/words.json": "2"}})
    assert order == [
        "assets/style.2.css",
        "assets/words.json",
        "images/a.avif",
        "news/a/index.html",
        "index.html",
        "feed.atom",
        "sitemap.xml",
        "delete assets/style.1.css",
    ]


@pytest.mark.parametrize("folder", [".", "..", "content/x", "associations", ".chapterhouse/out"])
def test_folders_with_other_things_are_no_output(tmp_path: Path, folder: str) -> None:
    root = tmp_path / "project"
    (root / "content").mkdir(parents=True)
    with (
        open_state(str(root), "output") as state,
        pytest.raises(ChapterhouseError, match="cannot be the output"),
    ):
        publish(state, stage=root / ".chapterhouse/stage", output=root / folder, publications=[], clean=True)


def test_output_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("mine", encoding="utf-8")
    with pytest.raises(ChapterhouseError, match="it is a file"):
        go(tmp_path, {"index.html": "x"})


def test_file_that_is_neither_staged_nor_published_is_not_recorded(tmp_path: Path) -> None:
    go(tmp_path, {"index.html": "one"})
    with (
        open_state(str(tmp_path), str(tmp_path / "output")) as state,
        pytest.raises(ChapterhouseError, match="build again"),
    ):
        publish(
            state,
            stage=tmp_path / ".chapterhouse/stage",
            output=tmp_path / "output",
            publications=[Publication(slug=SITE, files=[Written(path="index.html", digest="other", size=3)])],
        )


def refuse_renames_across(monkeypatch: pytest.MonkeyPatch, error: int, only: str = "") -> None:
    """Let renaming out of the stage fail as the system would."""
    replace = os.replace

    def refuse(source: str, target: str) -> None:
        if ".chapterhouse/stage" in str(source) and only in str(target):
            raise OSError(error, os.strerror(error), str(source))
        replace(source, target)

    monkeypatch.setattr(os, "replace", refuse)


def test_output_on_another_file_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse_renames_across(monkeypatch, errno.EXDEV)
    go(tmp_path, {"a/index.html": "a", "index.html": "home"})
    assert text(tmp_path) == {"a/index.html": "a", "index.html": "home"}


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EROFS])
def test_disk_that_refuses_is_one_sentence_and_the_next_build_repairs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: int
) -> None:
    go(tmp_path, {"a.html": "1", "b.html": "1", "gone.html": "1"})
    with monkeypatch.context() as patch:
        refuse_renames_across(patch, error, only="b.html")
        with pytest.raises(ChapterhouseError, match=rf'"b\.html" cannot be published: {os.strerror(error)}'):
            go(tmp_path, {"a.html": "2", "b.html": "2"})
    assert text(tmp_path) == {"a.html": "2", "b.html": "1", "gone.html": "1"}
    go(tmp_path, {"a.html": "2", "b.html": "2"})
    assert text(tmp_path) == {"a.html": "2", "b.html": "2"}


FULL = """
import resource, sys
from pathlib import Path
from chapterhouse import output_files
from chapterhouse.errors import ChapterhouseError
from tests.publish_once import publish_version
copying = lambda source, target: output_files._copy(Path(source), Path(target))
output_files.place = copying
import chapterhouse.publish
chapterhouse.publish.place = copying
root = Path(sys.argv[1])
copy = output_files.shutil.copyfile
def limited(source, target):
    # Files of the stage and the state may be large, copies into the output may not.
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, hard))
    try:
        return copy(source, target)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
output_files.shutil.copyfile = limited
try:
    publish_version(root, 2)
except ChapterhouseError as problem:
    sys.exit(str(problem))
"""


def test_disk_that_takes_half_a_file(tmp_path: Path) -> None:
    publish_version(tmp_path, 1)
    before = tree(tmp_path / "output")
    result = subprocess.run(
        [sys.executable, "-c", FULL, str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert result.returncode == 1
    assert '"index.html" cannot be published' in result.stderr
    assert_whole(tmp_path / "output", before, version(2))
    publish_version(tmp_path, 2)
    assert tree(tmp_path / "output") == flat(version(2))


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that users without rights can reach."""
    folder = Path(tempfile.mkdtemp(prefix="chapterhouse-publish-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def test_output_that_may_not_be_written(open_folder: Path) -> None:
    go(open_folder, {"a.html": "1"})
    for path in (open_folder / ".chapterhouse", *(open_folder / ".chapterhouse").rglob("*")):
        path.chmod(0o777)
    (open_folder / "output").chmod(0o555)
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    try:
        with pytest.raises(ChapterhouseError, match="cannot be published: Permission denied"):
            go(open_folder, {"a.html": "2"})
    finally:
        os.seteuid(user)
        (open_folder / "output").chmod(0o755)
    assert text(open_folder) == {"a.html": "1"}
    go(open_folder, {"a.html": "3"})
    assert text(open_folder) == {"a.html": "3"}


def flat(sites: Mapping[str, Mapping[str, bytes]]) -> dict[str, bytes]:
    return {path: content for files in sites.values() for path, content in files.items()}


def assert_whole(output: Path, before: Mapping[str, bytes], after: Mapping[str, Mapping[str, bytes]]) -> None:
    """Every file is as it was or as it shall be; an unfinished copy is neither, but nobody's page."""
    new = flat(after)
    for path, content in tree(output).items():
        if not path.endswith(output_files.PART):
            assert content in (before.get(path), new.get(path)), path


def run_and_kill(root: Path, number: int, instant: int) -> bool:
    """Publish in another process that dies at some instant; tell whether it died."""
    command = [sys.executable, "-m", "tests.publish_once", str(root), str(number), str(instant)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode in (0, -9), result.stderr
    return result.returncode != 0


def test_killed_at_any_instant(tmp_path: Path) -> None:
    choose = random.Random(2026)
    publish_version(tmp_path, 1)
    number, killed = 1, 0
    for _ in range(36):
        number += 1
        before = tree(tmp_path / "output")
        killed += run_and_kill(tmp_path, number, choose.randrange(25, 72))
        assert_whole(tmp_path / "output", before, version(number))
        if choose.random() < 0.5:  # Now and then the next build is another one, and may die too.
            publish_version(tmp_path, number)
            assert tree(tmp_path / "output") == flat(version(number))
    publish_version(tmp_path, number + 1)
    assert tree(tmp_path / "output") == flat(version(number + 1))
    assert killed >= 30


def test_killed_by_the_clock(tmp_path: Path) -> None:
    choose = random.Random(11)
    publish_version(tmp_path, 1)
    for number in range(2, 12):
        before = tree(tmp_path / "output")
        command = [sys.executable, "-m", "tests.publish_once", str(tmp_path), str(number), "1000000"]
        with subprocess.Popen(command) as builder:
            time.sleep(choose.uniform(0.05, 0.25))
            builder.kill()
        assert_whole(tmp_path / "output", before, version(number))
    publish_version(tmp_path, 20)
    assert tree(tmp_path / "output") == flat(version(20))


def test_nothing_to_do_touches_nothing(tmp_path: Path) -> None:
    publish_version(tmp_path, 1)
    assert publish_version(tmp_path, 1) == Outcome()


def test_what_somebody_deleted_or_changed_is_put_back(tmp_path: Path) -> None:
    publish_version(tmp_path, 1)
    (tmp_path / "output/index.html").unlink()
    (tmp_path / "output/north/index.html").write_text("mine", encoding="utf-8")
    assert publish_version(tmp_path, 1).written == ("index.html", "north/index.html")
    assert tree(tmp_path / "output") == flat(version(1))
