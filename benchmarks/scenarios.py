"""The scenarios that run whole processes: cold build, nothing changed, one page edited, growth."""

from benchmarks.peer import OURS
from benchmarks.session import Contender, Place, Row, Session, append_sentence, contender

GROWTH_PEERS = ("hugo",)


def cold(session: Session) -> list[Row]:
    """Build everything from nothing, in turn, with fresh sources, output and state each time."""
    rows = [Row(who) for who in session.contenders()]
    for number in range(1, session.rounds + 1):
        for row in rows:
            # The folders of earlier rounds stay: a file system is slow after a big tree was deleted.
            place = session.prepare(row.contender, "cold", str(number))
            _measure(session, row, place, number)
    return rows


def nothing(session: Session) -> list[Row]:
    """Build again where nothing changed; a contender without a state builds everything again."""
    rows, places = _built(session, "nothing")
    for number in range(1, session.rounds + 1):
        for row, place in zip(rows, places, strict=True):
            _measure(session, row, place, number)
    return rows


def edit(session: Session) -> list[Row]:
    """Build again after a sentence was appended to one page, and look whether the page has it."""
    rows, places = _built(session, "edit")
    for number in range(1, session.rounds + 1):
        for row, place in zip(rows, places, strict=True):
            file, words, slug = append_sentence(row.contender, place, number)
            # Who knows which site a page belongs to would run only that one.
            only = [slug] if row.contender.peer.ONE_SITE_A_RUN else None
            row.runs.append(session.build(row.contender, place, only))
            if not file.is_file() or words not in file.read_bytes():
                row.problems.append(f"edit {number} is not on the page")
            _say(session, row, number)
    return rows


def growth(session: Session, sizes: list[int]) -> dict[int, list[Row]]:
    """Build cold with ever more associations; the cost of a page should stay what it is."""
    names = [OURS, *(name for name in GROWTH_PEERS if name in session.peers)]
    rows: dict[int, list[Row]] = {}
    for size in sizes:
        found = (contender(name, size, session.pages) for name in names)
        rows[size] = [Row(who) for who in found if who]
    # A slow minute of the machine must not fall on one size alone.
    for number in range(1, session.rounds + 1):
        for size in sizes:
            for row in rows[size]:
                place = session.prepare(row.contender, "growth", str(size), str(number))
                _measure(session, row, place, number)
    return rows


def _built(session: Session, name: str) -> tuple[list[Row], list[Place]]:
    rows, places = [], []
    for who in session.contenders():
        place = session.prepare(who, name)
        built = session.build(who, place)
        rows.append(Row(who, problems=session.problems(who, place, built)))
        places.append(place)
    return rows, places


def _measure(session: Session, row: Row, place: Place, number: int) -> None:
    built = session.build(row.contender, place)
    row.runs.append(built)
    if number == 1 or built.exit_code:
        row.problems += session.problems(row.contender, place, built)
    _say(session, row, number)


def _say(session: Session, row: Row, number: int) -> None:
    who, last = row.contender, row.runs[-1]
    session.say(
        f"  round {number}: {_name(who)}: {last.wall:.3f} s wall, {last.cpu:.3f} s CPU, {last.peak:.0f} MiB"
    )


def _name(who: Contender) -> str:
    return f"{who.peer.TITLE} ({who.corpus.site_count} x {who.corpus.page_count})"
