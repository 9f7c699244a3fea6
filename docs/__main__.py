"""Rewrites the computed pages of the documentation; with `--check`, says whether they are current."""

import ast
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import MISSING, fields, is_dataclass
from inspect import get_annotations, getdoc, getsource
from pathlib import Path
from textwrap import dedent, fill
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from chapterhouse.cli import COMMANDS, command
from chapterhouse.cli._options import Option
from chapterhouse.cli.developer import namespace
from chapterhouse.cli.explain import explanations
from chapterhouse.config import Settings
from chapterhouse.content_types import content_types
from chapterhouse.content_types._common import CommonFields
from chapterhouse.field_types import Help, Vocabulary
from chapterhouse.parts import Option as PartOption
from chapterhouse.parts import parts
from chapterhouse.record import NetworkRecord, Record
from chapterhouse.text import listed

FOLDER = Path(__file__).parent
NOTICE = "<!-- Computed by `python3 tasks.py docs` from {source}: change it there. -->\n\n"


def main(arguments: Sequence[str]) -> int:
    """Rewrite what is not current, or with `--check` only name it."""
    stale = [
        name
        for name, text in pages().items()
        if not (FOLDER / name).is_file() or (FOLDER / name).read_text(encoding="utf-8") != text
    ]
    if "--check" in arguments:
        for name in stale:
            print(f"docs/{name} is not current: run python3 tasks.py docs")
        return 1 if stale else 0
    for name in stale:
        (FOLDER / name).write_text(pages()[name], encoding="utf-8", newline="\n")
        print(f"docs/{name} rewritten")
    return 0


def pages() -> dict[str, str]:
    """Return every computed page by its file name."""
    made: dict[str, tuple[str, Callable[[], Iterator[str]]]] = {
        "checks.md": ("`chapterhouse/checks/` and the explanations of load and render", _checks),
        "commands.md": ("`chapterhouse/cli/`", _commands),
        "content.md": ("`chapterhouse/content_types/`", _content),
        "parts.md": ("`chapterhouse/parts/`", _parts),
        "records.md": ("`chapterhouse/record.py`", _records),
        "settings.md": ("`chapterhouse/config.py`", _settings),
    }
    return {
        name: NOTICE.format(source=source) + "\n\n".join(part.strip("\n") for part in make()) + "\n"
        for name, (source, make) in made.items()
    }


def _records() -> Iterator[str]:
    yield "# Records"
    yield _filled(
        "A record is a YAML file: one fact a line, its name, a colon, a space, and what is so. Leave out "
        "what you do not know; only what is marked **needed** must be there. `chapterhouse new association` "
        "writes a file with all of this in it."
    )
    yield "## association.yaml"
    yield _filled(
        "`associations/<folder>/association.yaml`: the facts of one association. "
        "The folder's name is its address."
    )
    yield from _fields(Record, "")
    yield "## network.yaml"
    yield "`content/hub/network.yaml`: the umbrella's own facts, and the words that all records may use."
    yield from _fields(NetworkRecord, "")


def _content() -> Iterator[str]:
    yield "# Content"
    yield _filled(
        "An entry is a Markdown file. On top of it, between two lines of three hyphens, stands its front "
        "matter: facts about it, written as in a record. The folder that it lies in says what kind of entry "
        'it is, and its file name is its address. `chapterhouse new page north --title "Our history"` writes '
        "one with help in it."
    )
    yield "## What every entry can have"
    yield from _fields(CommonFields, "")
    common = {field.name for field in fields(CommonFields)}
    for name, kind in content_types().items():
        yield f"## {name}"
        yield (sys.modules[kind.Fields.__module__].__doc__ or "").strip()
        shown = "on the umbrella's site as well" if kind.AUDIENCE == "network" else "on its own site only"
        listed = f", with a list of all at `/{kind.FOLDER}/`" if kind.LISTING else ""
        yield _filled(f"It lies in `{kind.FOLDER}/`{listed}. Unless it says otherwise it is shown {shown}.")
        yield from _fields(kind.Fields, "", common)


