"""Names that people type for where they are: towns with their region, and what countries call themselves."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).parent / "data"
TOWNS = DATA / "towns"
COUNTRIES = DATA / "countries.tsv"
ATTRIBUTION = "Towns: GeoNames (geonames.org), CC BY 4.0."


class Town(NamedTuple):
    """A town of some size."""

    name: str
    region: str
    """An ISO 3166 code, of the country where the region is not known: `US-WI`, `FR`."""
    latitude: float
    longitude: float


@cache
def towns(country: str) -> tuple[Town, ...]:
    """Return the larger towns of a country, given as a code of ISO 3166-1, the largest first."""
    rows = (row.split("\t") for row in town_rows(country))
    return tuple(Town(name, region, float(north), float(east)) for name, region, north, east in rows)


@cache
def town_rows(country: str) -> list[str]:
    """Return the same as lines of the table: name, region, latitude and longitude, with tabs between them."""
    path = TOWNS / f"{country}.tsv"
    if not path.is_file():
        return []
    return [row for row in path.read_text(encoding="utf-8").splitlines() if row[0] != "#"]


@cache
def other_names() -> dict[str, tuple[str, ...]]:
    """Return for each country what it calls itself in its own languages, and its code of three letters."""
    rows = COUNTRIES.read_text(encoding="utf-8").splitlines()
    return {code: tuple(names) for code, *names in (row.split("\t") for row in rows if row[0] != "#")}
