"""Names of places in the countries that the network serves, for finding one's association by town or state.

Towns of some size with their region and position, and what regions and countries are called.
"""

from collections.abc import Iterable, Iterator

from chapterhouse import gazetteer, places
from chapterhouse.exports._facts import region_name
from chapterhouse.exports._json import line
from chapterhouse.model import Network
from chapterhouse.words import phrase

FILE = "data/places.json"
TITLE = phrase("Places")
MEDIA_TYPE = "application/json"
SCHEMA = "https://www.rfc-editor.org/rfc/rfc8259"
MOST_TOWNS = 6_000
"""How many towns the file has at most: some 80 kB as it travels."""


def render(network: Network) -> bytes:
    """Return the file: regions as code, name and other names; towns as name, code, latitude and longitude."""
    countries = served(network)
    codes = [code for code in places.names() if code[:2] in countries]
    regions = [_region(code, network) for code in codes]
    towns = ",\n".join(map(_town, _towns(countries)))
    head = line({"attribution": gazetteer.ATTRIBUTION, "regions": regions})
    return f'{head[:-1]},"towns":[\n{towns}]}}\n'.encode()


def served(network: Network) -> list[str]:
    """Return the countries that associations serve, as ISO 3166-1 codes."""
    return sorted({places.country(code) for one in network.associations for code in one.record.regions})


def _region(code: str, network: Network) -> list[str | list[str]]:
    name = region_name(code, network)
    letters = code.rpartition("-")[2]
    others = [
        places.name(code),
        *([] if letters.isdigit() else [letters]),
        *gazetteer.other_names().get(code, ()),
    ]
    return [code.lower(), name, [other for other in dict.fromkeys(others) if other != name]]


def _town(row: str) -> str:
    """Return a line of the table as JSON; no name in it has quotation marks or backslashes."""
    name, region, latitude, longitude = row.split("\t")
    return f'["{name}","{region.lower()}",{latitude},{longitude}]'


def _towns(countries: Iterable[str]) -> Iterator[str]:
    """Yield the largest towns of each country; what small ones leave of their share is for the large ones."""
    found = sorted((gazetteer.town_rows(country) for country in countries), key=len)
    left = MOST_TOWNS
    for number, towns in enumerate(found):
        some = towns[: left // (len(found) - number)]
        left -= len(some)
        yield from some
