"""Reads every record and entry, and finds every mistake, before anything is rendered."""


def explanations() -> dict[str, str]:
    """Return what each diagnostic of this folder means and how to mend it, as Markdown, by its code."""
    from chapterhouse.load.markdown_codes import EXPLANATIONS

    return dict(sorted({**read_explanations(), **EXPLANATIONS}.items()))


def read_explanations() -> dict[str, str]:
    """Return the texts about records, front matter and folders, which stand in `explanations.md`."""
    import re
    from pathlib import Path

    text = (Path(__file__).parent / "explanations.md").read_text(encoding="utf-8")
    parts = re.split(r"^# (\S+)$", text, flags=re.MULTILINE)
    return {code: words.strip() for code, words in zip(parts[1::2], parts[2::2], strict=True)}