def _parts() -> Iterator[str]:
    yield "# Page parts"
    yield _filled(
        "A page is put together from parts: cards, buttons, a gallery, the next events. A part is a "
        "quotation that begins with its name in capital letters, and what stands in the quotation is "
        "what the part is made of. The part ends where the quotation ends, at an empty line without "
        "`>`."
    )
    yield _fenced(parts()["cards"].EXAMPLE)
    yield _filled(
        "There is one rule for all parts, and it is the one that git hosts have for alerts such as `>"
        " [!NOTE]` ([markdown.md](markdown.md)). That is why it was chosen: the git host shows a part"
        " as what it is, a marked passage with its list, links and pictures, which anybody can read "
        "and correct there. Nothing has to be closed at the end, there is no HTML, and a name that "
        "does not exist is told with its line."
    )
    yield "## Below the words of a page"
    gathering = [name for name, one in parts().items() if one.GATHERS]
    yield _filled(
        f"Some parts show what the site has: {listed(gathering)}. They need no words, so that the "
        "front matter of a page may name them too. They then stand below the words, each under a "
        "heading, in that order; one that has nothing to show stays away. Use it for home pages:"
    )
    yield _fenced("---\ntitle: Rivertown Stargazers\nparts: [events, people, contact]\n---\n")
    yield _filled(
        "A home page without that line shows events and news, unless its words show them already. "
        "`parts: []` shows nothing below. All other parts need words, and stand where you write them."
    )
    yield _filled(
        "In the text, words below an empty line of such a part stand there as long as there is "
        "nothing to show. Options stand right below the name, one a line."
    )
    for name, one in parts().items():
        yield f"## {name.upper()}"
        yield _paragraphs(sys.modules[f"chapterhouse.parts.{name}"].__doc__ or "")
        yield _fenced(one.EXAMPLE)
        if one.OPTIONS:
            yield _table(("option", "what it does"), [_option_row(*item) for item in one.OPTIONS.items()])


def _fenced(text: str) -> str:
    return f"```\n{text}```"


def _option_row(name: str, option: PartOption) -> tuple[str, str]:
    words = f" One of `{option.vocabulary}` in `network.yaml`." if option.vocabulary else ""
    return f"`{name}`", option.help + words


def _commands() -> Iterator[str]:
    yield "# Commands"
    yield _filled(
        "`python3 tasks.py X` works on any machine with Python 3.11: it installs what is needed and runs X. "
        "Where Chapterhouse is installed, `chapterhouse X` is the same, and so is `inv X`. Every command "
        "works on the network of the folder that you are in, or on that of `--project`."
    )
    yield "Exit codes: 0 all is well; 1 something is held or errors were found; 2 nothing could be done."
    for name in COMMANDS:
        try:
            module = command(name)
        except ModuleNotFoundError:
            continue
        positional = [option for option in module.OPTIONS if option.positional]
        yield f"## {name}"
        words = " ".join([name, *(_placeholder(option) for option in positional)])
        yield f"    chapterhouse {words} [options]"
        yield _paragraphs(module.__doc__ or "")
        rows = [(_written(option), option.help) for option in module.OPTIONS]
        yield _table(("option", "what it does"), rows)
    yield "## For those who develop Chapterhouse"
    yield _table(
        ("command", "what it does"),
        [(f"`{name}`", (getdoc(task) or "").partition("\n")[0]) for name, task in namespace.tasks.items()],
    )


def _checks() -> Iterator[str]:
    yield "# Messages"
    yield _filled(
        "Every message ends with a code in brackets. This page says of each code what it means, why it "
        "matters and how to mend it; `chapterhouse explain CODE` prints the same."
    )
    for code, words in explanations().items():
        yield f"## {code}"
        yield _paragraphs(words)


def _settings() -> Iterator[str]:
    yield "# Settings"
    yield _filled(
        "`pelican.conf.py` is Pelican's settings file. Chapterhouse reads the names that begin with "
        "`NETWORK_`; every other name in capital letters goes to Pelican as it is, `PLUGINS` among them."
    )
    rows = []
    defaults = Settings()
    for name, words in settings().items():
        setting, _, meaning = words.partition(": ")
        default = getattr(defaults, name)
        rows.append((f"`{setting.partition(',')[0]}`", meaning or words, f"`{_literal(default)}`"))
    yield _table(("setting", "what it is", "if left out"), rows)
    yield "An example:"
    yield (
        '    SITENAME = "Example Astronomy Network"\n'
        '    NETWORK_URL = "https://example.org/"\n'
        '    NETWORK_THEMES = ["quiet"]\n'
        '    PLUGINS = ["chapterhouse.render.plugin"]'
    )


