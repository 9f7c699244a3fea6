"""See the network in your browser while you write: built at every save, on this computer only.

The preview has its own folder; output/ stays as it is. Sub-domains and domains of associations are shown as
folders, and the search is left out, so that a save shows at once. Stop it with Ctrl-C.
"""

import gc
from pathlib import Path
from time import perf_counter

from chapterhouse.cli._options import PROJECT, Given, Option
from chapterhouse.errors import ChapterhouseError
from chapterhouse.frozen import replace

OPTIONS = (
    PROJECT,
    Option(name="port", help="where it listens", default=8000),
    Option(name="no-browser", help="do not open a browser", default=False),
    Option(name="today", help="the day the build is for, as 2026-05-17", metavar="DATE"),
)


def run(options: Given) -> int:
    """Build, then serve and rebuild until Ctrl-C."""
    from chapterhouse.clock import today
    from chapterhouse.config import find_project, read_project
    from chapterhouse.options import Options
    from chapterhouse.pipeline import Session
    from chapterhouse.reporting import Progress, render
    from chapterhouse.serve import HOST, serve

    root = find_project(Path(options.project) if options.project else None)
    day = today(options.today)

    def begin() -> Session:
        project = read_project(root)
        settings = replace(
            project.settings,
            url=f"http://{HOST}:{options.port}/",
            layout="paths",
            own_domains=False,
            search=False,
        )
        project = replace(project, settings=settings, output=project.work / "preview")
        return Session(project, Options(command="build", today=day))

    session = begin()

    def rebuild(changed: set[str]) -> bool:
        nonlocal session
        started = perf_counter()
        try:
            if any(path.endswith(".py") and "/" not in path for path in changed):
                session = begin()
                changed = set()
            report = session.run(changed or None)
        except ChapterhouseError as problem:
            print(f"error: {problem}", flush=True)
            return False
        print(render(report, root), f"({(perf_counter() - started) * 1000:.0f} ms)", flush=True)
        return report.files_written > 0 or report.files_removed > 0

    with Progress() as progress:
        report = session.run(None, progress.show)
    print(render(report, root))
    # What the first build left is looked through for cycles once, and not at every save.
    gc.collect()
    gc.freeze()

    def ready(address: str) -> None:
        print(f"The network is at {address} - stop with Ctrl-C.", flush=True)
        if not getattr(options, "no_browser", False):
            import webbrowser

            webbrowser.open(address)

    serve(root, session.project.output, options.port, rebuild, ready)
    return 0
