"""Sample contexts for every template of a theme: a small network of astronomy societies."""

from collections.abc import Mapping
from datetime import datetime
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

from markupsafe import Markup

from chapterhouse.brand import palette
from chapterhouse.content_types import event, news, page, person, resource
from chapterhouse.load.markdown import render
from chapterhouse.model import NetworkFacts
from chapterhouse.occurrences import Occurrence
from chapterhouse.record import (
    Address,
    Contact,
    Endorsement,
    EndorsementTerms,
    Host,
    NetworkRecord,
    Record,
    Term,
    WebLink,
)
from chapterhouse.render.items import Image, Item
from chapterhouse.render.json_ld import dump, organisation, website
from chapterhouse.render.menu import Crumb, MenuItem
from chapterhouse.vocabulary import member_words
from chapterhouse.words import ENGLISH

ZONE = ZoneInfo("Europe/Dublin")

MARKDOWN = """\
Every clear night somebody sets up a telescope in a park and lets strangers look through it. That is what a
[society](https://sky.example.org/) is for.[^1]
It needs no membership and no knowledge; *only a coat* and a little **patience**.

## What you will see

Planets first, because they are bright; then double stars, clusters and, on a very dark night, a galaxy.

| Object | When | Where to look | Stars |
|--------|:-----|---------------|------:|
| Saturn | August to December | low in the south | 1 |
| The Pleiades | November | high in the east, above Aldebaran | 1000 |
| Andromeda | all autumn | overhead | a trillion |

### A list before you go

1. Look at the weather.
2. Let your eyes get used to the dark:
   - twenty minutes at least,
   - no white light.

- [x] a red torch
- [ ] a thermos flask
- [ ] `stellarium` on the phone

> The sky is the oldest public park that we have.

> [!NOTE]
> Children are welcome until late.

> [!TIP]
> Dress as if it were ten degrees colder.

> [!IMPORTANT]
> Ring first if you come with a group.

> [!WARNING]
> The path is not lit.

> [!CAUTION]
> Never look at the sun through any glass.

Seeing

: How steady the air is.

Magnitude

: How bright a star looks; *small* numbers are bright.

```python
def brightness(magnitude: float) -> float:
    return 10 ** (-0.4 * magnitude)
```

---

#### Smaller print

The end of it.[^2]

[^1]: The first one was founded in 1820.
[^2]: And the beginning.
"""


def body(markdown: str = MARKDOWN) -> Markup:
    """Render Markdown as the reader does."""
    return Markup(render(markdown, path="associations/stars/pages/about.md", first_line=1).html)


SCRIPTS = ("announcement", "filter", "find", "search", "times")
NETWORK = NetworkRecord(
    name="Federation of Astronomy Societies",
    short_name="The Federation",
    mission="To keep the night sky dark, and to show it to everybody who would like to see it.",
    notice="A sample network for tests.",
    website="https://sky.example.org/",
    member=Term(label="Society", plural="Societies"),
    kinds={"national": Term(label="National society")},
    topics={"planets": Term(label="Planets")},
    audiences={"beginners": Term(label="Beginners")},
    services={"evenings": Term(label="Public evenings")},
    endorsement=EndorsementTerms(name="Dark Sky Certificate"),
    languages=("en",),
)

