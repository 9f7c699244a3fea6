"""The steps of a build in their order: the only module that knows it.

scan -> load -> check -> hold -> plan -> render -> combine -> publish -> remember
"""

import os
import pickle
from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from chapterhouse.config import Project
from chapterhouse.diagnostics import Diagnostic
from chapterhouse.disk import survive_damage, troubles_told
from chapterhouse.frozen import field, replace, slotted
from chapterhouse.held import errors_by_site, folder_of, with_last_good
from chapterhouse.load.network import assemble
from chapterhouse.loading import Loading, last_good, network_record
from chapterhouse.lock import ProjectLock
from chapterhouse.model import HUB_FOLDER, Folder, Network
from chapterhouse.options import Options
from chapterhouse.render.pool import Workers, names_plugins
from chapterhouse.report import Action, Report, all_kept
from chapterhouse.scan import Scan
from chapterhouse.scanning import Scanned, scan_project
from chapterhouse.sources import ENGINE, environment, is_association, shapes
from chapterhouse.state import State, open_state
from chapterhouse.unchanged import report_key

if TYPE_CHECKING:
    from chapterhouse.quick_edit import LastBuild

Show = Callable[..., None]
Tell = Callable[[Report], str]


def _prepare(project: Project) -> object:
    """Import what a build needs once its folders are loaded, and read its themes, while others load them."""
    import_module("chapterhouse.sites")
    return import_module("chapterhouse.combine").prepare(project)


def _quiet(*_: object) -> None:
    """Show nothing."""


@slotted
class Session:
    """One project over one or many runs: what a run read is known to the next one."""

    project: Project
    options: Options
    scans: dict[str, Scan] = field(default_factory=dict)
    folders: dict[str, Folder] = field(default_factory=dict)
    reading: str = ""
    """The context in which `folders` were loaded."""
    last: "LastBuild | None" = None
    """What the last run built, if nothing was held."""
    edited: str = ""
    """The one folder in which pages were edited since another process built, where that is known already."""

    def run(self, changed: set[str] | None = None, show: Show = _quiet, tell: Tell | None = None) -> Report:
        """Do what the command asks for; `changed` names the only files that may differ from the last run.

        With `tell`, what it makes of the report is remembered for a build with nothing to do to say it again.
        """
        root = os.fspath(self.project.root)
        with troubles_told(), ProjectLock(root, show):
            again = partial(self._run_anew, show, tell)
            return survive_damage(root, partial(self._run, changed, show, tell), again)

    def _run_anew(self, show: Show, tell: Tell | None) -> Report:
        self.scans, self.folders, self.reading, self.last = {}, {}, "", None
        return self._run(None, show, tell)

    def _run(self, changed: set[str] | None, show: Show, tell: Tell | None) -> Report:
        root, output = os.fspath(self.project.root), os.fspath(self.project.output)
        options = self.options
        with open_state(root, output) as state, Workers(options.jobs, options.executor) as workers:
            if state.trouble:
                show(state.trouble)
            if self.options.clean:
                state.forget()
            if self.options.command == "build":
                rest = partial(_prepare, self.project)
                workers.prepare(rest, pelican=names_plugins(self.project.pelican))
            report = self._edited(state, workers) or _Run(self, state, workers, show).run(changed)
            again = report.again() if tell is not None else None
            if tell is not None and again is not None:
                key, found = report_key(self.options.today, self.options.key), pickle.dumps(again.diagnostics)
                state.keep_report(key, again.exit_code, tell(again).encode(), found)
                state.commit()
            return report

    def _edited(self, state: State, workers: Workers) -> Report | None:
        """Build the one site whose pages another process found edited, if that is all there is to do."""
        name, self.edited = self.edited, ""
        if not name:
            return None
        from chapterhouse.remembered import build_edited

        return build_edited(self.project, self.options, state, workers, name)

    def engine(self) -> str:
        """Return the fingerprint of everything that computes: Chapterhouse, Python and the packages."""
        return f"{self.scans[ENGINE].digest} {environment()}"

    def kept_under(self) -> str:
        """Return what last good versions are kept under."""
        return shapes(self.scans[ENGINE])


