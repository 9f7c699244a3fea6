"""A job unpacked: entries, items, files and addresses."""

from pathlib import Path

from chapterhouse.model import HUB, Link
from chapterhouse.render.content import SiteContent, body_of, is_of, own_folder, read_content
from chapterhouse.render.writer import Output
from tests.builders import entry
from tests.render.jobs import job, shared_path

A = "associations/north"


def read(root: Path, *args: object, **more: object) -> tuple[SiteContent, Output]:
    given = job(root, *args, **more)  # type: ignore[arg-type]
    output = Output(given.stage, given.published)
    return read_content(given, output), output


def test_own_and_shared_entries_stand_together_sorted(tmp_path: Path) -> None:
    content, _ = read(
        tmp_path,
        [(entry(f"{A}/pages/b.md"), ""), (entry(f"{A}/pages/a.md"), "")],
        shared=[(entry(shared_path("privacy")), "")],
    )
    assert [one.path for one in content.entries] == [
        f"{A}/pages/a.md",
        f"{A}/pages/b.md",
        shared_path("privacy"),
    ]
    assert content.items.keys() == content.addresses.entries.keys() - {
        "content/shared/pages/a.md",
        "content/shared/pages/b.md",
    }


def test_a_link_to_a_shared_page_leads_to_the_sites_own_version(tmp_path: Path) -> None:
    content, _ = read(tmp_path, [(entry(f"{A}/pages/privacy.md", route="data/"), "")])
    assert content.addresses.entries[shared_path("privacy")] == "/north/data/"


def test_each_entry_has_its_body_of_the_right_folder(tmp_path: Path) -> None:
    content, _ = read(
        tmp_path,
        [(entry(f"{A}/pages/a.md"), "<p>ä</p>"), (entry(f"{A}/pages/b.md"), "<p>b</p>")],
        shared=[(entry(shared_path("privacy")), "<p>shared</p>")],
    )
    assert [body_of(one, content.bodies) for one in content.entries] == [
        "<p>ä</p>",
        "<p>b</p>",
        "<p>shared</p>",
    ]


def test_documents_are_published_and_pictures_that_are_none_are_told(tmp_path: Path) -> None:
    content, output = read(tmp_path, files={"guide.pdf": b"%PDF", "fair.png": b"no picture"})
    assert list(output.files) == ["north/guide.pdf"]
    assert content.addresses.files[f"{A}/guide.pdf"].href == "/north/guide.pdf"
    (found,) = output.diagnostics
    assert (found.code, found.location.path) == ("bad-picture", f"{A}/fair.png")


def test_of_shared_files_only_those_in_use_are_published(tmp_path: Path) -> None:
    from chapterhouse.files import digest
    from chapterhouse.model import Picture

    folder = tmp_path / "content/shared"
    folder.mkdir(parents=True)
    pictures = []
    for name in ("used.pdf", "unused.pdf"):
        (folder / name).write_bytes(b"x")
        pictures.append(Picture(path=f"content/shared/{name}", route=name, digest=digest(b"x"), size=1))
    link = Link("content/shared/used.pdf", "", 1, 1)
    _, output = read(
        tmp_path, shared=[(entry(shared_path("a"), links=(link,)), "")], shared_pictures=tuple(pictures)
    )
    assert list(output.files) == ["north/used.pdf"]


def test_folders_have_names(tmp_path: Path) -> None:
    assert own_folder(job(tmp_path)) == A
    assert own_folder(job(tmp_path, slug=HUB)) == "content/hub"
    assert is_of(entry(f"{A}/pages/a.md"), A)
    assert not is_of(entry(f"{A}-west/pages/a.md"), A)
