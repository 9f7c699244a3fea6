"""The same commands as Invoke tasks, for `inv X` and for those who compose tasks of their own."""

import inspect
from typing import Any

from invoke import Collection, Exit, Task

from chapterhouse.cli import COMMANDS, Command, command
from chapterhouse.cli._options import Given, Option
from chapterhouse.cli.developer import namespace as developers_tasks
from chapterhouse.diagnostics import ChapterhouseError


def namespace() -> Collection:
    """Return every command, the developers' included, as one Invoke collection."""
    collection = Collection()
    for name in COMMANDS:
        collection.add_task(_task(name, command(name)))
    for task in developers_tasks.tasks.values():
        collection.add_task(task)
    return collection


def _task(name: str, module: Command) -> Any:
    bare = [option.word for option in module.OPTIONS if option.may_be_bare]

    def body(context: Any, **values: Any) -> None:
        """Run the command and end with its exit code."""
        for name in bare:
            # Invoke says True where an option stands without its value.
            values[name] = "" if values[name] is True else values[name]
        try:
            code = module.run(Given(**values))
        except ChapterhouseError as problem:
            raise Exit(f"error: {problem}", code=2) from None
        if code:
            raise Exit(code=code)

    body.__doc__ = module.__doc__
    body.__name__ = name
    parameters = [inspect.Parameter("context", inspect.Parameter.POSITIONAL_OR_KEYWORD)]
    parameters += [_parameter(option) for option in module.OPTIONS]
    body.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    return Task(
        body,
        name=name,
        positional=[option.word for option in module.OPTIONS if option.positional],
        optional=bare,
        help={option.word: option.help for option in module.OPTIONS},
    )


def _parameter(option: Option) -> inspect.Parameter:
    default = "" if option.default is None and option.positional else option.default
    return inspect.Parameter(option.word, inspect.Parameter.POSITIONAL_OR_KEYWORD, default=default)
