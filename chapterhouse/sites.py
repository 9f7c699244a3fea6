"""The sites of a network from plan to output: planned, rendered, joined by what all share, published."""

import pickle
import shutil
from collections.abc import Callable, Collection, Iterable, Mapping

from chapterhouse.bodies import prune_bodies
from chapterhouse.combine import Themes, asset_files, export_files, read_themes, stage_files, with_words
from chapterhouse.config import Project
from chapterhouse.diagnostics import Diagnostic
from chapterhouse.frozen import field, replace, slotted
from chapterhouse.held import folder_of
from chapterhouse.model import Network, SiteJob, SiteSummary, Written
from chapterhouse.options import Options
from chapterhouse.plan.decide import Plan
from chapterhouse.planning import PLAN, Planned, Planning
from chapterhouse.publish import ASSETS, EXPORTS, SEARCH, Outcome, Publication, publish
from chapterhouse.render.picture_making import make_pictures, prune_pictures
from chapterhouse.render.pool import Workers
from chapterhouse.report import Action, Report, SiteLine
from chapterhouse.scan import Scan
from chapterhouse.state import State


@slotted
class Sites:
    """Everything that building the sites of one network needs."""

    project: Project
    options: Options
    state: State
    workers: Workers
    show: Callable[..., None]
    network: Network
    """As it is shown: with the last good version of what is held."""
    scans: Mapping[str, Scan]
    engine: str
    kept_under: str
    """What last good versions are kept under."""
    held: Mapping[str, list[Diagnostic]]
    good: frozenset[str]
    """The held sites that have a last good version."""
    jobs: Mapping[str, SiteJob] = field(default_factory=dict)
    """The jobs of the sites that were looked at, once planned."""

    def run(self, diagnostics: list[Diagnostic]) -> Report:
        """Plan, and for the command `build` render and publish."""
        options = self.options
        themes: Themes = self.workers.prepared or read_themes(self.project)
        self.network = with_words(self.network, themes, self.project.settings.theme)
        planned = Planning(
            project=self.project,
            state=self.state,
            network=self.network,
            themes=themes,
            scans=self.scans,
            engine=self.engine,
            held=self.held,
            good=self.good,
        ).plan(options.only)
        plan = planned.plan
        self.jobs = planned.jobs
        if options.command == "plan":
            return _report("plan", diagnostics, plan)
        if options.strict and self.held:
            return self._stopped(diagnostics, plan)
        exports: list[Publication] = []
        summaries = self._render(planned, lambda: exports.extend(self._exports(planned)))
        diagnostics = _with_rendered(diagnostics, planned, summaries)
        failed = {slug for slug, summary in summaries.items() if any(d.is_error for d in summary.diagnostics)}
        if options.strict and failed:
            return self._stopped(diagnostics, plan)
        plan = _hold_failed(planned, failed, summaries)
        publications = [
            self._publication(summary, planned.parts[slug], planned.jobs[slug])
            for slug, summary in summaries.items()
            if slug not in failed
        ]
        keeps_old = bool(options.only or plan.slugs(Action.HOLD))
        publications.append(self._assets(planned, asset_files(themes, self.network.sites), keeps_old))
        publications += exports
        publications += self._search(planned, {*self.held, *failed})
        outcome = self._publish(planned, plan, publications, failed)
        return _report("build", diagnostics, plan, outcome, published=len(self._slugs()))

    def _stopped(self, diagnostics: list[Diagnostic], plan: Plan) -> Report:
        """Return the report of a build that `--strict` kept from publishing."""
        return replace(_report("build", diagnostics, plan), stopped=True, published=len(self._slugs()))

    def _slugs(self) -> list[str]:
        return [slug for slug in self.state.slugs() if not slug.startswith("@")]

    def _render(self, planned: Planned, meanwhile: Callable[[], None]) -> dict[str, SiteSummary]:
        slugs = planned.plan.slugs(Action.BUILD)
        jobs = [planned.jobs[slug] for slug in slugs if slug in planned.jobs]
        late = planned.late if len(jobs) < len(slugs) else tuple
        if slugs:
            make_pictures(self.network, slugs, jobs, self.project.root, self.workers.map, self.show)
        shutil.rmtree(self.project.stage, ignore_errors=True)
        self.project.stage.mkdir(parents=True)
        summaries = {}
        for number, summary in enumerate(self.workers.render(jobs, late, meanwhile), start=1):
            summaries[summary.slug] = summary
            self.show("rendering", number, len(slugs))
        return {slug: summaries[slug] for slug in sorted(summaries)}

    def _publication(self, summary: SiteSummary, parts: Mapping[str, str], job: SiteJob) -> Publication:
        return Publication(
            slug=summary.slug,
            files=summary.files,
            parts=parts,
            links=pickle.dumps(summary.diagnostics) if summary.diagnostics else b"",
            published_on=self.options.today,
            whole=job.site.folder if job.is_new else None,
        )

    def _assets(self, planned: Planned, files: Mapping[str, bytes], keeps_old: bool) -> Publication:
        """Stage the shared assets; those that pages of an older version show stay as long as they do."""
        old = planned.intact.get(ASSETS, {})
        written = stage_files(
            self.project.stage, files.items(), {path: entry[0] for path, entry in old.items()}
        )
        if keeps_old:
            rest = (
                Written(path=path, digest=old[path][0], size=old[path][1])
                for path in old.keys() - files.keys()
            )
            written = (*written, *rest)
        return Publication(slug=ASSETS, files=written)

    def _exports(self, planned: Planned) -> list[Publication]:
        """Stage the data exports, unless nothing that they say has changed."""
        known = planned.known.get(EXPORTS)
        intact = planned.intact.get(EXPORTS, {})
        if known and known.parts.get("frame") == planned.frame and len(intact) == len(known.manifest):
            return []
        published = {path: entry[0] for path, entry in intact.items()}
        written = stage_files(self.project.stage, export_files(self.network), published)
        return [Publication(slug=EXPORTS, files=written, parts={"frame": planned.frame})]

    def _search(self, planned: Planned, held: Collection[str]) -> list[Publication]:
        """Stage the indexes of the search, unless nothing changed that can be found."""
        known = planned.known.get(SEARCH)
        if not self.network.has_search:
            return [Publication(slug=SEARCH, files=())] if known else []
        from chapterhouse.search import search_key, write_search

        key = search_key(self.network, self.engine, held)
        intact = planned.intact.get(SEARCH, {})
        is_current = known and known.parts.get("key") == key and len(intact) == len(known.manifest)
        # With --only, the pages of the other sites are not those that would be found.
        if is_current or self.options.only:
            return []
        files = write_search(
            self.network,
            work=self.project.work,
            stage=self.project.stage,
            bodies=self.project.bodies,
            published={path: entry[0] for path, entry in intact.items()},
            engine=self.engine,
            held=held,
            mapper=self.workers.map,
        )
        return [Publication(slug=SEARCH, files=files, parts={"key": key})]

    def _publish(
        self, planned: Planned, plan: Plan, publications: list[Publication], failed: Iterable[str]
    ) -> Outcome:
        """Publish, and remember for which frame the output is right."""
        self.show("publishing")
        self._keep_good(plan)
        self.state.drop_sites([PLAN])
        outcome = publish(
            self.state,
            stage=self.project.stage,
            output=self.project.output,
            publications=publications,
            removed=plan.slugs(Action.REMOVE),
            clean=self.options.clean,
        )
        if not self.options.only:
            shown = (*(each.folder for each in self.network.associations), self.network.hub_folder)
            digests: list[Mapping[str, str]] = [scan.digests for scan in self.scans.values()]
            digests += [folder.digests for folder in (*shown, self.network.shared)]
            prune_pictures(digests, self.project.root)
            self.state.keep_sites([(PLAN, planned.remembered({*failed, *self.held}))])
            self.state.commit()
            prune_bodies(self.project.bodies, self.state)
        shutil.rmtree(self.project.stage, ignore_errors=True)
        return outcome

    def _keep_good(self, plan: Plan) -> None:
        """Remember what is built without errors as the last good version."""
        fine = [folder_of(slug) for slug in plan.slugs(Action.BUILD) if slug not in self.held]
        self.state.keep_good_folders(self.kept_under, self.options.today, fine)


