"""The map: each region that an association serves leads to it, with the same as a list beside it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from chapterhouse import atlas, places
from chapterhouse.hub_pages._facets import facets
from chapterhouse.hub_pages._terms import region_name, status_text
from chapterhouse.model import Association, HubPage, Network
from chapterhouse.text import slugify
from chapterhouse.vocabulary import and_listed, member_words

ROUTE = "map/"
DIRECTORY = "directory/"
GONE = frozenset({"closed", "merged"})
"""Status of associations that serve no region any more."""
LABELLED = 9
"""How far its border must be from the middle of a shape that shows its letters."""
MANY = 3
"""How many names the words of one link hold; beyond, their number."""

Served = dict[str, list[Association]]
"""The associations of each region, by ISO 3166 code."""


def pages(network: Network) -> Iterator[HubPage]:
    """Yield the one page, if any association has a region or a place."""
    members = [one for one in network.associations if one.record.status not in GONE]
    served: Served = {}
    for member in members:
        for code in member.record.regions:
            served.setdefault(code, []).append(member)
    located = [one for one in members if one.record.location]
    if not served and not located:
        return
    yield HubPage(
        route=ROUTE,
        template="map.html",
        title=network.words.say("Map"),
        summary=network.words.say("Where the members of %(network)s are.", network=network.record.name),
        menu=True,
        order=25,
        context={
            "views": [_view(name, served, located, network) for name in _views(served, located)],
            "countries": _countries(served, network),
            "elsewhere": [_member(one, network) for one in members if not one.record.regions],
            "attribution": atlas.ATTRIBUTION,
        },
    )


def _views(served: Iterable[str], located: Iterable[Association]) -> list[str]:
    """Return the views that together show everything: of single countries, and of the world if it must be."""
    codes = {places.country(code) for code in served}
    own = [name for name in atlas.views() if name in codes and name != atlas.WORLD]
    points = [one for one in located if not any(_point(one, name) for name in own)]
    return [*own, atlas.WORLD] if codes - set(own) or points else own


def _view(name: str, served: Served, located: list[Association], network: Network) -> dict[str, Any]:
    view = atlas.views()[name]
    here = _by_country(served) if name == atlas.WORLD else served
    links, taken = [], set()
    # What serves a county comes before what serves its province, and that before the whole country.
    for code in sorted(here, key=lambda code: (len(atlas.parts(code, name)), code)):
        shapes = [part for part in atlas.parts(code, name) if part not in taken]
        taken.update(shapes)
        if shapes:
            links.append(_link(code, "".join(view.shapes[part] for part in shapes), here[code], network))
        elif name == atlas.WORLD and (middle := atlas.point(code)):
            links.append(_link(code, "", here[code], network) | _dot(atlas.place(name, *middle)))
    points = [_link("", "", [one], network) | _dot(at) for one in located if (at := _point(one, name))]
    return {
        "name": name,
        "title": network.words.say("The world") if name == atlas.WORLD else region_name(name, network),
        "box": view.box,
        "land": "".join(view.shapes[code] for code in sorted(view.shapes.keys() - taken)),
        "links": sorted(
            (link for link in links if link.get("at", True)), key=lambda link: _order(link["name"])
        ),
        "labels": [
            {"text": code.rpartition("-")[2], "x": x, "y": y}
            for code, (x, y, far) in sorted(view.middles.items())
            if far >= LABELLED and name != atlas.WORLD and code in here
        ],
        "points": sorted(points, key=lambda link: _order(link["label"])),
    }


def _link(code: str, outline: str, members: list[Association], network: Network) -> dict[str, Any]:
    """Return a region that can be followed: to its association, or to the list of its associations."""
    name = region_name(code, network) if code else ""
    names = (
        and_listed([one.name for one in members], network.words)
        if len(members) <= MANY
        else _count(len(members), network)
    )
    status = members[0].record.status
    note = f" ({status_text(status, network.words)})" if len(members) == 1 and status != "active" else ""
    kind = "many" if len(members) > 1 else "one" if status == "active" else "other"
    return {
        "name": name,
        "label": f"{name}: {names}{note}" if name else f"{names}{note}",
        "href": _href(code, members, network),
        "path": outline,
        "kind": kind,
    }


def _dot(at: tuple[int, int] | None) -> dict[str, Any]:
    return {"at": at}


def _href(code: str, members: list[Association], network: Network) -> str:
    directory = f"{network.hub.root}{DIRECTORY}"
    if len(members) == 1:
        return f"{directory}{members[0].slug}/"
    facet = "region" if "-" in code else "country"
    name = code.lower()
    known = any(each.name == facet and any(v.name == name for v in each.values) for each in facets(network))
    if known:
        return f"{directory}{facet}/{name}/"
    return f"#{name}" if facet == "region" else f"#in-{name}"


def _point(association: Association, view: str) -> tuple[int, int] | None:
    place = association.record.location
    return atlas.place(view, place.latitude, place.longitude) if place else None


def _by_country(served: Mapping[str, list[Association]]) -> Served:
    found: dict[str, dict[str, Association]] = {}
    for code in sorted(served):
        members = found.setdefault(places.country(code), {})
        members.update({one.slug: one for one in served[code] if one.slug not in members})
    return {country: list(members.values()) for country, members in found.items()}


def _countries(served: Served, network: Network) -> list[dict[str, Any]]:
    """Return the list that says what the map shows: countries, their regions, their associations."""
    groups: dict[str, list[str]] = {}
    for code in served:
        groups.setdefault(places.country(code), []).append(code)
    found = []
    for country, codes in groups.items():
        regions = [
            {
                "id": code.lower(),
                "name": region_name(code, network),
                "members": [_member(one, network) for one in served[code]],
            }
            for code in codes
        ]
        regions.sort(key=lambda region: _order(region["name"]))
        name = region_name(country, network)
        found.append({"id": f"in-{country.lower()}", "name": name, "regions": regions})
    return sorted(found, key=lambda group: _order(group["name"]))


def _member(association: Association, network: Network) -> dict[str, str]:
    status = association.record.status
    return {
        "name": association.name,
        "href": f"{network.hub.root}{DIRECTORY}{association.slug}/",
        "note": "" if status == "active" else status_text(status, network.words),
    }


def _count(number: int, network: Network) -> str:
    member, members = member_words(network.record, network.words)
    return network.words.count(
        "%(count)s %(member)s", "%(count)s %(members)s", number, member=member, members=members
    )


def _order(name: object) -> tuple[str, str]:
    """Order words as a dictionary does: without accents."""
    return slugify(str(name)), str(name)
