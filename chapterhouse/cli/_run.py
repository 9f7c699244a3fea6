"""What build, check and plan have in common: the project, the day, progress, the report."""

import sys
from pathlib import Path

from chapterhouse.cli._options import Given
from chapterhouse.clock import today
from chapterhouse.config import find_project, read_project
from chapterhouse.options import Options
from chapterhouse.pipeline import Session
from chapterhouse.report import Report
from chapterhouse.reporting import Progress, render
from chapterhouse.unchanged import options_key


def run_pipeline(command: str, options: Given) -> int:
    """Run the pipeline for a command, print its report and return its exit code."""
    root = find_project(Path(options.project) if options.project else None)
    project = read_project(root, output=Path(options.output) if options.output else None)
    colour = sys.stdout.isatty()
    only = getattr(options, "only", "")
    if command == "build":
        from chapterhouse.share import note_share

        only = note_share(project.root, getattr(options, "shard", "")) or only
    settings = Options(
        command=command,
        today=today(options.today),
        strict=getattr(options, "strict", False),
        clean=getattr(options, "clean", False),
        built=command == "check" and options.output is not None,
        only=only,
        jobs=getattr(options, "jobs", 0),
        executor=getattr(options, "executor", ""),
        key=options_key(strict=getattr(options, "strict", False), format=options.format, colour=colour),
    )

    def tell(report: Report) -> str:
        return render(report, root, format=options.format, colour=colour) + "\n"

    repeatable = command == "build" and not settings.only
    with Progress(quiet=options.format == "json") as progress:
        session = Session(project, settings, edited=getattr(options, "edited", ""))
        report = session.run(None, progress.show, tell if repeatable else None)
    print(tell(report), end="")
    return report.exit_code
