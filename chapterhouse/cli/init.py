"""Begin a network of another kind: `chapterhouse init my-network`.

It writes a small network that builds at once: settings, the umbrella's record and home page, and two example
associations (astronomy clubs). Change the words and facts to your own, and add associations with
`chapterhouse new association`.
"""

from pathlib import Path

from chapterhouse.cli._options import Given, Option
from chapterhouse.diagnostics import ChapterhouseError
from chapterhouse.files import write_new

OPTIONS = (
    Option(
        name="folder",
        help="a folder that is empty or does not exist yet",
        positional=True,
        default=None,
        metavar="DIR",
    ),
    Option(name="name", help="the network's name"),
)
EXAMPLE = Path(__file__).parents[1] / "data" / "example"
"""The example network: its files are copied as they are, but for the network's name."""


def run(options: Given) -> int:
    """Copy the example network into the folder."""
    target = Path(options.folder)
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise ChapterhouseError(f"{target} exists and is not empty; nothing was changed.")
    # An installer may have compiled the example's settings.
    files = (path for path in EXAMPLE.rglob("*") if path.is_file() and path.suffix != ".pyc")
    for source in sorted(files):
        words = source.read_text(encoding="utf-8")
        if options.name:
            words = _named(words, options.name)
        name = source.relative_to(EXAMPLE).as_posix()
        _write(target / (".gitignore" if name == "gitignore" else name), words)
    print(f"{target} is a network now. See it with:\n  cd {target}\n  chapterhouse serve")
    return 0


def _named(words: str, name: str) -> str:
    """Put the network's name where the example's stands: in YAML and in Python."""
    from chapterhouse.starters import quoted

    words = words.replace("name: Example Astronomy Network", f"name: {quoted(name)}")
    return words.replace('"Example Astronomy Network"', repr(name))


def _write(path: Path, words: str) -> None:
    try:
        write_new(path, words)
    except OSError as problem:
        raise ChapterhouseError(f"{path} cannot be written: {problem.strerror}.") from None
