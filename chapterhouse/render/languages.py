"""The languages that a site has pages in, and which of them an entry is shown with."""

from chapterhouse.render.content import SiteContent


def languages(content: SiteContent) -> tuple[str, ...]:
    """Return the languages that the site has pages in, the main one first."""
    main, *others = content.job.languages
    if not others:
        return (main,)
    used = {entry.language for entry in content.entries}
    return (main, *(language for language in others if language in used))


def home_route(content: SiteContent, language: str) -> str:
    """Return the route of a language's home page."""
    return "" if language == content.job.languages[0] else f"{language.lower()}/"


def is_shown_in(content: SiteContent, written: str, language: str) -> bool:
    """Tell whether an entry written in one language is listed with those of another.

    What is written in a language that the site does not have is shown with the main one.
    """
    if written == language:
        return True
    return language == content.job.languages[0] and written not in languages(content)