RECORD = Record(
    name="Astronomy Society of the West of Ireland",
    short_name="Galway Stars",
    also_known_as=("Réalteolaíocht an Iarthair",),
    former_names=("Galway Star Club", "Salthill Telescope Circle"),
    kind="national",
    regions=("IE-G", "IE-MO"),
    languages=("en", "ga"),
    time_zone="Europe/Dublin",
    website="https://stars.example.ie/",
    other_websites=("https://old.example.ie/",),
    host=Host(name="University of Galway", url="https://university.example.ie/"),
    founded="1974",
    joined="1999-05",
    mission="To bring the sky of the west to everybody who lives under it.",
    summary="Public evenings at the telescope, in Galway and Mayo.",
    services=("evenings",),
    contact=Contact(
        email="office@stars.example.ie",
        phone="+353 (91) 555 010",
        form="https://stars.example.ie/contact",
        address=Address(street="1 Sea Road", locality="Galway", postal_code="H91 X000", country="IE"),
    ),
    endorsement=Endorsement(offered=True, since="2012", url="https://stars.example.ie/dark"),
    links=(
        WebLink(label="Become a member", url="https://stars.example.ie/join", kind="membership"),
        WebLink(label="Shop", url="https://stars.example.ie/shop", kind="shop"),
        WebLink(label="Donate", url="https://stars.example.ie/give", kind="donate"),
    ),
    social={"youtube": "https://video.example.org/stars", "mastodon": "https://social.example.org/stars"},
    unconfirmed=("website", "contact.phone", "host"),
    sources=("https://stars.example.ie/about", "https://sky.example.org/members"),
)


def network(record: NetworkRecord = NETWORK) -> NetworkFacts:
    """Return what pages may say of the network."""
    return NetworkFacts(
        name=record.name,
        label=record.label,
        url="https://sky.example.org/",
        home="/",
        record=record,
        association_count=12,
        country_count=2,
        as_of="2026-05-17",
    )


MENU = (
    MenuItem(
        title="About",
        href="/stars/about/",
        children=(
            MenuItem(title="The board", href="/stars/about/board/"),
            MenuItem(title="Annual reports", href="/stars/about/reports/"),
        ),
    ),
    MenuItem(title="For beginners", href="/stars/beginners/"),
    MenuItem(title="News", href="/stars/news/"),
    MenuItem(title="Events", href="/stars/events/"),
    MenuItem(title="Resources", href="/stars/resources/"),
    MenuItem(title="Accessibility", href="/stars/accessibility/"),
    MenuItem(title="Privacy", href="/stars/privacy/"),
)


def item(kind: str, title: str, fields: Any, **further: Any) -> Item:
    """Return an entry as templates see it."""
    slug = title.lower().replace(" ", "-")
    values: dict[str, Any] = {
        "title": title,
        "href": f"/stars/{kind}/{slug}/",
        "url": f"https://sky.example.org/stars/{kind}/{slug}/",
        "summary": f"A sentence or two about “{title}” & what comes of it <for everybody>.",
        "language": "en",
        "type": kind,
        "fields": fields,
        "path": f"associations/stars/{kind}/{slug}.md",
        "time_zone": "Europe/Dublin",
    }
    return Item(**values | further)


def when(day: int, *, hour: int = 20, all_day: bool = False) -> Occurrence:
    """Return an evening in December 2026."""
    start = datetime(2026, 12, day, 0 if all_day else hour, 0 if all_day else 30, tzinfo=ZONE)
    return Occurrence(start, start if all_day else start.replace(hour=22), all_day)


