"""Countries and their parts: ISO 3166-1 and 3166-2 codes with English names, from a table that ships."""

from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "data" / "regions.tsv"


@cache
def names() -> dict[str, str]:
    """Return every code (`IE`, `US-WI`) with its English name."""
    _, _, rows = TABLE.read_text(encoding="utf-8").partition("\n")
    cells = rows.rstrip("\n").replace("\n", "\t").split("\t")
    return dict(zip(cells[::2], cells[1::2], strict=True))


def is_region(code: str) -> bool:
    """Tell whether a text is an ISO 3166 code, of a country or of a part of one."""
    return code in names()


def name(code: str) -> str:
    """Return the English name of a code, or the code itself where the table has none."""
    return names().get(code, code)


def country(code: str) -> str:
    """Return the country of a code: `US` for `US-WI`."""
    return code.partition("-")[0]
