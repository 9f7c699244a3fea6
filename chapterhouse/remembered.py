"""The edit of a page in a project that nobody watches: the last build as the state remembers it.

Of a large network only those folders are unpacked of which the site shows something. From these its job is
made as the last build made it; the recorded parts, which name all that its bytes depend on, prove that it is.
"""

import pickle
import shutil
from collections.abc import Iterator, Mapping

from chapterhouse.combine import read_themes
from chapterhouse.config import Project
from chapterhouse.diagnostics import Diagnostic
from chapterhouse.frozen import field, replace, slotted
from chapterhouse.load.all import context, unpack
from chapterhouse.load.network import assemble
from chapterhouse.model import HUB_FOLDER, SHARED_FOLDER, Folder, SiteJob
from chapterhouse.options import Options
from chapterhouse.plan.jobs import NetworkIndex, index_network, site_job
from chapterhouse.plan.parts import common_parts, site_parts
from chapterhouse.planning import surroundings_of, versions_of
from chapterhouse.quick_edit import LastBuild, QuickEdit
from chapterhouse.record import NetworkRecord
from chapterhouse.render.pool import Workers
from chapterhouse.report import Report, all_kept
from chapterhouse.scan import Scan
from chapterhouse.sources import ENGINE, Source, environment, shapes
from chapterhouse.state import SiteState, State
from chapterhouse.unchanged import report_key

OTHERS = ("placed", "address")
"""The kinds of parts that come from other folders."""


def build_edited(
    project: Project, options: Options, state: State, workers: Workers, name: str
) -> Report | None:
    """Build the site of one association in whose folder (`name`) pages were edited since the last build.

    None where more than this site may change, or anything is not as the last build left it.
    """
    key = report_key(options.today, options.key)
    found, known, recorded = state.found(key), state.site(_slug(name)), state.scan(name)
    if found is None or known is None or recorded is None or state.pending():
        return None
    if project.settings.search or project.settings.status_page or (known.links and pickle.loads(known.links)):
        return None
    scan = Source(name, f"{project.root}/{name}").scan(recorded)
    last = _Last(project, options.today, state, name, known)
    job = last.job() if scan.digests != recorded[1] else None
    if job is None:
        return None
    # What a killed build staged may be of another version.
    shutil.rmtree(project.stage, ignore_errors=True)
    project.stage.mkdir(parents=True)
    state.drop_report()
    state.keep_scans({name: scan.recorded})
    built = QuickEdit(
        project=project,
        state=state,
        workers=workers,
        last=LastBuild(report=_report(state, pickle.loads(found)), jobs={_slug(name): job}),
        before=last.folders[name],
        scan=scan,
        record=last.record,
        reading=last.reading,
        kept_under=shapes(last.scans[ENGINE]),
        today=options.today,
    ).build()
    shutil.rmtree(project.stage, ignore_errors=True)
    return built[0] if built else None


def _slug(name: str) -> str:
    return name.rpartition("/")[2]


def _report(state: State, diagnostics: tuple[Diagnostic, ...]) -> Report:
    """Return the report of the last build, in which nothing was held."""
    slugs = [slug for slug in state.slugs() if not slug.startswith("@")]
    return all_kept("build", slugs, diagnostics, published=len(slugs))


@slotted
class _Last:
    """The last build, as far as one folder's site shows something of it."""

    project: Project
    today: str
    state: State
    name: str
    known: SiteState
    """What is remembered of the site."""
    scans: Mapping[str, Scan] = field(default_factory=dict)
    """Every source that all sites depend on."""
    record: NetworkRecord | None = None
    reading: str = ""
    """The context in which folders were loaded."""
    folders: dict[str, Folder] = field(default_factory=dict)

    def job(self) -> SiteJob | None:
        """Return the job of the site as it was built, or None where it cannot be made again."""
        self.scans = self._read_scans()
        engine = f"{self.scans[ENGINE].digest} {environment()}"
        if not self._read_folders(engine):
            return None
        network = assemble(self.folders, self.project.settings, self.today)
        if network is None or network.association(_slug(self.name)) is None:
            return None
        themes = read_themes(self.project)
        surroundings = surroundings_of(self.project, themes)
        index = self._with_facts(index_network(network))
        job = site_job(index, _slug(self.name), surroundings)
        common = common_parts(index, versions_of(self.scans, themes, engine))
        return job if site_parts(index, job, surroundings, common) == self.known.parts else None

    def _read_scans(self) -> dict[str, Scan]:
        names = (name for name in self.state.scanned() if not name.startswith(("associations/", "content/")))
        recorded = {name: self.state.scan(name) for name in names}
        return {name: Scan(one[1], one) for name, one in recorded.items() if one is not None}

    def _read_folders(self, engine: str) -> bool:
        """Unpack the folders of which the site shows something; tell whether all of them are there."""
        # The hub's folder says in which context all were loaded; with the same engine it can be unpacked.
        row = self.state.folder(HUB_FOLDER)
        hub = unpack(row[1], self.project.bodies) if row else None
        if row is None or hub is None or not isinstance(hub.record, NetworkRecord):
            return False
        self.record, self.reading = hub.record, context(self.project, engine, hub.record)
        common = {HUB_FOLDER, SHARED_FOLDER} & self.state.scanned()
        for name in sorted({*common, *self._shown()}):
            row = self.state.folder(name)
            if row is None or row[0] != self.reading:
                return False
            self.folders[name] = unpack(row[1], self.project.bodies)
        return True

    def _shown(self) -> Iterator[str]:
        """Yield the name of the folder itself and of each from which its site shows or links to an entry."""
        yield self.name
        for part in self.known.parts:
            kind, _, path = part.partition(":")
            if kind in OTHERS:
                yield "/".join(path.split("/")[:2])

    def _with_facts(self, index: NetworkIndex) -> NetworkIndex:
        """Return an index with the numbers of the whole network."""
        parts = self.known.parts
        facts = replace(
            index.facts,
            association_count=int(parts["fact:association_count"]),
            country_count=int(parts["fact:country_count"]),
            as_of=parts["fact:as_of"],
        )
        return replace(index, facts=facts)
