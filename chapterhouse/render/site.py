"""Render one site: a `SiteJob` in, its files in the stage and a `SiteSummary` out.

Pelican runs inside where the project names further plugins. Without them its part in a run would be to ask
our own generator to write, and importing it takes longer than rendering ten sites: the core writes by itself
then, the same bytes (tests/render/test_site.py).
"""

from chapterhouse.diagnostics import Diagnostic, Location
from chapterhouse.errors import unwritable
from chapterhouse.model import SiteJob, SiteSummary
from chapterhouse.render.portable import arrived
from chapterhouse.render.rendering import Rendering
from chapterhouse.render.writer import Output

PLUGIN = "chapterhouse.render.plugin"


def render_site(job: SiteJob, *, through_pelican: bool = False) -> SiteSummary:
    """Render a site and return what the steps behind need to know of it.

    Mistakes in templates and plugins are diagnostics of the site; a defect of ours is raised with a note that
    names the site.
    """
    job = arrived(job)
    others = other_plugins(job)
    output = Output(job.stage, job.published, whole=job.site.folder if job.is_new else None)
    links: tuple[tuple[str, str], ...] = ()
    try:
        if others or through_pelican:
            from chapterhouse.render.pelican_run import run

            output, links = run(job, output, others)
        else:
            rendering = Rendering(job, output)
            rendering.write()
            links = rendering.follow_links(output)
    except Exception as problem:
        _tell(problem, job, others, output)
    diagnostics = sorted(output.diagnostics, key=lambda d: d.sort_key())
    return SiteSummary(slug=job.site.slug, files=output.listed(), links=links, diagnostics=tuple(diagnostics))


def other_plugins(job: SiteJob) -> tuple[str, ...]:
    """Return the names of the third-party plugins that run for a site."""
    return tuple(name for name in job.pelican.get("PLUGINS") or () if name != PLUGIN)


def _tell(problem: Exception, job: SiteJob, others: tuple[str, ...], output: Output) -> None:
    """Turn the mistake of a template or plugin into a diagnostic; raise what is none."""
    from chapterhouse.render import failures

    full = unwritable(problem) if isinstance(problem, OSError) else None
    if full is not None:
        raise full from problem
    files: list[str] = []
    if others:
        from chapterhouse.render.pelican_run import forget

        files = forget(others)
    found = failures.diagnostic(problem, job, files)
    if found is None:
        problem.add_note(f"while rendering the site {job.site.slug or 'of the hub'}")
        raise problem
    output.diagnostics.append(found)


def place_of(job: SiteJob) -> Location:
    """Return where problems of the whole site are told."""
    return Location(
        "content/hub/network.yaml" if job.is_hub else f"associations/{job.site.slug}/association.yaml"
    )


def lost(job: SiteJob) -> SiteSummary:
    """Return the summary of a site that no worker could finish."""
    diagnostic = Diagnostic(
        code="worker-lost",
        message="the process that rendered this site was ended from outside, twice",
        location=place_of(job),
        hint="the machine may have run out of memory; a very large picture is the usual reason",
        site=job.site.slug,
    )
    return SiteSummary(slug=job.site.slug, files=(), diagnostics=(diagnostic,))
