"""Pictures of all sites are made ahead, and what nobody uses any more is forgotten."""

from pathlib import Path

from chapterhouse.frozen import replace
from chapterhouse.model import Picture
from chapterhouse.render.picture_making import Making, make, make_pictures, prune_pictures
from chapterhouse.render.pictures import kept_name
from tests.builders import association, folder, network
from tests.render.jobs import job
from tests.render.photographs import photograph

JPEG = photograph()


def kept(root: Path) -> Path:
    return root / ".chapterhouse/pictures"


def test_only_new_pictures_of_the_sites_to_build_are_made(tmp_path: Path) -> None:
    for slug in ("north", "south"):
        path = tmp_path / f"associations/{slug}/images/a.JPG"
        path.parent.mkdir(parents=True)
        path.write_bytes(JPEG)
    north = folder("associations/north", digests={"images/a.JPG": "1" * 32, "pages/a.md": "2" * 32})
    south = folder("associations/south", digests={"images/a.JPG": "3" * 32})
    given = network(replace(association("north"), folder=north), replace(association("south"), folder=south))
    shared = Picture(path="content/shared/images/b.png", route="images/b.png", digest="4" * 32, size=1)
    jobs = {"north": job(tmp_path, shared_pictures=(shared,))}
    asked: list[Making] = []
    shown: list[tuple[object, ...]] = []

    def mapper(function: object, makings: list[Making]) -> list[None]:
        assert function is make
        asked.extend(makings)
        return [None for _ in makings]

    make_pictures(given, jobs, jobs.values(), tmp_path, mapper, lambda *words: shown.append(words))
    assert [Path(making.file).relative_to(tmp_path).as_posix() for making in asked] == [
        "associations/north/images/a.JPG",
        "content/shared/images/b.png",
    ]
    assert shown == [("pictures", 1, 2), ("pictures", 2, 2)]
    kept(tmp_path).mkdir(parents=True)
    for making in asked:
        (kept(tmp_path) / kept_name(making.file, making.digest)).write_bytes(b"")
    asked.clear()
    make_pictures(given, jobs, jobs.values(), tmp_path, mapper, print)
    assert asked == []


def test_a_network_without_pictures_asks_nobody(tmp_path: Path) -> None:
    given = network(association("north"))
    make_pictures(given, ["north"], [job(tmp_path)], tmp_path, lambda *_: 1 / 0, print)  # type: ignore[arg-type]
    assert not kept(tmp_path).exists()


def test_a_picture_that_cannot_be_read_is_left_to_its_site(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"rubbish")
    make(Making(str(tmp_path / "a.jpg"), "1" * 32, str(kept(tmp_path))))
    make(Making(str(tmp_path / "gone.jpg"), "1" * 32, str(kept(tmp_path))))
    assert not kept(tmp_path).exists()


def test_what_is_made_of_no_picture_is_forgotten(tmp_path: Path) -> None:
    prune_pictures([{"images/a.jpg": "1" * 32}], tmp_path)
    kept(tmp_path).mkdir(parents=True)
    stays = kept_name("x.jpg", "1" * 32)
    for name in (stays, kept_name("x.png", "1" * 32), kept_name("x.jpg", "2" * 32), ".half.123.part"):
        (kept(tmp_path) / name).write_bytes(b"")
    prune_pictures([{"images/a.jpg": "1" * 32, "pages/a.md": "2" * 32}], tmp_path)
    assert [found.name for found in kept(tmp_path).iterdir()] == [stays]
