"""Show the steward what each association lacks: fresh facts, news, contact, translations.

Without a name there is a line for each association; with the name of an association's folder, every finding
about it with its files. In a git repository the history says which pages of associations stand in place of a
shared page that changed since.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from chapterhouse.cli._options import PROJECT, Given, Option

if TYPE_CHECKING:
    from chapterhouse.diagnostics import Diagnostic
    from chapterhouse.model import Network

OPTIONS = (
    Option(name="slug", help="the association's folder name, for every finding about it", positional=True),
    PROJECT,
    Option(name="today", help="the day to compare with, as 2026-05-17", metavar="DATE"),
    Option(name="format", help="how to report", default="text", choices=("text", "json")),
)


def run(options: Given) -> int:
    """Read everything anew as `check` does, and report; 1 if a site is held."""
    from chapterhouse.diagnostics import ChapterhouseError
    from chapterhouse.history import read_last_changes
    from chapterhouse.status import overridden, status
    from chapterhouse.status.text import as_json, details, table
    from chapterhouse.text import did_you_mean

    root, network, problems = read_network(options)
    changes = read_last_changes(root, overridden(network))
    found = status(network, problems, changes, read_untranslated_words(root, network))
    rows = {row.slug: row for row in found.associations}
    if options.slug and options.slug not in rows:
        hint = did_you_mean(options.slug, rows)
        raise ChapterhouseError(f'there is no association "{options.slug}"' + (f"; {hint}" if hint else ""))
    if options.format == "json":
        print(as_json(found, options.slug))
    else:
        print("\n".join(details(rows[options.slug]) if options.slug else table(found)))
    return 1 if any(row.is_held for row in found.associations) else 0


def read_untranslated_words(root: Path, network: "Network") -> dict[str, list[str]]:
    """Return the words of the network's theme that each other language of its sites lacks."""
    from chapterhouse.catalogues import read_untranslated
    from chapterhouse.config import read_project
    from chapterhouse.render.assets import theme_folders

    used = {language for one in network.associations for language in one.record.languages}
    stack = [str(folder) for folder in theme_folders(root, read_project(root).settings.theme)]
    found = {language: read_untranslated(stack, language) for language in {*used, *network.record.languages}}
    return {language: missing for language, missing in found.items() if missing}


def read_network(options: Given) -> "tuple[Path, Network, dict[str, list[Diagnostic]]]":
    """Return the project's folder, the network as it lies on the disk, and what is wrong with each site.

    Raises ChapterhouseError where the network's own record cannot be read.
    """
    from chapterhouse.clock import today
    from chapterhouse.config import find_project, read_project
    from chapterhouse.diagnostics import ChapterhouseError
    from chapterhouse.load.network import assemble
    from chapterhouse.options import Options
    from chapterhouse.pipeline import Session
    from chapterhouse.status import by_site

    root = find_project(Path(options.project) if options.project else None)
    session = Session(read_project(root), Options(command="check", today=today(options.today)))
    diagnostics = session.run().diagnostics
    network = assemble(session.folders, session.project.settings, session.options.today)
    if network is None:
        raise ChapterhouseError('the network\'s own record cannot be read; "chapterhouse check" says why')
    return root, network, by_site(diagnostics, network)
