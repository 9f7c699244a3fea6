"""Begin a file: an association, page, news entry, event, resource or person, with help in it.

  chapterhouse new association door-county --title "Door County Astronomy Society"
  chapterhouse new page wi-aimh --title "Our history"
  chapterhouse new event hub --title "Spring meeting" --date "2027-05-12 18:30"

The file's name is made from the title, and the address from the file's name. A file that exists is never
overwritten.
"""

from pathlib import Path

from chapterhouse.cli._options import PROJECT, Given, Option
from chapterhouse.config import find_project
from chapterhouse.content_types import content_types
from chapterhouse.diagnostics import ChapterhouseError
from chapterhouse.field_types import read_date_time
from chapterhouse.files import write_new
from chapterhouse.model import ASSOCIATIONS_FOLDER, HUB_FOLDER
from chapterhouse.text import did_you_mean, is_slug, listed, slugify

OPTIONS = (
    Option(
        name="kind", help="association, page, news, event, resource or person", positional=True, default=None
    ),
    Option(name="where", help="the association's folder name, or hub", positional=True, default=None),
    Option(name="title", help="the title; for an association its full name"),
    Option(name="date", help="for news and events: the day, and the time if there is one"),
    Option(name="name", help="the file's name, if not made from the title: about/board"),
    PROJECT,
)


def run(options: Given) -> int:
    """Write the file and say where it is."""
    root = find_project(Path(options.project) if options.project else None)
    if options.kind == "association":
        return _report(root, _new_association(root, options.where, options.title))
    if options.kind not in content_types():
        known = ["association", *content_types()]
        hint = did_you_mean(options.kind, known) or f"there are {listed(known)}."
        raise ChapterhouseError(f'There is no kind "{options.kind}"; {hint}')
    return _report(root, [_new_entry(root, options)])


def _report(root: Path, written: list[Path]) -> int:
    for path in written:
        print(path.relative_to(root))
    print("Open it and fill it in; `chapterhouse check` tells what is missing.")
    return 0


def _new_association(root: Path, slug: str, name: str) -> list[Path]:
    from chapterhouse.starters import entry, record

    if not is_slug(slug):
        better = f'"{slugify(slug)}" can' if slugify(slug) else "letters a to z, digits and hyphens can"
        raise ChapterhouseError(f'"{slug}" cannot stand in a web address; {better}.')
    folder = root / ASSOCIATIONS_FOLDER / slug
    if folder.exists():
        raise ChapterhouseError(f"associations/{slug} exists already; nothing was changed.")
    label = name or slug.replace("-", " ").title()
    _write(folder / "association.yaml", record({"name": label}))
    _write(folder / "pages" / "index.md", entry("page", {"title": "Home"}, f"Welcome to {label}."))
    return [folder / "association.yaml", folder / "pages" / "index.md"]


def _new_entry(root: Path, options: Given) -> Path:
    from chapterhouse.starters import entry

    known = ["hub", *sorted(path.name for path in (root / ASSOCIATIONS_FOLDER).glob("*/"))]
    if options.where not in known:
        hint = did_you_mean(options.where, known) or "its folder's name in associations/ is needed."
        raise ChapterhouseError(f'There is no association "{options.where}"; {hint}')
    folder = root / (HUB_FOLDER if options.where == "hub" else f"{ASSOCIATIONS_FOLDER}/{options.where}")
    title = options.title or "New " + options.kind
    name = options.name or slugify(title)
    if not name or not all(is_slug(part) for part in name.split("/")):
        raise ChapterhouseError(
            f'"{name}" cannot stand in a web address; '
            "give --name with the letters a to z, digits and hyphens."
        )
    values = {"title": title}
    if options.kind in ("news", "event"):
        if not options.date:
            time = ' or --date "2027-05-12 18:30"' if options.kind == "event" else ""
            raise ChapterhouseError(f'A date is needed: --date "2027-05-12"{time}.')
        values["date" if options.kind == "news" else "start"] = _date(options.date)
    path = folder / content_types()[options.kind].FOLDER / f"{name}.md"
    _write(path, entry(options.kind, values, "Write here."))
    return path


def _date(words: str) -> str:
    try:
        return read_date_time(words)
    except ValueError as problem:
        raise ChapterhouseError(f'--date: "{words}" {problem}.') from None


def _write(path: Path, content: str) -> None:
    try:
        write_new(path, content)
    except FileExistsError:
        raise ChapterhouseError(
            f"{path.name} exists already in {path.parent.name}; nothing was changed."
        ) from None
    except OSError as problem:
        raise ChapterhouseError(f"{path} cannot be written: {problem.strerror}.") from None
