"""Rendering by processes of this machine; a site whose process is killed is rendered once more, alone."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress

from chapterhouse.frozen import replace
from chapterhouse.model import SiteJob, SiteSummary
from chapterhouse.render.environment import trust_templates
from chapterhouse.render.pool import warm
from chapterhouse.render.portable import portable
from chapterhouse.render.processes import Lost, alone, forks, processes
from chapterhouse.render.site import lost, render_site
from chapterhouse.staging import is_whole, whole_stage
from chapterhouse.summary import PackedFiles, Written


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
        found = alone(_render, _to_hand_over([job])[0], trust_templates)
        yield lost(job) if isinstance(found, Lost) else found


def _render(job: SiteJob) -> SiteSummary:
    """Render a site in another process; its files come back as bytes until they are published."""
    summary = render_site(job)
    files = _timed(summary.files, job) if job.is_new else summary.files
    return replace(summary, files=PackedFiles(files))


def _timed(files: Iterable[Written], job: SiteJob) -> Iterator[Written]:
    """Yield files of a new site, saying when those were written that are published with a folder."""
    tree, folder = whole_stage(job.stage), job.site.folder
    for file in files:
        with suppress(OSError):
            if is_whole(file.path, folder):
                modified = os.lstat(f"{tree}/{file.path}").st_mtime_ns
                file = Written(file.path, file.digest, file.size, modified)
        yield file


def _to_hand_over(jobs: list[SiteJob]) -> list[SiteJob]:
    return jobs if forks() else [portable(job) for job in jobs]