def _with_rendered(
    diagnostics: list[Diagnostic], planned: Planned, summaries: Mapping[str, SiteSummary]
) -> list[Diagnostic]:
    """Add what rendering found, now or when a kept site was built."""
    found = [each for summary in summaries.values() for each in summary.diagnostics]
    for slug in planned.plan.slugs(Action.KEEP):
        if slug in planned.known and planned.known[slug].links:
            found += pickle.loads(planned.known[slug].links)
    return sorted({*diagnostics, *found}, key=Diagnostic.sort_key)


def _hold_failed(planned: Planned, failed: set[str], summaries: Mapping[str, SiteSummary]) -> Plan:
    """Turn the sites that could not be rendered without errors into held ones."""
    lines = []
    for line in planned.plan.sites:
        if line.slug not in failed:
            lines.append(line)
            continue
        first = next(d for d in summaries[line.slug].diagnostics if d.is_error)
        since = planned.known[line.slug].published_on if line.slug in planned.known else ""
        lines.append(SiteLine(slug=line.slug, action=Action.HOLD, reasons=(first.message,), kept_from=since))
    return Plan(sites=tuple(lines))


def _report(
    command: str,
    diagnostics: Iterable[Diagnostic],
    plan: Plan,
    outcome: Outcome | None = None,
    published: int = 0,
) -> Report:
    return Report(
        command=command,
        diagnostics=tuple(diagnostics),
        sites=plan.sites,
        published=published,
        files_written=len(outcome.written) if outcome else 0,
        files_removed=len(outcome.deleted) if outcome else 0,
    )
