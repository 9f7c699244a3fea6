"""Write JSON Schemas of records and front matter, for editors that check while you type.

They go to .chapterhouse/schema/, or to the folder that you name. An editor with YAML support uses them with a
first line such as `# yaml-language-server: $schema=../../.chapterhouse/schema/association.schema.json`.
"""

import json
from pathlib import Path

from chapterhouse.cli._options import PROJECT, Given, Option
from chapterhouse.config import find_project
from chapterhouse.files import write_atomically
from chapterhouse.model import HUB_FOLDER
from chapterhouse.record import NetworkRecord

OPTIONS = (
    PROJECT,
    Option(name="to", help="the folder to write them to", metavar="DIR"),
    Option(
        name="print", help="print one schema instead: association, network, page, event ...", metavar="NAME"
    ),
)


def run(options: Given) -> int:
    """Write or print the schemas."""
    from chapterhouse.diagnostics import ChapterhouseError
    from chapterhouse.schemas import schemas
    from chapterhouse.text import did_you_mean

    root = find_project(Path(options.project) if options.project else None)
    found = schemas(_network(root))
    if options.print:
        name = f"{options.print}.schema.json"
        if name not in found:
            known = [file.removesuffix(".schema.json") for file in found]
            raise ChapterhouseError(
                f'There is no schema "{options.print}"; '
                + (did_you_mean(options.print, known) or f"there are {', '.join(known)}.")
            )
        print(_text(found[name]), end="")
        return 0
    folder = Path(options.to) if options.to else root / ".chapterhouse" / "schema"
    for file, schema in found.items():
        write_atomically(folder / file, _text(schema).encode())
        print(folder / file)
    return 0


def _network(root: Path) -> NetworkRecord | None:
    """Read the vocabulary; without a network.yaml that can be read, the schemas allow every word."""
    from chapterhouse.load.records import read_network

    path = f"{HUB_FOLDER}/network.yaml"
    try:
        content = (root / path).read_bytes()
    except OSError:
        return None
    record = read_network(content, path).record
    return record if isinstance(record, NetworkRecord) else None


def _text(schema: dict[str, object]) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
