"""Render one site: a `SiteJob` in, its files in the stage and a `SiteSummary` out; Pelican runs inside."""

import shutil
import sys
from pathlib import Path
from typing import Any

from chapterhouse.diagnostics import Location
from chapterhouse.errors import unwritable
from chapterhouse.files import walk
from chapterhouse.model import SiteJob, SiteSummary
from chapterhouse.render import failures, logs
from chapterhouse.render.pages import SETTINGS_PLACE
from chapterhouse.render.portable import arrived
from chapterhouse.render.rendering import Rendering
from chapterhouse.render.settings import run_settings
from chapterhouse.render.warming import import_all
from chapterhouse.render.writer import Output

PLUGIN = "chapterhouse.render.plugin"

_registered: tuple[str, ...] = ()


def render_alone(job: SiteJob) -> SiteSummary:
    """Render a site without starting Pelican where no other plugin would notice: its import costs more than the site.

    The bytes are the same: Pelican's part in `render_site` is to ask our generator to write.
    """
    return render_site(job, through_pelican=False)


def render_site(job: SiteJob, *, through_pelican: bool = True) -> SiteSummary:
    """Render a site and return what the steps behind need to know of it.

    Mistakes in templates and plugins are diagnostics of the site; a defect of ours is raised with a note that
    names the site.
    """
    job = arrived(job)
    others = other_plugins(job)
    _use_plugins(others)
    # Plugins look at files on the disk and leave their own there: they get a folder of their own, with every
    # file of the site in it, and what they leave is taken over.
    work = Path(job.project) / ".chapterhouse" / "pelican" / (job.site.slug or ".hub")
    output = Output(str(work), {}, tree=True) if others else Output(job.stage, job.published)
    links: tuple[tuple[str, str], ...] = ()
    with logs.collected(job.site.slug) as logged:
        try:
            if others:
                shutil.rmtree(work, ignore_errors=True)
            rendering = Rendering(job, output)
            if others or through_pelican:
                _run_pelican(rendering, others)
            else:
                rendering.write()
            links = rendering.found_links()
            if others:
                output = _taken_over(work, output, job)
        except Exception as problem:
            full = unwritable(problem) if isinstance(problem, OSError) else None
            if full is not None:
                raise full from problem
            found = failures.diagnostic(problem, job, _plugin_files(others))
            # What a plugin keeps in its own memory of a broken run must not reach the next site.
            _forget_plugins()
            if found is None:
                problem.add_note(f"while rendering the site {job.site.slug or 'of the hub'}")
                raise
            output.diagnostics.append(found)
        finally:
            if others:
                shutil.rmtree(work, ignore_errors=True)
                _forget_contents()
    diagnostics = sorted((*output.diagnostics, *logged), key=lambda d: d.sort_key())
    return SiteSummary(slug=job.site.slug, files=output.listed(), links=links, diagnostics=tuple(diagnostics))


def other_plugins(job: SiteJob) -> tuple[str, ...]:
    """Return the names of the third-party plugins that run for a site."""
    return tuple(name for name in job.pelican.get("PLUGINS") or () if name != PLUGIN)


def _run_pelican(rendering: Rendering, others: tuple[str, ...]) -> None:
    import_all()
    from pelican import Pelican

    from chapterhouse.render import plugin

    job = rendering.job
    output_path = f"{rendering.output.stage}/{job.site.folder}".rstrip("/")
    if others:
        Path(output_path).mkdir(parents=True, exist_ok=True)
    Pelican(run_settings(rendering, [plugin, *others], output_path)).run()


def _taken_over(work: Path, made: Output, job: SiteJob) -> Output:
    """Return the output with the files as the plugins left them."""
    output = Output(job.stage, job.published)
    output.diagnostics = made.diagnostics
    for found in walk(work):
        source = made.source(found.path) or SETTINGS_PLACE
        output.write(found.path, (work / found.path).read_bytes(), source)
    return output


def _use_plugins(others: tuple[str, ...]) -> None:
    """Let go of the plugins of the last site where this one has others: Pelican's signals are global."""
    global _registered
    if others != _registered:
        _forget_plugins()
        _registered = others


def _forget_plugins() -> None:
    global _registered
    if _registered:
        from blinker import ANY, Signal
        from pelican.plugins import signals

        for signal in vars(signals).values():
            if isinstance(signal, Signal):
                for receiver in list(signal.receivers_for(ANY)):
                    signal.disconnect(receiver)
        for name in [name for name in sys.modules if _is_of(name, _registered)]:
            del sys.modules[name]
    _registered = ()


def _is_of(module: str, plugins: tuple[str, ...]) -> bool:
    names = (*plugins, *(f"pelican.plugins.{name}" for name in plugins))
    return any(module == name or module.startswith(name + ".") for name in names)


def _plugin_files(others: tuple[str, ...]) -> list[str]:
    files: list[str] = []
    for name in [name for name in sys.modules if _is_of(name, others)]:
        file: Any = getattr(sys.modules[name], "__file__", None)
        if file:
            package = file.removesuffix("__init__.py")
            files.append(package)
    return files


def _forget_contents() -> None:
    from chapterhouse.render.contents import forget_contents

    forget_contents()


def place_of(job: SiteJob) -> Location:
    """Return where problems of the whole site are told."""
    return Location(
        "content/hub/network.yaml" if job.is_hub else f"associations/{job.site.slug}/association.yaml"
    )
