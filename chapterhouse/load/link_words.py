"""Links whose words do not say where they lead, or say the same as another one (WCAG 2.4.4)."""

from collections.abc import Collection, Iterable, Iterator

from chapterhouse.diagnostics import Diagnostic, Location, Severity
from chapterhouse.model import Link

VAGUE = frozenset(
    {
        *(
            "here",
            "click",
            "click here",
            "tap here",
            "press here",
            "see here",
            "this",
            "this link",
            "this page",
        ),
        *(
            "this website",
            "link",
            "page",
            "go",
            "more",
            "read more",
            "see more",
            "learn more",
            "find out more",
        ),
        *("more info", "more information", "more details", "details", "continue", "continue reading"),
        *(
            "aquí",
            "aqui",
            "clic aquí",
            "haga clic aquí",
            "haz clic aquí",
            "pulse aquí",
            "enlace",
            "este enlace",
        ),
        *("esta página", "más", "leer más", "ver más", "saber más", "más información", "seguir leyendo"),
        *(
            "ici",
            "cliquer ici",
            "cliquez ici",
            "lien",
            "ce lien",
            "cette page",
            "plus",
            "suite",
            "lire la suite",
        ),
        *("lire plus", "voir plus", "en savoir plus", "plus d'informations", "plus d’informations"),
        *("anseo", "cliceáil anseo", "nasc", "an nasc seo", "an leathanach seo", "níos mó", "tuilleadh"),
        *("tuilleadh eolais", "léigh tuilleadh", "léigh níos mó"),
        *("hier", "hier klicken", "klick hier", "klicken sie hier", "dieser link", "diese seite", "mehr"),
        *("mehr lesen", "mehr dazu", "mehr erfahren", "mehr informationen", "weitere informationen"),
        *("weiter", "weiterlesen"),
    }
)
"""Words that say nothing out of their sentence, in the languages of the catalogues, in lower case."""
_LONGEST = max(map(len, VAGUE)) + 8
_AROUND = " \t\n.,:;!?…>»›→()[]\"'“”„"


def is_vague(words: str) -> bool:
    """Tell whether the words of a link say nothing to somebody who hears them alone."""
    return len(words) <= _LONGEST and words.strip(_AROUND).lower() in VAGUE


def ambiguous(links: Iterable[Link]) -> Iterator[tuple[Link, Link]]:
    """Yield each link that has the words of an earlier one of the page and leads elsewhere, and that one."""
    first: dict[str, Link] = {}
    for link in links:
        if link.is_image or not link.text:
            continue
        other = first.setdefault(link.text, link)
        if (other.target, other.fragment) != (link.target, link.fragment):
            yield link, other


def unclear(links: Collection[Link], path: str) -> Iterator[Diagnostic]:
    """Yield a warning for each link of the entry at a path whose words are vague or ambiguous."""
    for link in links:
        if not link.is_image and is_vague(link.text):
            message = f'the words "{link.text}" do not say where the link leads'
            hint = "take the words of the sentence that name it, such as [our next events](...)"
            yield _warning("vague-link", message, hint, path, link)
    for link, other in ambiguous(links):
        if not is_vague(link.text):
            message = f'"{link.text}" leads elsewhere in line {other.line} of this page'
            hint = "say in the words of each link what is different"
            yield _warning("ambiguous-link", message, hint, path, link)


def _warning(code: str, message: str, hint: str, path: str, link: Link) -> Diagnostic:
    place = Location(path, link.line, link.column)
    return Diagnostic(code=code, message=message, hint=hint, location=place, severity=Severity.WARNING)
