"""The sites of a network from plan to output: jobs, plan, rendering, the common part, publishing."""

import os
import pickle
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from chapterhouse.combine import (
    Themes,
    asset_files,
    computed_pages,
    export_files,
    read_themes,
    stage_files,
)
from chapterhouse.config import Project
from chapterhouse.diagnostics import Diagnostic
from chapterhouse.model import HUB, HubPage, Network, SiteJob, SiteSummary
from chapterhouse.plan.decide import Plan, Published, decide
from chapterhouse.plan.jobs import NetworkIndex, Surroundings, index_network, site_job
from chapterhouse.plan.parts import Versions, common_parts, site_parts
from chapterhouse.publish import ASSETS, EXPORTS, Outcome, Publication, publish
from chapterhouse.published import inspect
from chapterhouse.render.pool import Workers
from chapterhouse.report import Action, Report, SiteLine
from chapterhouse.scan import Scan
from chapterhouse.sources import BASE_THEME, SETTINGS
from chapterhouse.state import SiteState, State

if TYPE_CHECKING:
    from chapterhouse.state import Manifest


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the command line chose."""

    command: str
    """`build`, `check` or `plan`."""
    today: str
    strict: bool = False
    clean: bool = False
    built: bool = False
    """Whether the published pages are checked too."""
    only: str = ""
    jobs: int = 0
    executor: str = ""
    key: str = ""
    """What else the report depends on: `options_key` of `unchanged.py`."""


@dataclass(slots=True, kw_only=True)
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
    known: dict[str, SiteState] = field(default_factory=dict)
    intact: "dict[str, Manifest]" = field(default_factory=dict)
    """For each published site, the files that lie in the output as they were published."""

    def run(self, diagnostics: list[Diagnostic]) -> Report:
        """Plan, and for the command `build` render and publish."""
        options = self.options
        themes = read_themes(self.project)
        damaged = self._look_at_output()
        jobs, parts = self._jobs(themes)
        plan = self._only(decide(parts, self._published(damaged), self.held, self.good))
        if options.command == "plan":
            return _report("plan", diagnostics, plan)
        if options.strict and self.held:
            return replace(_report("build", diagnostics, plan), stopped=True, published=len(self._slugs()))
        building = [self._filled(jobs[slug]) for slug in plan.slugs(Action.BUILD)]
        summaries = self._render(building)
        diagnostics = self._with_render_diagnostics(diagnostics, plan, summaries)
        failed = {slug for slug, summary in summaries.items() if any(d.is_error for d in summary.diagnostics)}
        if options.strict and failed:
            return replace(_report("build", diagnostics, plan), stopped=True, published=len(self._slugs()))
        plan = _hold_failed(plan, failed, summaries, self.known)
        publications = [
            self._publication(summary, parts[slug]) for slug, summary in summaries.items() if slug not in failed
        ]
        publications += self._common(themes)
        self._keep_good(plan)
        self.show("publishing", 0, 0)
        outcome = publish(
            self.state,
            stage=self._stage,
            output=self.project.output,
            publications=publications,
            removed=plan.slugs(Action.REMOVE),
            clean=options.clean,
        )
        shutil.rmtree(self._stage, ignore_errors=True)
        return _report("build", diagnostics, plan, outcome, published=len(self._slugs()))

    @property
    def _stage(self) -> Path:
        return self.project.work / "stage"

    def _slugs(self) -> list[str]:
        return [slug for slug in self.state.slugs() if not slug.startswith("@")]

    def _look_at_output(self) -> dict[str, tuple[str, ...]]:
        """Find which published files somebody changed or deleted behind our back."""
        self.known = self.state.sites()
        output = os.fspath(self.project.output)
        damaged = {}
        for slug, site in self.known.items():
            self.intact[slug], damaged[slug] = inspect(output, site.manifest)
        return damaged

    def _published(self, damaged: Mapping[str, tuple[str, ...]]) -> dict[str, Published]:
        return {
            slug: Published(parts=site.parts, published_on=site.published_on, damaged=damaged[slug])
            for slug, site in self.known.items()
        }

    def _jobs(self, themes: Themes) -> tuple[dict[str, SiteJob], dict[str, dict[str, str]]]:
        """Return the job of every site that should be there, and the parts its bytes depend on."""
        index = index_network(self.network)
        surroundings = Surroundings(
            project=os.fspath(self.project.root),
            stage=os.fspath(self._stage),
            bodies=os.fspath(self.project.bodies),
            theme=self.project.settings.theme,
            themes=themes.folders,
            assets=themes.hrefs,
            pelican=self.project.pelican,
            markdown=self.project.settings.markdown,
        )
        common = common_parts(index, self._versions(themes))
        jobs, parts = {}, {}
        for slug in self._wanted(index):
            pages: Iterable[HubPage] = computed_pages(self.network) if slug == HUB else ()
            job = site_job(index, slug, surroundings, hub_pages=pages)
            jobs[slug] = job
            parts[slug] = site_parts(index, job, surroundings, common)
        return jobs, parts

    def _wanted(self, index: NetworkIndex) -> list[str]:
        return [HUB, *(slug for slug, each in index.associations.items() if each.has_site)]

    def _versions(self, themes: Themes) -> Versions:
        base = f"{self.scans[BASE_THEME].digest} " + getattr(self.scans.get("themes/base"), "digest", "")
        return Versions(
            engine=self.engine,
            settings=self.scans[SETTINGS].digest,
            themes={
                name: f"{base} {getattr(self.scans.get(f'themes/{name}'), 'digest', '')}" for name in themes.folders
            },
        )

    def _only(self, plan: Plan) -> Plan:
        """Leave everything but the one site that `--only` names as it is."""
        only = self.options.only
        if not only:
            return plan
        slug = HUB if only == "hub" else only
        lines = tuple(
            line if line.slug == slug or line.action is Action.HOLD else replace(line, action=Action.KEEP, reasons=())
            for line in plan.sites
        )
        return Plan(sites=lines)

    def _filled(self, job: SiteJob) -> SiteJob:
        published = {path: entry[0] for path, entry in self.intact.get(job.site.slug, {}).items()}
        return replace(job, published=published)

    def _render(self, jobs: list[SiteJob]) -> dict[str, SiteSummary]:
        shutil.rmtree(self._stage, ignore_errors=True)
        self._stage.mkdir(parents=True)
        summaries = {}
        for number, summary in enumerate(self.workers.render(jobs), start=1):
            summaries[summary.slug] = summary
            self.show("rendering", number, len(jobs))
        return {slug: summaries[slug] for slug in sorted(summaries)}

    def _with_render_diagnostics(
        self, diagnostics: list[Diagnostic], plan: Plan, summaries: Mapping[str, SiteSummary]
    ) -> list[Diagnostic]:
        """Add what rendering found, now or when a kept site was built."""
        found = [each for summary in summaries.values() for each in summary.diagnostics]
        for slug in plan.slugs(Action.KEEP):
            if slug in self.known and self.known[slug].links:
                found += pickle.loads(self.known[slug].links)
        return sorted({*diagnostics, *found}, key=Diagnostic.sort_key)

    def _publication(self, summary: SiteSummary, parts: Mapping[str, str]) -> Publication:
        return Publication(
            slug=summary.slug,
            files=summary.files,
            parts=parts,
            links=pickle.dumps(summary.diagnostics) if summary.diagnostics else b"",
            published_on=self.options.today,
        )

    def _common(self, themes: Themes) -> list[Publication]:
        """Stage the shared assets and the data exports."""
        found = []
        for name, files in ((ASSETS, asset_files(themes, self.network.sites)), (EXPORTS, export_files(self.network))):
            published = {path: entry[0] for path, entry in self.intact.get(name, {}).items()}
            found.append(Publication(slug=name, files=stage_files(self._stage, files, published)))
        return found

    def _keep_good(self, plan: Plan) -> None:
        """Remember what is built without errors as the last good version."""
        from chapterhouse.load.all import pack

        folders = {each.slug: each.folder for each in self.network.associations}
        folders[HUB] = self.network.hub_folder
        fine = [slug for slug in plan.slugs(Action.BUILD) if slug not in self.held]
        packed = {folders[slug].name: pack(folders[slug]) for slug in fine}
        self.state.keep_good_folders(self.kept_under, self.options.today, packed)


def _hold_failed(
    plan: Plan, failed: set[str], summaries: Mapping[str, SiteSummary], known: Mapping[str, SiteState]
) -> Plan:
    """Turn the sites that could not be rendered without errors into held ones."""
    lines = []
    for line in plan.sites:
        if line.slug not in failed:
            lines.append(line)
            continue
        first = next(d for d in summaries[line.slug].diagnostics if d.is_error)
        since = known[line.slug].published_on if line.slug in known else ""
        lines.append(
            SiteLine(slug=line.slug, action=Action.HOLD, reasons=(first.message,), kept_from=since)
        )
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