VENUE = event.Venue(
    name="Claddagh Quay",
    address=Address(street="Quay Road", locality="Galway", country="IE"),
    url="https://quay.example.ie/",
)
EVENTS = (
    item(
        "event",
        "Public evening at the quay",
        event.Fields(
            title="Public evening at the quay",
            start="2026-12-16 20:30",
            end="2026-12-16 22:00",
            venue=VENUE,
            online="https://live.example.org/quay",
            repeats=event.Recurrence(every="month", week="third", days=("wednesday",), skip=("2027-01-20",)),
            registration="https://stars.example.ie/register",
            intended_for=("beginners",),
            updated="2026-11-01",
        ),
        when=when(16),
        image=Image(href="/stars/images/quay.jpg", alt="The quay by night", width=800, height=500),
    ),
    item(
        "event",
        "Winter meeting",
        event.Fields(title="Winter meeting", start="2026-12-19", status="cancelled", online=True),
        when=when(19, all_day=True),
        origin="Dublin Stars",
        origin_href="/dublin/",
    ),
    item(
        "event",
        "Meteor watch",
        event.Fields(
            title="Meteor watch",
            start="2026-12-13 20:30",
            status="postponed",
            repeats=event.Recurrence(every="week", interval=2, days=("friday",), until="2027-03-01"),
        ),
        when=when(13),
    ),
    item(
        "event",
        "Realta",
        event.Fields(
            title="Realta", start="2026-10-01", status="tentative", repeats=event.Recurrence(every="year")
        ),
        is_past=True,
        language="ga",
    ),
)
NEWS = (
    item(
        "news",
        "The new dome is open",
        news.Fields(
            title="The new dome is open",
            date="2026-11-14",
            updated="2026-11-15",
            author="The board",
            topics=("planets",),
            intended_for=("beginners",),
        ),
    ),
    item(
        "news",
        "A grant for schools",
        news.Fields(title="A grant for schools", date="2026-10-02"),
        language="ga",
    ),
)
RESOURCES = (
    item(
        "resource",
        "Star map for the month",
        resource.Fields(
            title="Star map for the month",
            file="map.pdf",
            publisher="The Federation",
            date="2026-11-01",
            languages=("en", "ga"),
            topics=("planets",),
            intended_for=("beginners",),
        ),
        file="/stars/resources/map.pdf",
    ),
    item(
        "resource",
        "Light and dark",
        resource.Fields(title="Light and dark", url="https://dark.example.org/guide"),
        origin="Dublin Stars",
        origin_href="/dublin/",
    ),
)
PEOPLE = (
    item(
        "person",
        "Treasurer",
        person.Fields(title="Treasurer", group="Board", email="treasurer@stars.example.ie"),
    ),
    item(
        "person",
        "Chair",
        person.Fields(
            title="Chair", group="Board", name="A. Sample", consent=True, url="https://a.example.org/"
        ),
    ),
    item("person", "Night watch", person.Fields(title="Night watch")),
)
PAGE = item("page", "About", page.Fields(title="About", summary="Who we are."))


def site(*, is_hub: bool = False, **further: Any) -> Any:
    """Return the site as templates see it."""
    values: dict[str, Any] = {
        "name": NETWORK.name if is_hub else RECORD.name,
        "label": NETWORK.label if is_hub else RECORD.label,
        "url": "https://sky.example.org/" + ("" if is_hub else "stars/"),
        "root": "/" if is_hub else "/stars/",
        "home": "/" if is_hub else "/stars/",
        "language": "en",
        "languages": ("en",),
        "is_hub": is_hub,
        "logo": None if is_hub else Image(href="/stars/images/logo.svg", alt="", width=48, height=48),
        "feed": "/feed.atom" if is_hub else "/stars/feed.atom",
        "events_feed": None if is_hub else "/stars/events.ics",
        "associations": "/directory/",
        "hub_page": None if is_hub else "/directory/stars/",
        "search": "/search/",
        "slug": "" if is_hub else "stars",
    }
    return SimpleNamespace(**values | further)


