"""Why a site is built, in sentences: one part's difference is one sentence, however the parts are called."""

from collections.abc import Callable, Mapping, Sequence

from chapterhouse.diagnostics import Diagnostic
from chapterhouse.model import HUB_FOLDER
from chapterhouse.plan.events import PAST
from chapterhouse.text import count, listed

NAMED = 3
"""How many files of one kind a reason names."""

Change = tuple[str, str | None, str | None]
"""What changed, and its fingerprint before and after; None where there is none."""


def reasons(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[str, ...]:
    """Return a sentence for what differs between two versions of a site's parts; none if nothing does."""
    if old == new:
        return ()
    if not old:
        return ("everything is built anew",)
    changes: dict[str, list[Change]] = {}
    for name in sorted(old.keys() | new.keys()):
        before, after = old.get(name), new.get(name)
        if before != after:
            kind, _, what = name.partition(":")
            changes.setdefault(kind, []).append((what, before, after))
    sentences = [word for kind, tell in _KINDS.items() for word in tell(changes.pop(kind, []))]
    sentences += [f"its {kind} changed" for kind in sorted(changes) if kind not in _CONSEQUENCES]
    if not sentences:
        sentences = [word for kind, tell in _CONSEQUENCES.items() for word in tell(changes.get(kind, []))]
    else:
        for kind, tell in _CONSEQUENCES.items():
            own = [
                change for change in changes.get(kind, []) if change[1] is not None and change[2] is not None
            ]
            sentences += tell(own)
    return tuple(sentences)


def damage(paths: Sequence[str]) -> tuple[str, ...]:
    """Say which published files are not in the output any more, or not as they were published."""
    if not paths:
        return ()
    return (f"{_named(paths, 'file')} {'is' if len(paths) == 1 else 'are'} missing or changed in the output",)


def hold(errors: Sequence[Diagnostic], published_on: str) -> tuple[str, ...]:
    """Say why a site is held, and from when the version is that stays."""
    first = min(errors, key=Diagnostic.sort_key)
    why = f"{count(len(errors), 'error')}, the first in {first.location}: {first.message}"
    stays = f"the version of {published_on} stays" if published_on else "it was never published"
    return (why, stays)


def _named(paths: Sequence[str], noun: str) -> str:
    """Name the first few and count the rest: `a, b, c and 4 more files`."""
    if len(paths) <= NAMED:
        return listed(paths)
    many = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return listed([*paths[:NAMED], count(len(paths) - NAMED, f"more {noun}", f"more {many}")])


def _says(sentence: str) -> Callable[[list[Change]], list[str]]:
    return lambda changes: [sentence] if changes else []


def _each(sentence: str, noun: str) -> Callable[[list[Change]], list[str]]:
    def tell(changes: list[Change]) -> list[str]:
        return [sentence.format(_named([what for what, _, _ in changes], noun))] if changes else []

    return tell


def _files(changes: list[Change]) -> list[str]:
    return _lives(changes, "{}", "file", ("is new", "are new"), ("was deleted", "were deleted"))


def _shared(changes: list[Change]) -> list[str]:
    here = ("now shows here", "now show here")
    return _lives(changes, "the shared {}", "page", here, ("no longer shows here", "no longer show here"))


def _placed(changes: list[Change]) -> list[str]:
    down = [change for change in changes if change[0].startswith(HUB_FOLDER)]
    across = [change for change in changes if not change[0].startswith(HUB_FOLDER)]
    said = []
    if down:
        said.append(f"an entry handed down by the hub changed: {_named([c[0] for c in down], 'entry')}")
    if across:
        said.append(f"an entry of another association changed: {_named([c[0] for c in across], 'entry')}")
    return said


def _lives(
    changes: list[Change], frame: str, noun: str, born: tuple[str, str], died: tuple[str, str]
) -> list[str]:
    edited = [what for what, before, after in changes if before is not None and after is not None]
    new = [what for what, before, _ in changes if before is None]
    gone = [what for what, _, after in changes if after is None]
    said = []
    for paths, verbs in ((edited, ("was edited", "were edited")), (new, born), (gone, died)):
        if paths:
            said.append(f"{frame.format(_named(paths, noun))} {verbs[len(paths) > 1]}")
    return said


def _themes(changes: list[Change]) -> list[str]:
    chosen = [what for what, before, _ in changes if before is None]
    if chosen:
        return [f"its theme is now {listed(chosen)}"]
    return [f"the theme {listed([what for what, _, _ in changes])} changed"] if changes else []


def _network(changes: list[Change]) -> list[str]:
    if not changes:
        return []
    _, before, after = changes[0]
    fields = {word.partition("=")[0] for word in {*(before or "").split()} ^ {*(after or "").split()}}
    return [f"network.yaml changed what every page shows ({listed(sorted(fields))})"]


_FACTS = {
    "association_count": "the number of associations changed from {} to {}",
    "country_count": "the number of countries changed from {} to {}",
    "as_of": "the day of the newest check of a record changed from {} to {}",
}


def _facts(changes: list[Change]) -> list[str]:
    return [
        _FACTS.get(w, w + " changed from {} to {}").format(b or "none", a or "none") for w, b, a in changes
    ]


def _announcement(changes: list[Change]) -> list[str]:
    both = [change for change in changes if change[1] and change[2]]
    return [f"its announcement is {after} from now on" for _, _, after in both]


def _events(changes: list[Change]) -> list[str]:
    passed = [what for what, _, after in changes if after == PAST]
    others = [what for what, _, after in changes if after != PAST]
    said = []
    if passed:
        said.append(f"the event {_named(passed, 'event')} {'has' if len(passed) == 1 else 'have'} passed")
    if others:
        said.append(
            f"the event {_named(others, 'event')} {'has' if len(others) == 1 else 'have'} another next date"
        )
    return said


_KINDS: dict[str, Callable[[list[Change]], list[str]]] = {
    "engine": _says("Chapterhouse, or a package that it uses, changed"),
    "settings": _says("pelican.conf.py changed"),
    "site": _says("its address changed"),
    "hub": _says("the hub's address changed"),
    "theme": _themes,
    "network": _network,
    "fact": _facts,
    "folder": lambda _: [],
    "file": _files,
    "shared": _shared,
    "placed": _placed,
    "sitemaps": _says("the sites that it lists for search engines are others"),
    "hub page": _each("{} shows something new", "page"),
}
"""How a difference of each kind is told, the farthest-reaching first."""

_CONSEQUENCES: dict[str, Callable[[list[Change]], list[str]]] = {
    "address": _each("the address of {}, which it links to, changed", "page"),
    "value": _each("the value of {} changed", "value"),
    "event": _events,
    "announcement": _announcement,
}
"""What comes and goes with files: told where it changed by itself, or where nothing else explains it."""
