"""The step `load`: every folder in memory, the unchanged ones from the state and the others from the disk."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from chapterhouse.config import Project
from chapterhouse.frozen import slotted
from chapterhouse.load.all import context, folder_names, load_changed, unpack
from chapterhouse.model import HUB_FOLDER, Folder
from chapterhouse.record import NetworkRecord
from chapterhouse.render.pool import Workers
from chapterhouse.scan import Scan
from chapterhouse.scanning import scan_later
from chapterhouse.sources import ENGINE, Source
from chapterhouse.state import State

NETWORK_FILE = "network.yaml"


class Session(Protocol):
    """What loading knows and notes of the project, over one or many runs."""

    project: Project
    scans: dict[str, Scan]
    folders: dict[str, Folder]
    reading: str
    """The context in which `folders` were loaded."""

    def engine(self) -> str:
        """Return the fingerprint of everything that computes."""

    def kept_under(self) -> str:
        """Return what last good versions are kept under."""


@slotted
class Loading:
    """The loading of a session's folders."""

    session: Session
    state: State
    workers: Workers
    show: Callable[..., None]

    def load(self, unscanned: Sequence[str], later: Sequence[Source]) -> None:
        """Load every folder that changed, and forget those that are gone.

        Nothing is known of the `unscanned` folders until they are loaded; the sources in `later` are scanned
        while others are.
        """
        session, project = self.session, self.session.project
        record = network_record(session, self.state)
        if later:
            session.folders = {}
        else:
            self._take_over(record)
        names = [name for name in folder_names(project.root) if name in session.scans]
        session.folders = {name: session.folders[name] for name in names if name in session.folders}
        scans = {
            name: session.scans[name]
            for name in names
            if name not in session.folders or session.folders[name].digest != session.scans[name].digest
        }
        mapper = partial(self.workers.map, meanwhile=partial(self._scan_later, record, later))
        loaded = load_changed(project, scans, session.folders, record, mapper, unscanned)
        bodies = project.bodies
        for number, (packed, recorded) in enumerate(loaded, start=1):
            folder = unpack(packed, bodies)
            session.folders[folder.name] = folder
            if recorded is not None:
                # In memory the folder's own fingerprints serve, unless a file changed in between.
                same = folder.digests == recorded[1]
                session.scans[folder.name] = Scan(folder.digests if same else recorded[1], ({}, {}))
                self.state.keep_scans({folder.name: recorded})
            # At once, as all of them together are most of what a first build has in memory.
            self.state.keep_folders(session.reading, {folder.name: packed})
            self.show("reading", number, len(scans) + len(unscanned))

    def _take_over(self, record: NetworkRecord | None) -> None:
        """Take the folders from the state that were loaded in the context in which they would be now."""
        session = self.session
        reading = context(session.project, session.engine(), record)
        if reading != session.reading:
            session.reading = reading
            bodies = session.project.bodies
            session.folders = {name: unpack(packed, bodies) for name, packed in self.state.folders(reading)}

    def _scan_later(self, record: NetworkRecord | None, later: Sequence[Source]) -> None:
        """Scan what was left for the time in which other processes load folders."""
        if later:
            self.session.scans |= scan_later(self.state, later)
            self.session.reading = context(self.session.project, self.session.engine(), record)


def network_record(session: Session, state: State) -> NetworkRecord | None:
    """Return the network's record or the last good one: vocabulary decides how all else is read."""
    digests = session.scans[HUB_FOLDER].digests if HUB_FOLDER in session.scans else {}
    hub = session.folders.get(HUB_FOLDER) or last_good(session, state, HUB_FOLDER)
    if hub is not None and hub.record and hub.digests.get(NETWORK_FILE) == digests.get(NETWORK_FILE):
        record = hub.record
    elif NETWORK_FILE in digests:
        from chapterhouse.load.records import read_network

        path = f"{HUB_FOLDER}/{NETWORK_FILE}"
        record = read_network((session.project.root / path).read_bytes(), path).record
    else:
        record = None
    if record is None and (good := last_good(session, state, HUB_FOLDER)):
        record = good.record
    return record if isinstance(record, NetworkRecord) else None


def last_good(session: Session, state: State, name: str) -> Folder | None:
    """Return the last good version of a folder, if there is one."""
    if ENGINE not in session.scans:
        return None
    found = state.good_folders(session.kept_under(), [name]).get(name)
    return unpack(found[0], session.project.bodies) if found else None
