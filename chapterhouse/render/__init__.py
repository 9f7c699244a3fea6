"""Rendering: a `SiteJob` in, the files of one site in the stage and a `SiteSummary` out."""


def explanations() -> dict[str, str]:
    """Return what each diagnostic of this folder means and how to mend it, as Markdown, by its code."""
    import re
    from pathlib import Path

    text = (Path(__file__).parent / "explanations.md").read_text(encoding="utf-8")
    parts = re.split(r"^# (\S+)$", text, flags=re.MULTILINE)
    return {code: words.strip() for code, words in zip(parts[1::2], parts[2::2], strict=True)}
