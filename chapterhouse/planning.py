"""What every site would be made of now, and what is done with it: jobs, parts and the plan."""

import os
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from chapterhouse.combine import Themes, computed_pages
from chapterhouse.config import Project
from chapterhouse.diagnostics import ChapterhouseError, Diagnostic
from chapterhouse.frozen import field, frozen, replace, slotted
from chapterhouse.model import HUB, HubPage, Network, SiteJob
from chapterhouse.plan.decide import Plan, Published, decide
from chapterhouse.plan.frame import frame
from chapterhouse.plan.jobs import NetworkIndex, Surroundings, index_network, site_job
from chapterhouse.plan.parts import Parts, Versions, common_parts, site_parts
from chapterhouse.published import inspect
from chapterhouse.report import Action, SiteLine
from chapterhouse.scan import Scan
from chapterhouse.share import in_share
from chapterhouse.sources import BASE_THEME, SETTINGS
from chapterhouse.state import SiteState, State
from chapterhouse.text import did_you_mean

if TYPE_CHECKING:
    from chapterhouse.state import Manifest

PLAN = "@plan"
"""Stands for a site's slug where the last build's frame is remembered, and the sites that lag behind it."""


@frozen
class Planned:
    """The plan, with what carrying it out needs."""

    plan: Plan
    jobs: Mapping[str, SiteJob]
    """Of every site that is looked at: those to be built are among them, but for `late`."""
    parts: Mapping[str, Parts]
    late: Callable[[], Iterable[SiteJob]]
    """Works out the jobs, and the parts, that the plan did not have to wait for: the hub's, if it is new."""
    known: Mapping[str, SiteState]
    """What is remembered of each published site."""
    intact: "Mapping[str, Manifest]"
    """For each published site, the files that lie in the output as they were published."""
    frame: str

    def remembered(self, lagging: Iterable[str]) -> SiteState:
        """Return what the next build needs to know of this one; `lagging` sites are not as the frame says."""
        return SiteState(
            parts={"frame": self.frame, "lagging": " ".join(sorted(f"/{slug}" for slug in lagging))}
        )


