"""What moves stops after five seconds, and stands still for who prefers that."""

import pytest

from chapterhouse.render.picture_encoding import encoded
from tests.render.photographs import SECRET, moving_picture, opened

KINDS = ["GIF", "WEBP", "PNG"]


@pytest.mark.parametrize("kind", KINDS)
def test_moving_pictures_keep_moving_and_lose_their_words(kind: str) -> None:
    original = moving_picture(kind)
    assert SECRET.encode() in original
    made, notes = encoded(original, kind, f".{kind.lower()}")
    assert notes == []
    assert [made[0].role, made[-1].role] == ["main", "still"]
    for file in made:
        assert SECRET.encode() not in file.content
    assert [getattr(opened(file.content), "n_frames", 1) for file in made] == [3] * (len(made) - 1) + [1]


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_that_moves_for_ever_stops_after_five_seconds(kind: str) -> None:
    made, _ = encoded(moving_picture(kind, duration=500), kind, f".{kind.lower()}")
    # 1.5 seconds fit three times into five; GIF counts the repetitions.
    assert opened(made[0].content).info["loop"] == (2 if kind == "GIF" else 3)


def test_a_picture_that_moves_once_does_so() -> None:
    made, _ = encoded(moving_picture("GIF", loop=None), "GIF", ".gif")
    assert "loop" not in opened(made[0].content).info


def test_a_picture_that_moves_twice_does_so() -> None:
    made, _ = encoded(moving_picture("WEBP", loop=2), "WEBP", ".webp")
    assert opened(made[0].content).info["loop"] == 2


def test_who_prefers_less_motion_gets_the_first_frame() -> None:
    made, _ = encoded(moving_picture("GIF"), "GIF", ".gif")
    assert opened(made[-1].content).convert("RGB").getpixel((4, 4)) == (255, 0, 0)


def test_a_long_film_is_told_and_plays_once() -> None:
    made, notes = encoded(moving_picture("WEBP", duration=2000), "WEBP", ".webp")
    assert [note.code for note in notes] == ["long-animation"]
    assert "6 seconds" in notes[0].message
    assert opened(made[0].content).info["loop"] == 1
