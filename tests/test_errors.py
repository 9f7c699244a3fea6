"""The operator's mistakes."""

from chapterhouse import diagnostics, errors


def test_the_sentence_is_what_is_printed() -> None:
    assert str(errors.ChapterhouseError("There is no network here.")) == "There is no network here."


def test_both_modules_speak_of_one_class() -> None:
    assert diagnostics.ChapterhouseError is errors.ChapterhouseError