@slotted
class Planning:
    """Everything that planning needs."""

    project: Project
    state: State
    network: Network
    """As it is shown: with the last good version of what is held."""
    themes: Themes
    scans: Mapping[str, Scan]
    engine: str
    held: Mapping[str, list[Diagnostic]]
    good: frozenset[str]
    """The held sites that have a last good version."""
    known: dict[str, SiteState] = field(default_factory=dict)
    intact: "dict[str, Manifest]" = field(default_factory=dict)
    damaged: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def plan(self, only: str) -> Planned:
        """Look at the output, then at every site that may differ from what is there."""
        self._look_at_output()
        versions = versions_of(self.scans, self.themes, self.engine)
        now = frame(self.network, versions)
        index = index_network(self.network)
        wanted = [HUB, *(slug for slug, each in index.associations.items() if each.has_site)]
        doubtful = self._doubtful(wanted, now)
        # A hub that was never published is built in any case, and its pages take longest to work out.
        late = [HUB] if HUB in doubtful and HUB not in self.known else []
        jobs, parts = self._jobs(index, [slug for slug in doubtful if slug not in late], versions)
        parts |= {slug: {} for slug in late}

        def work_out_late() -> Iterable[SiteJob]:
            more_jobs, more_parts = self._jobs(index, late, versions)
            # What the hub's pages show is not kept longer than it takes to render them.
            jobs.update((slug, replace(job, hub_pages=())) for slug, job in more_jobs.items())
            parts.update(more_parts)
            return more_jobs.values()

        settled = [slug for slug in wanted if slug not in parts]
        published = {slug: site for slug, site in self._published().items() if slug not in settled}
        plan = decide(parts, published, self.held, self.good)
        kept = [SiteLine(slug=slug, action=Action.KEEP) for slug in settled]
        lines = sorted([*plan.sites, *kept], key=lambda line: line.slug)
        return Planned(
            plan=_only(Plan(sites=tuple(lines)), only),
            jobs=jobs,
            parts=parts,
            late=work_out_late,
            known=self.known,
            intact=self.intact,
            frame=now,
        )

    def _look_at_output(self) -> None:
        """Find which published files somebody changed or deleted behind our back."""
        self.known = self.state.sites()
        output = os.fspath(self.project.output)
        for slug, site in self.known.items():
            self.intact[slug], self.damaged[slug] = inspect(output, site.manifest)
            if self.intact[slug] is not site.manifest and not self.damaged[slug]:
                # A restored copy has other times; the next build need not read all of it again.
                self.state.keep_manifests({slug: self.intact[slug]})

    def _doubtful(self, wanted: Iterable[str], now: str) -> list[str]:
        """Return the sites that may differ from what is published: all of them once the frame is another."""
        last = self.known.get(PLAN)
        if last is None or last.parts.get("frame") != now:
            return list(wanted)
        lagging = {word[1:] for word in last.parts["lagging"].split()}
        folders = {each.slug: each.folder for each in self.network.associations}
        folders[HUB] = self.network.hub_folder
        return [
            slug
            for slug in wanted
            if slug in lagging
            or slug in self.held
            or slug not in self.known
            or self.damaged[slug]
            or self.known[slug].parts.get("folder") != folders[slug].digest
            # The steward's view shows what is wrong with every folder.
            or (slug == HUB and self.network.has_status_page)
        ]

    def _published(self) -> dict[str, Published]:
        return {
            slug: Published(parts=site.parts, published_on=site.published_on, damaged=self.damaged[slug])
            for slug, site in self.known.items()
        }

    def _jobs(
        self, index: NetworkIndex, slugs: Iterable[str], versions: Versions
    ) -> tuple[dict[str, SiteJob], dict[str, dict[str, str]]]:
        output = os.fspath(self.project.output)
        surroundings = surroundings_of(self.project, self.themes)
        common = common_parts(index, versions)
        is_free = _is_free(output)
        jobs, parts = {}, {}
        for slug in slugs:
            pages: Iterable[HubPage] = computed_pages(self.network) if slug == HUB else ()
            published = {path: entry[0] for path, entry in self.intact.get(slug, {}).items()}
            site = index.network.hub if slug == HUB else index.associations[slug].site
            is_new = slug not in self.known and (is_free or _is_free(f"{output}/{site.folder}"))
            job = jobs[slug] = site_job(
                index, slug, surroundings, hub_pages=pages, published=published, is_new=is_new
            )
            parts[slug] = site_parts(index, job, surroundings, common)
        return jobs, parts


def _is_free(folder: str) -> bool:
    """Tell whether nothing lies where a site shall be: an empty folder is nothing."""
    if not os.path.lexists(folder):
        return True
    try:
        with os.scandir(folder) as found:
            return next(found, None) is None
    except OSError:
        return False


def surroundings_of(project: Project, themes: Themes) -> Surroundings:
    """Return what all jobs of a project have in common."""
    return Surroundings(
        project=os.fspath(project.root),
        stage=os.fspath(project.stage),
        bodies=os.fspath(project.bodies),
        theme=project.settings.theme,
        themes=themes.folders,
        assets=themes.hrefs,
        pelican=project.pelican,
        markdown=project.settings.markdown,
        social_cards=project.settings.social_cards,
    )


def versions_of(scans: Mapping[str, Scan], themes: Themes, engine: str) -> Versions:
    """Return the fingerprints of what sites depend on besides the network."""

    def theme(name: str) -> str:
        return " ".join(scans[key].digest for key in (BASE_THEME, "themes/base", name) if key in scans)

    return Versions(
        engine=engine,
        settings=scans[SETTINGS].digest,
        themes={name: theme(f"themes/{name}") for name in themes.folders},
    )


def _only(plan: Plan, only: str) -> Plan:
    """Leave everything but the one site that `--only` names, or the share of `--shard`, as it is."""
    if not only:
        return plan
    slugs = [line.slug or "hub" for line in plan.sites]
    if "/" not in only and only not in slugs:
        hint = did_you_mean(only, slugs)
        raise ChapterhouseError(f'there is no association "{only}"' + (f"; {hint}" if hint else ""))
    lines = (
        line
        if _is_meant(line.slug, only) or line.action is Action.HOLD
        else replace(line, action=Action.KEEP, reasons=())
        for line in plan.sites
    )
    return Plan(sites=tuple(lines))


def _is_meant(slug: str, only: str) -> bool:
    if "/" in only:
        return slug != HUB and in_share(slug, only)
    return slug == (HUB if only == "hub" else only)