def context(template: str, *, is_hub: bool = False, **further: Any) -> dict[str, Any]:
    """Return what every page gets, with header and footer left empty."""
    here = site(is_hub=is_hub)
    facts = further.get("network") or network()
    member, members = member_words(facts.record, ENGLISH)
    record = NETWORK if is_hub else RECORD
    things = [organisation(record, here, facts), *([website(facts, here)] if is_hub else [])]
    return {
        "site": here,
        "association": None if is_hub else RECORD,
        "member": member,
        "members": members,
        "network": facts,
        "menu": MENU,
        "head": Markup(""),
        "header": Markup("<header></header>"),
        "footer": Markup("<footer></footer>"),
        "title": "About",
        "summary": "Who we are, in a sentence.",
        "canonical": here.url + "about/",
        "language": "en",
        "breadcrumbs": (Crumb(title="Home", href=here.home), Crumb(title="About", href="")),
        "robots": None,
        "entry": None,
        "content": "",
        "listing": (),
        "listing_type": "",
        "upcoming": (),
        "past": (),
        "latest_news": (),
        "parts": (),
        "resource_groups": (),
        "people_groups": (),
        "pagination": None,
        "translations": (),
        "alternates": (),
        "assets": {
            "style.css": "/assets/style.3f2a91c4.css",
            "fonts/fraunces-latin.woff2": "/assets/fonts/fraunces-latin.5e1b7c02.woff2",
            **{
                f"{name}.js": f"/assets/{name}.3f2a91c4.js"
                for name in ("announcement", "filter", "rows", "find", "search", "times")
            },
            **{f"{name}.css": f"/assets/{name}.3f2a91c4.css" for name in ("map", "search")},
        },
        "brand": palette("#2f6f9e"),
        "announcement": None,
        "json_ld": Markup(dump(things)),
        "social_image": Image(
            href="https://example.org/stars/cards/1.png", alt="Stars", width=1200, height=630
        ),
        "edit_url": "https://git.example.org/network/about.md",
        "target": "",
        "data_template": template.removesuffix(".html"),
        **further,
    }


def card(name: str, region: str, **further: Any) -> dict[str, Any]:
    """Return an association as the directory lists it."""
    slug = name.split()[0].lower()
    values: dict[str, Any] = {
        "name": name,
        "label": name.split()[0],
        "href": f"/directory/{slug}/",
        "site_href": None,
        "website": f"https://{slug}.example.org/",
        "status": "active",
        "status_text": "active",
        "slug": slug,
        "marks": "kind:society status:active",
        "regions": "us-oh",
        "other_names": ["The Stars & Co"],
        "joined": "2009-06",
        "verified_on": "2026-05-17",
        "regions_text": region,
        "summary": "Evenings at the telescope for beginners, and a journal four times a year.",
        "unconfirmed": [],
    }
    return values | further


