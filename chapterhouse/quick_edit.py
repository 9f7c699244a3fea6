"""The edit of a page that nothing but its own site shows: one folder is read and one site rendered.

What it costs does not depend on the size of the network, so that a preview answers at once in a large one.
Whatever could concern another site, or the rest of its own, is left to the steps of the whole build.
"""

import pickle
from collections.abc import Mapping

from chapterhouse.config import Project
from chapterhouse.frozen import field, frozen, replace, slotted
from chapterhouse.load.all import load_changed, unpack
from chapterhouse.model import Folder, SiteJob
from chapterhouse.plan.reasons import reasons
from chapterhouse.publish import Publication, publish
from chapterhouse.record import NetworkRecord
from chapterhouse.render.pool import Workers
from chapterhouse.report import Action, Report, SiteLine
from chapterhouse.scan import Scan
from chapterhouse.state import State
from chapterhouse.unchanged import only_pages

SEEN = (
    "record",
    "places",
    "outward",
    "targets",
    "routes",
    "parents",
    "aliases",
    "values",
    "counts",
    "diagnostics",
)
"""What a folder shows to checks and to other sites, besides what it offers them."""


@frozen
class LastBuild:
    """What a build without held sites leaves for the next edit."""

    report: Report
    jobs: Mapping[str, SiteJob] = field(default_factory=dict)


@slotted
class QuickEdit:
    """One association's folder in which some page changed, and nothing else did."""

    project: Project
    state: State
    workers: Workers
    last: LastBuild
    before: Folder
    scan: Scan
    record: NetworkRecord | None
    reading: str
    """The context in which folders are loaded."""
    kept_under: str
    today: str

    def build(self) -> tuple[Report, Folder] | None:
        """Return the report and the folder as it is now; None where more than its own site may change."""
        slug = self.before.slug
        job, known = self.last.jobs.get(slug), self.state.site(slug)
        if job is None or known is None or not only_pages(self.before.digests, self.scan.digests):
            return None
        name = self.before.name
        loading = load_changed(self.project, {name: self.scan}, {name: self.before}, self.record, map)
        packed, _ = next(iter(loading))
        folder = unpack(packed, self.project.bodies)
        if not _seen_alike(self.before, folder):
            return None
        summary = next(iter(self.workers.render([self._job(job, folder, known.manifest)])))
        if summary.diagnostics:
            return None
        parts = {**known.parts, "folder": folder.digest}
        parts |= {f"file:{name}/{path}": print_ for path, print_ in folder.digests.items()}
        self.state.keep_folders(self.reading, {name: packed})
        self.state.keep_good_folders(self.kept_under, self.today, [name])
        outcome = publish(
            self.state,
            stage=self.project.stage,
            output=self.project.output,
            publications=[
                Publication(
                    slug=slug,
                    files=summary.files,
                    parts=parts,
                    links=pickle.dumps(()),
                    published_on=self.today,
                )
            ],
        )
        line = SiteLine(slug=slug, action=Action.BUILD, reasons=reasons(known.parts, parts))
        report = replace(
            self.last.report,
            sites=tuple(line if each.slug == slug else _kept(each) for each in self.last.report.sites),
            files_written=len(outcome.written),
            files_removed=len(outcome.deleted),
        )
        return report, folder

    def _job(self, job: SiteJob, folder: Folder, manifest: Mapping[str, tuple[str, int, int]]) -> SiteJob:
        return replace(
            job,
            is_new=False,
            pages=folder.pages,
            pages_at=folder.pages_at,
            bodies=f"{self.project.bodies}/{folder.bodies}",
            published={path: entry[0] for path, entry in manifest.items()},
        )


def _kept(line: SiteLine) -> SiteLine:
    return replace(line, action=Action.KEEP, reasons=())


def _seen_alike(before: Folder, now: Folder) -> bool:
    offers = [[(entry.path, entry.digest) for entry in folder.offered] for folder in (before, now)]
    return offers[0] == offers[1] and all(getattr(before, name) == getattr(now, name) for name in SEEN)
