"""The commands as Invoke tasks."""

from typing import Any

import pytest
from invoke import Context, Exit

from chapterhouse.cli import COMMANDS, DEVELOPERS, command
from chapterhouse.cli._options import Given
from chapterhouse.cli.tasks import namespace
from chapterhouse.diagnostics import ChapterhouseError


def test_every_command_is_a_task() -> None:
    assert set(namespace().task_names) == {*COMMANDS, *DEVELOPERS}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_task_has_the_commands_options_and_help(name: str) -> None:
    task: Any = namespace()[name]
    assert task.__doc__ == command(name).__doc__
    named = {argument.name for argument in task.get_arguments()}
    assert named == {option.word for option in command(name).OPTIONS}


def test_a_task_runs_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Given] = []

    def run(options: Given) -> int:
        seen.append(options)
        return 1

    monkeypatch.setattr("chapterhouse.cli.explain.run", run)
    task: Any = namespace()["explain"]
    with pytest.raises(Exit) as end:
        task(Context(), code="unknown-field")
    assert end.value.code == 1
    assert [vars(one) for one in seen] == [{"code": "unknown-field"}]


def test_the_operators_mistake_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(_: Given) -> int:
        raise ChapterhouseError("There is no network here.")

    monkeypatch.setattr("chapterhouse.cli.explain.run", run)
    task: Any = namespace()["explain"]
    with pytest.raises(Exit) as end:
        task(Context(), code="")
    assert (end.value.code, end.value.message) == (2, "error: There is no network here.")
