"""`chapterhouse X` and `python -m chapterhouse X`.

A build with nothing to do is answered here, before anything that costs time is imported: `unchanged.py`
compares what is on the disk with what the last build recorded, and its report is printed again.
"""

import gc
import os
import sys

_QUICK = ("--project", "--output", "--today", "--format", "--jobs")


def main() -> int:
    """Run the command line and return the exit code."""
    words = sys.argv[1:]
    # A run makes few reference cycles, and looking for them takes a tenth of it, from the first import on.
    if words[:1] in (["build"], ["check"], ["plan"]):
        gc.disable()
    try:
        found = _little_to_do(words[1:]) if words[:1] == ["build"] else ""
        if isinstance(found, int):
            return found
        from chapterhouse.cli import main as run
    except KeyboardInterrupt:
        print("\nStopped before anything was begun.", file=sys.stderr)
        return 130
    return run(words, found)


def _little_to_do(words: list[str]) -> int | str:
    """Print the last report again if nothing changed since, and return the exit code.

    Where there is work, the name of the one folder in which pages were edited is returned, an empty one if
    more was done or there is any doubt.
    """
    options = _plain_options(words)
    if options is None:
        return ""
    from chapterhouse.clock import today
    from chapterhouse.errors import ChapterhouseError
    from chapterhouse.unchanged import options_key, output_folder, project_root, standing

    root = project_root(options.get("project", ""))
    if root is None:
        return ""
    key = options_key(
        strict="strict" in options, format=options.get("format", "text"), colour=sys.stdout.isatty()
    )
    try:
        output = output_folder(root, options.get("output", ""))
        found = standing(root, output, today(options.get("today", "")), key)
    except ChapterhouseError:
        return ""
    if found.report is None:
        return found.edited
    code, report = found.report
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(report)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        from chapterhouse.pipes import reader_is_gone

        return reader_is_gone()
    return code


def _plain_options(words: list[str]) -> dict[str, str] | None:
    """Read the options that a build with nothing to do may have; None where there is any other."""
    options: dict[str, str] = {}
    rest = iter(words)
    for word in rest:
        name, equals, value = word.partition("=")
        if word == "--strict":
            options["strict"] = ""
        elif name in _QUICK:
            options[name[2:]] = value if equals else next(rest, "")
        else:
            return None
    return options


def leave() -> None:
    """Run the command line and end the process.

    Everything is closed by then; Python would take a tenth of a build to take all it holds apart, bit by bit.
    """
    code = main()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        sys.exit(code)
    if threading := sys.modules.get("threading"):
        for thread in threading.enumerate():
            if thread is not threading.current_thread() and not thread.daemon:
                sys.exit(code)
    os._exit(code)


if __name__ == "__main__":
    leave()