def settings() -> dict[str, str]:
    """Return the words below each field of `Settings`."""
    body = ast.parse(dedent(getsource(Settings))).body[0]
    assert isinstance(body, ast.ClassDef)
    found: dict[str, str] = {}
    name = ""
    for part in body.body:
        if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name):
            name = part.target.id
        elif isinstance(part, ast.Expr) and isinstance(part.value, ast.Constant) and name:
            found[name] = " ".join(str(part.value.value).split())
    return found


def _fields(cls: type[Any], above: str, without: set[str] | None = None) -> Iterator[str]:
    """Yield a table of a dataclass's fields, then one for each group of fields below it."""
    rows, groups = [], []
    for field in fields(cls):
        own = field.name in get_annotations(cls)
        if without and field.name in without and not own:
            continue
        words = next((mark for mark in get_args(field.type) if isinstance(mark, Help)), Help(""))
        needed = field.default is MISSING and field.default_factory is MISSING
        meaning = f"{'**Needed.** ' if needed else ''}{words.text}{_vocabulary(field.type)}"
        rows.append((f"`{field.name}`", meaning, f"`{_example(words, field.type)}`" if words.example else ""))
        if (inner := _group(field.type)) is not None and inner is not cls:
            groups.append((f"{above}{field.name}", inner))
    yield _table(("field", "what to write", "for example"), rows)
    for name, inner in groups:
        yield f"### {name}"
        yield (inner.__doc__ or "").strip()
        yield from _fields(inner, f"{name}.")


def _vocabulary(annotation: Any) -> str:
    marks = [mark for mark in get_args(annotation) if isinstance(mark, Vocabulary)]
    return f" The words allowed stand in network.yaml under `{marks[0].name}`." if marks else ""


def _example(words: Help, annotation: Any) -> str:
    if get_origin(get_args(annotation)[0]) is tuple:
        return f"[{words.example}]"
    return f'"{words.example}"' if words.example.startswith("#") else words.example


def _group(annotation: Any) -> type[Any] | None:
    """Return the dataclass that a field holds, one or many of them."""
    if isinstance(annotation, type) and is_dataclass(annotation):
        return annotation
    if get_origin(annotation) is Annotated:
        return _group(get_args(annotation)[0])
    inner = get_args(annotation) if get_origin(annotation) in (tuple, dict, Union, UnionType) else ()
    return next((found for part in inner if (found := _group(part)) is not None), None)


def _placeholder(option: Option) -> str:
    word = option.metavar or option.name.upper()
    return word if option.default is None else f"[{word}]"


def _written(option: Option) -> str:
    if option.positional:
        return f"`{option.metavar or option.name.upper()}`"
    if option.is_flag:
        return f"`--{option.name}`"
    return f"`--{option.name} {'/'.join(option.choices) or option.metavar or option.name.upper()}`"


def _literal(value: Any) -> str:
    return str(list(value)) if isinstance(value, tuple) else repr(value)


def _filled(words: str) -> str:
    return fill(words, 110, break_long_words=False, break_on_hyphens=False)


def _paragraphs(words: str) -> str:
    """Return plain text as Markdown: lines that show what to write become a block."""
    lines: list[str] = []
    block = False
    for line in dedent(words).strip().splitlines():
        if line.lower().startswith(("instead of:", "write: ")) or (line.startswith("  ") and line.strip()):
            if not block and lines and lines[-1]:
                lines.append("")
            block = True
            lines.append("    " + line.removeprefix("    "))
        else:
            if block and line:
                lines.append("")
            block = False
            lines.append(line)
    return "\n".join(lines)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [f"| {' | '.join(head)} |", f"|{' --- |' * len(head)}"]
    lines += [f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in rows]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
