"""What went wrong in a template or a plugin, as a diagnostic: the steward mends it."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType

from jinja2 import TemplateNotFound, TemplatesNotFound, TemplateSyntaxError

from chapterhouse.config import SETTINGS_FILE
from chapterhouse.diagnostics import Diagnostic, Location
from chapterhouse.model import SiteJob


def diagnostic(problem: Exception, job: SiteJob, plugin_files: Iterable[str]) -> Diagnostic | None:
    """Return what a person can do about an exception, or None where it is a defect of ours."""
    words = f"{type(problem).__name__}: {problem}".rstrip(": .")
    where = "; ".join(getattr(problem, "__notes__", ()))
    if isinstance(problem, TemplateSyntaxError) and problem.filename:
        place = Location(_relative(problem.filename, job), problem.lineno)
        return _template(f"the template cannot be read ({problem.message})", place, where, job)
    if isinstance(problem, TemplateNotFound):
        wanted = problem.templates if isinstance(problem, TemplatesNotFound) else [problem.name]
        message = f"the theme has no template {' or '.join(str(name) for name in wanted)}"
        return _template(message, Location(f"{_relative(job.themes[0], job)}/templates"), where, job)
    frames = list(_frames(problem.__traceback__))
    folders = tuple(f"{Path(theme) / 'templates'}{os.sep}" for theme in job.themes)
    for file, line in reversed(frames):
        if file.startswith(folders):
            place = Location(_relative(file, job), line)
            return _template(f"the template fails ({words})", place, where, job)
        if file.startswith(tuple(plugin_files)):
            return Diagnostic(
                code="plugin-failed",
                message=f"the plugin {Path(file).name}, line {line}, fails ({words})",
                location=Location(SETTINGS_FILE),
                hint=_hint("report it to the plugin's author, or take it out of PLUGINS", where),
                site=job.site.slug,
            )
    return None


def _template(message: str, place: Location, where: str, job: SiteJob) -> Diagnostic:
    return Diagnostic(
        code="template-failed",
        message=message,
        location=place,
        hint=_hint("mend the template; no page of the site is published until then", where),
        site=job.site.slug,
    )


def _hint(words: str, where: str) -> str:
    return f"{words} ({where})" if where else words


def _frames(traceback: TracebackType | None) -> Iterator[tuple[str, int]]:
    while traceback is not None:
        yield traceback.tb_frame.f_code.co_filename, traceback.tb_lineno
        traceback = traceback.tb_next


def _relative(path: str, job: SiteJob) -> str:
    try:
        inside = os.path.relpath(path, job.project)
    except ValueError:
        # Another drive, on Windows.
        return Path(path).name
    return Path(path).name if inside.startswith("..") else inside.replace(os.sep, "/")
