"""Rendering by processes of this machine; a site whose process is killed is rendered once more, alone."""

from collections.abc import Callable, Iterable, Iterator

from chapterhouse.frozen import replace
from chapterhouse.model import SiteJob, SiteSummary
from chapterhouse.render.environment import trust_templates
from chapterhouse.render.pool import warm
from chapterhouse.render.portable import portable
from chapterhouse.render.processes import Lost, forks, processes
from chapterhouse.render.site import lost, render_site
from chapterhouse.summary import PackedFiles


def render_here(
    jobs: Iterable[SiteJob],
    count: int,
    late: Callable[[], Iterable[SiteJob]] = tuple,
    meanwhile: Callable[[], None] = lambda: None,
) -> Iterator[SiteSummary]:
    """Yield the summary of each site as it is done.

    `late`, which returns further jobs, and `meanwhile` are called once, when the processes have begun.
    """
    every = list(jobs)
    if forks():
        warm(every)
    suspects: list[SiteJob] = []
    with processes(_render, _to_hand_over(every), min(count, len(every)), trust_templates) as pool:
        further = list(late())
        every += further
        pool.add(_to_hand_over(further))
        pool.during(meanwhile)
        for number, result in pool.results():
            if isinstance(result, Lost):
                suspects.append(every[number])
            else:
                yield result
    for job in suspects:
        yield _render_alone(job)


def _render(job: SiteJob) -> SiteSummary:
    """Render a site in another process; its files come back as bytes until they are published."""
    summary = render_site(job)
    return replace(summary, files=PackedFiles(summary.files))


def _to_hand_over(jobs: list[SiteJob]) -> list[SiteJob]:
    return jobs if forks() else [portable(job) for job in jobs]


def _render_alone(job: SiteJob) -> SiteSummary:
    """Render a site in a process of its own: if that is killed too, it is because of this site."""
    with processes(_render, _to_hand_over([job]), 1, trust_templates) as pool:
        for _, result in pool.results():
            if not isinstance(result, Lost):
                found: SiteSummary = result
                return found
    return lost(job)