FACETS = [
    {
        "name": "kind",
        "label": "Kind",
        "choices": [
            {"name": "society", "label": "Society", "count": 2, "href": "/directory/kind/society/"},
            {"name": "club", "label": "Club", "count": 4, "href": "/directory/kind/club/"},
        ],
    },
]
DIRECTORY: Mapping[str, Any] = {
    "groups": [
        {
            "title": "Ireland",
            "count": 3,
            "associations": [
                card("Cork Astronomy Society", "Cork", site_href="/cork/"),
                card("Galway Stars", "Galway, Mayo", unconfirmed=["website"]),
                card("Kerry Dark Skies", "", status="forming", status_text="being founded", website=None),
            ],
        },
        {
            "title": "United States",
            "count": 3,
            "associations": [
                card("Ohio Society of Observers", "Ohio"),
                card("Toledo Telescope Society", "Ohio", status="closed", status_text="closed", summary=None),
                card(
                    "Utah Stargazers", "Utah", status="merged", status_text="merged into another association"
                ),
            ],
        },
    ],
    "facets": FACETS,
    "compact": False,
    "places_href": "/data/places.json",
    "rows_href": "",
    "letters": [],
    "total": 6,
    "count": 12,
    "countries": 2,
    "as_of": "2026-05-17",
}
ROWS_APART: Mapping[str, Any] = {
    "groups": [
        {"title": "Ireland", "count": 3, "associations": [], "href": "/directory/country/ie/"},
        {"title": "Elsewhere", "count": 3, "associations": [], "href": None},
    ],
    "compact": True,
    "rows_href": "/directory/rows.json",
    "letters": [{"name": "o", "label": "O", "count": 6, "href": "/directory/a-z/o/"}],
}
"""What the directory of a large network has instead."""
ASSOCIATION: Mapping[str, Any] = {
    "record": RECORD,
    "slug": "stars",
    "site_href": "/stars/",
    "status_text": "active",
    "kind_text": "National society",
    "regions": ["Galway", "Mayo"],
    "countries": ["Ireland"],
    "services": ["Public evenings", "Training"],
    "links": [
        {"label": "Become a member", "url": "https://stars.example.ie/join", "kind": "Membership"},
        {"label": "Shop", "url": "https://stars.example.ie/shop", "kind": "Shop"},
    ],
    "endorsement_name": "Dark Sky Certificate",
    "generation": "Second edition",
    "successor": None,
    "custom": [{"label": "Has a dome", "value": "yes"}],
    "suggest_href": "https://git.example.org/network/associations/stars/association.yaml",
    "vcard_href": "/data/vcards/stars.vcf",
    "upcoming": EVENTS[:1],
    "latest_news": NEWS[:1],
}
DIRECTORY_FACET: Mapping[str, Any] = {
    "associations": DIRECTORY["groups"][0]["associations"],
    "compact": False,
    "count": 3,
    "as_of": "2026-05-17",
    "directory_href": "/directory/",
    "pagination": {
        "number": 2,
        "count": 3,
        "newer": "/directory/kind/club/",
        "older": "/directory/kind/club/page/3/",
    },
}
MONTHS = [
    {"id": f"2026-{month}", "href": f"/calendar/2026-{month}/", "count": month - 10} for month in (10, 11, 12)
]
CALENDAR: Mapping[str, Any] = {
    "groups": {
        "2026-12": [
            {"item": one, "marks": "way:online language:en", "ics_href": f"/data/events/{number}.ics"}
            for number, one in enumerate(EVENTS)
            if one.when
        ]
    },
    "facets": FACETS,
    "month": "",
    "months": MONTHS,
    "weeks": [],
    "before": None,
    "after": None,
    "calendar_href": "",
    "more": True,
    "feed_href": "/data/events.ics",
    "events_href": "/events/",
    "total": len(EVENTS),
}
MONTH: Mapping[str, Any] = {
    **CALENDAR,
    "month": "2026-12",
    "weeks": [
        [
            {
                "day": f"2026-12-0{day}",
                "is_inside": day > 1,
                "rows": EVENTS if day == 3 else [],
                "more": day // 3,
            }
            for day in range(1, 8)
        ]
    ],
    "before": MONTHS[0],
    "after": MONTHS[1],
    "calendar_href": "/calendar/",
}
ENDORSEMENT: Mapping[str, Any] = {
    "endorsement": NETWORK.endorsement,
    "count": 1,
    "of": 2,
    "countries": 1,
    "as_of": "2026-05-17",
    "groups": [
        {
            "title": title,
            "count": 1,
            "associations": [
                {
                    "name": "Cork Astronomy Society",
                    "label": "Cork",
                    "href": "/directory/cork/",
                    "regions_text": "Cork",
                    "since": since,
                    "generation": None,
                    "url": None,
                    "is_unconfirmed": True,
                }
            ],
        }
        for title, since in (("Offered", "2009"), ("Not offered", None))
    ],
    "generations": [
        {
            "label": "Second edition",
            "help": "In use today.",
            "count": 1,
            "categories": [Term(label="Dark site", help="For places."), Term(label="Guide")],
        }
    ],
    "directory_href": "/directory/",
}
LISTING_FACET: Mapping[str, Any] = {
    "listing": NEWS,
    "listing_type": "news",
    "listing_href": "/news/",
    "listing_all": "All news",
}
EXPORTS = (
    {
        "title": "Table of societies",
        "about": "Every society with its facts, for spreadsheets.",
        "file": "associations.csv",
        "href": "/data/associations.csv",
        "url": "https://sky.example.org/data/associations.csv",
        "media_type": "text/csv",
        "schema_href": "/data/schema/associations.csv.json",
        "further": [{"name": "Clubs", "href": "/data/clubs.csv"}],
    },
)