@slotted
class _Run:
    """One pass through the steps."""

    session: Session
    state: State
    workers: Workers
    show: Show

    def run(self, changed: set[str] | None) -> Report:
        """Take the steps."""
        options = self.session.options
        scanned = self._scan(changed)
        if (report := self._quick_edit(scanned.changes)) is not None:
            return report
        Loading(self.session, self.state, self.workers, self.show).load(scanned.unscanned, scanned.later)
        network, diagnostics = self._check()
        if network is None or options.command == "check":
            if network is not None and options.built:
                from chapterhouse.checks import published_problems

                found = published_problems(self.session.project.output, network)
                diagnostics = sorted({*diagnostics, *found}, key=Diagnostic.sort_key)
            slugs = [site.slug for site in network.sites] if network else []
            return self._remember(all_kept(options.command, slugs, diagnostics))
        held = errors_by_site(diagnostics, [each.slug for each in network.associations])
        shown = self._with_last_good(network, held)
        if shown.has_status_page:
            shown = replace(shown, problems=tuple(diagnostics))
        from chapterhouse.sites import Sites

        sites = Sites(
            project=self.session.project,
            options=options,
            state=self.state,
            workers=self.workers,
            show=self.show,
            network=shown,
            scans=self.session.scans,
            engine=self.session.engine(),
            kept_under=self.session.kept_under(),
            held=held,
            good=frozenset(slug for slug in held if self._has_good(slug)),
        )
        report = self._remember(sites.run(diagnostics))
        if not held and not report.count(Action.HOLD) and not options.only:
            from chapterhouse.quick_edit import LastBuild

            self.session.last = LastBuild(report=report, jobs=sites.jobs)
        return report

    def _scan(self, changed: set[str] | None) -> Scanned:
        """Find what changed."""
        session = self.session
        found = scan_project(
            session.project.root,
            self.state,
            session.scans,
            changed,
            may_leave=session.options.command == "build" and self.workers.count > 1,
        )
        session.scans = found.scans
        return found

    def _quick_edit(self, touched: set[str]) -> Report | None:
        """Build the one site whose pages changed, if that is all that a save did."""
        session, last = self.session, self.session.last
        session.last = None
        if last is None or len(touched) != 1 or session.options.command != "build":
            return None
        name = next(iter(touched))
        if not is_association(name) or name not in session.folders:
            return None
        from chapterhouse.quick_edit import QuickEdit

        built = QuickEdit(
            project=session.project,
            state=self.state,
            workers=self.workers,
            last=last,
            before=session.folders[name],
            scan=session.scans[name],
            record=network_record(session, self.state),
            reading=session.reading,
            kept_under=session.kept_under(),
            today=session.options.today,
        ).build()
        if built is None:
            return None
        report, session.folders[name] = built
        session.last = replace(last, report=report)
        return report

    def _check(self) -> tuple[Network | None, list[Diagnostic]]:
        """Return the network as it is on the disk, with everything that is wrong."""
        session = self.session
        settings, today = session.project.settings, session.options.today
        diagnostics = [found for folder in session.folders.values() for found in folder.diagnostics]
        folders = session.folders
        network = assemble(folders, settings, today)
        if network is None and (good := last_good(self.session, self.state, HUB_FOLDER)):
            network = assemble({**folders, HUB_FOLDER: good}, settings, today)
        if network is not None:
            from chapterhouse.checks import run_source_checks

            diagnostics += run_source_checks(network, settings)
        return network, sorted(set(diagnostics), key=Diagnostic.sort_key)

    def _with_last_good(self, network: Network, held: dict[str, list[Diagnostic]]) -> Network:
        """Return the network with the last good version of what is held; what never was good is left out."""
        if not held and not network.unreadable:
            return network
        folders = {folder.name: folder for folder in (network.hub_folder, network.shared)}
        folders |= {each.folder.name: each.folder for each in network.associations}
        effective = with_last_good(folders, held, partial(last_good, self.session, self.state))
        shown = assemble(effective, self.session.project.settings, network.today)
        return shown or network

    def _has_good(self, slug: str) -> bool:
        name = folder_of(slug)
        return bool(self.state.good_folders(self.session.kept_under(), [name]))

    def _remember(self, report: Report) -> Report:
        """Forget folders that are gone and make what was read last."""
        gone = self.state.scanned() - self.session.scans.keys()
        if gone:
            self.state.drop_report()
            self.state.drop_folders(gone)
        self.state.commit()
        return report
