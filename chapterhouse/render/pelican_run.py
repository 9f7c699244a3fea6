"""One site through a run of the unmodified Pelican, with the third-party plugins that the project names."""

import shutil
import sys
from pathlib import Path
from typing import Any

from chapterhouse.files import walk
from chapterhouse.model import SiteJob
from chapterhouse.render import logs
from chapterhouse.render.pages import SETTINGS_PLACE
from chapterhouse.render.rendering import Rendering
from chapterhouse.render.settings import run_settings
from chapterhouse.render.warming import import_all
from chapterhouse.render.writer import Output

_registered: tuple[str, ...] = ()


def run(job: SiteJob, output: Output, others: tuple[str, ...]) -> tuple[Output, tuple[tuple[str, str], ...]]:
    """Render a site; return its output, as plugins left it, and the addresses that its pages lead to."""
    _use_plugins(others)
    # Plugins look at files on the disk and leave their own there: they get a folder of their own, with every
    # file of the site in it, and what they leave is taken over.
    work = Path(job.project) / ".chapterhouse" / "pelican" / (job.site.slug or ".hub")
    made = Output(str(work), {}, tree=True) if others else output
    with logs.collected(job.site.slug) as logged:
        try:
            if others:
                shutil.rmtree(work, ignore_errors=True)
            rendering = Rendering(job, made)
            _run_pelican(rendering, others)
            if others:
                _take_over(work, made, output)
            return output, rendering.follow_links(output)
        finally:
            output.diagnostics += logged
            if others:
                shutil.rmtree(work, ignore_errors=True)
                _forget_contents()


def _run_pelican(rendering: Rendering, others: tuple[str, ...]) -> None:
    import_all()
    from pelican import Pelican

    from chapterhouse.render import plugin

    job = rendering.job
    output_path = f"{rendering.output.stage}/{job.site.folder}".rstrip("/")
    if others:
        Path(output_path).mkdir(parents=True, exist_ok=True)
    Pelican(run_settings(rendering, [plugin, *others], output_path)).run()


def _take_over(work: Path, made: Output, output: Output) -> None:
    """Write the files as the plugins left them."""
    output.diagnostics += made.diagnostics
    for found in walk(work):
        source = made.source(found.path) or SETTINGS_PLACE
        output.write(found.path, (work / found.path).read_bytes(), source)


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


def forget(others: tuple[str, ...]) -> list[str]:
    """Forget the plugins of a broken run, and return where they are.

    What a plugin keeps in its own memory of such a run must not reach the next site.
    """
    files = _plugin_files(others)
    _forget_plugins()
    return files


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
