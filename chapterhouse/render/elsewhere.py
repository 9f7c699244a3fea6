"""Rendering on an executor that was given, such as a cluster; what it loses is sent to it once more."""

import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, as_completed
from typing import Any

from chapterhouse.diagnostics import ChapterhouseError
from chapterhouse.model import SiteJob, SiteSummary
from chapterhouse.render.portable import portable
from chapterhouse.render.processes import Defect
from chapterhouse.render.site import lost, render_site


def render_elsewhere(jobs: list[SiteJob], executor: Executor) -> Iterator[SiteSummary]:
    """Yield the summary of each site as it is done."""
    waiting = jobs
    for is_last in (False, True):
        futures = {executor.submit(_render, portable(job)): job for job in waiting}
        waiting = []
        for future in as_completed(futures):
            try:
                yield _summary(future.result())
            except (ChapterhouseError, Defect):
                raise
            except Exception:
                # Each kind of executor has its own exception for a worker that is gone.
                if is_last:
                    yield lost(futures[future])
                else:
                    waiting.append(futures[future])
        waiting.sort(key=lambda job: job.site.slug)


def _render(job: SiteJob) -> SiteSummary | str:
    """Render a site in a worker; a defect of ours comes back as the text of its traceback."""
    try:
        return render_site(job)
    except ChapterhouseError:
        raise
    except Exception:
        return traceback.format_exc()


def _summary(result: SiteSummary | str) -> SiteSummary:
    if isinstance(result, str):
        raise Defect(f"in a worker:\n{result}")
    return result


def connect(address: str) -> tuple[Executor, Callable[[], object]]:
    """Return the executor behind an address such as `dask://host:8786`, and what ends the connection.

    Raises ChapterhouseError where nothing is known of such addresses or nobody answers.
    """
    scheme, _, host = address.partition("://")
    if scheme != "dask" or not host:
        raise ChapterhouseError(f'"{address}" is no executor; one looks like dask://HOST:PORT')
    try:
        import distributed
    except ImportError:
        raise ChapterhouseError(
            'a Dask cluster needs the package "distributed": install chapterhouse[distributed]'
        ) from None
    try:
        cluster: Any = distributed
        client = cluster.Client(f"tcp://{host}")
    except OSError as problem:
        raise ChapterhouseError(f"no Dask scheduler answers at {host} ({problem})") from None
    executor: Executor = client.get_executor()
    return executor, client.close
