"""Random histories of a network: after each step the incremental build is a clean build, byte for byte."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, note, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from tests.truth.builds import build, build_apart
from tests.truth.edits import (
    ACCIDENTS,
    EDITS,
    MISTAKES,
    Edit,
    change_search,
    damage_output,
    edit_words,
    forget_state,
)
from tests.truth.histories import History, inputs, mirror
from tests.truth.project import write_project

CI_HISTORIES = 20
LONG_HISTORIES = 200
DEFAULT_EXAMPLES = 100
"""What hypothesis does unless a profile says more."""

NUMBERS = st.integers(0, 999)


def steps(edits: tuple[Edit, ...], most: int) -> st.SearchStrategy[list[tuple[Edit, int]]]:
    """Return a few edits with what they choose."""
    return st.lists(st.tuples(st.sampled_from(edits), NUMBERS), min_size=1, max_size=most)


class Histories(RuleBasedStateMachine):
    """A network over time."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="history-"))
        self.history = History(self.folder / "project", self.folder / "apart")
        write_project(self.folder / "project")
        self.first = inputs(self.folder / "project")

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @initialize()
    def begin(self) -> None:
        self.build_and_compare()

    @rule(edits=steps(EDITS, 3))
    def edit(self, edits: list[tuple[Edit, int]]) -> None:
        self.apply(edits)
        self.build_and_compare()

    @rule(edits=steps((*EDITS, *MISTAKES), 2))
    def make_a_mistake(self, edits: list[tuple[Edit, int]]) -> None:
        self.apply(edits)
        self.build_and_compare()

    @rule(edits=steps((*EDITS, *ACCIDENTS), 3))
    def have_an_accident(self, edits: list[tuple[Edit, int]]) -> None:
        self.apply(edits)
        self.build_and_compare()

    @rule(edits=steps(EDITS, 2))
    def edit_and_build_apart(self, edits: list[tuple[Edit, int]]) -> None:
        """Build as people do, twice: the second build has nothing to do."""
        self.apply(edits)
        first, second = (build_apart(self.history.root, today=self.history.today) for _ in range(2))
        assert (second.returncode, second.stdout.splitlines()[:-1]) == (
            first.returncode,
            first.stdout.splitlines()[:-1],
        )
        self.build_and_compare()

    @rule(numbers=st.lists(NUMBERS, min_size=1, max_size=3))
    def edit_single_pages(self, numbers: list[int]) -> None:
        """Edit pages one after the other in a network without a search: their sites alone are looked at."""
        change_search(self.history.root, 1)
        self.build_and_compare()
        for number in numbers:
            self.apply([(edit_words, number)])
            self.build_and_compare()

    @rule()
    def mend_everything(self) -> None:
        mirror(self.first, self.history.root)
        self.build_and_compare()
        assert not self.history.lasting

    @rule(day=st.integers(1, 28))
    def let_days_pass(self, day: int) -> None:
        self.history.today = f"2026-03-{day:02d}"
        self.build_and_compare()

    def apply(self, edits: list[tuple[Edit, int]]) -> None:
        for edit, number in edits:
            note(f"{edit.__name__} {number}")
            edit(self.history.root, number)
            self.history.damaged |= edit is damage_output
            if edit is forget_state:
                self.history.forget()

    def build_and_compare(self) -> None:
        report = build(self.history.root, self.history.today)
        assert self.history.wrong(report) == []
        self.history.remember(report)


def _histories() -> int:
    """Return how many histories the profile asks for."""
    return LONG_HISTORIES if settings().max_examples > DEFAULT_EXAMPLES else CI_HISTORIES


TestHistories = Histories.TestCase
TestHistories.settings = settings(
    max_examples=_histories(),
    stateful_step_count=6,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
