"""The picture that other websites show with a link to a page: its own, or a card made from its title.

A card's file is named by everything that it is drawn from, so that a card that is published already is known
to be right by its name, and is not drawn again.
"""

import unicodedata
from functools import cached_property
from typing import NamedTuple

from chapterhouse.brand import palette
from chapterhouse.diagnostics import Location
from chapterhouse.files import digest
from chapterhouse.model import SiteJob
from chapterhouse.render.items import Image, href
from chapterhouse.render.pages import Page
from chapterhouse.render.pictures import version_of
from chapterhouse.render.writer import Output

EDITION = 1
"""Part of the name of cards: another way of drawing them, or another face, is another edition."""
WIDTH, HEIGHT = 1200, 630
"""Pixels, as the sites that show such pictures recommend (https://ogp.me)."""
LEAST_WIDTH = 600
"""Pixels: an entry's own picture, if it is as wide and of a format that all can read, stands for a card."""
FOLDER = "cards"
_RANGES = ((0x20, 0x7E), (0xA0, 0x148), (0x14A, 0x17E), (0x218, 0x21B), (0x2013, 0x2014), (0x2018, 0x201A))
LETTERS = frozenset(
    (*(chr(code) for low, high in _RANGES for code in range(low, high + 1)), *"ẞ“”„†•…′″‹›€™−")
)
"""What can be set in the face of cards: the languages of Europe that are written in Latin letters."""
_INSTEAD = str.maketrans({"\u2011": "-", "\u00ad": None, "\u200b": None, "\u202f": "\u00a0", "\u2009": " "})


class Card(NamedTuple):
    """Everything that a card is drawn from."""

    title: str
    name: str
    """The site's own name."""
    network: str
    """The network's name, or an empty text."""
    ground: str
    """`#083931`"""
    ink: str
    line: str

    @property
    def key(self) -> str:
        """What its file is named by."""
        return digest(repr((*self, EDITION, version_of("PIL"))).encode())[:16]


class Cards:
    """The cards of one site; each is drawn once and published once, for however many pages."""

    def __init__(self, job: SiteJob, output: Output, place: Location) -> None:
        """Take a site's job, its files, and where problems of the whole site are told."""
        self._job = job
        self._output = output
        self._place = place
        self._made: dict[str, Image] = {}

    def image(self, page: Page) -> Image | None:
        """Return the picture for links to a page, its address absolute; None where there is none."""
        if page.robots:
            return None
        own = _own(page)
        if own is not None:
            return own._replace(href=self._job.site.host + own.href)
        if self._job.social_cards == "sites":
            return self._site_card
        return self._published(page.title) or self._site_card

    @cached_property
    def _site_card(self) -> Image | None:
        return self._published(self._job.record.name)

    def _published(self, title: str) -> Image | None:
        """Return the card with a title; None where the face has not all of its letters."""
        job = self._job
        card = _card(job, title)
        if not LETTERS.issuperset(card.title + card.name + card.network):
            return None
        route = f"{FOLDER}/{card.key}.png"
        if route not in self._made:
            self._write(f"{job.site.folder}/{route}".lstrip("/"), card)
            words = title if title == job.record.name else f"{title}, {job.record.name}"
            self._made[route] = Image(
                href=job.site.host + href(job.site, route), alt=words, width=WIDTH, height=HEIGHT
            )
        return self._made[route]

    def _write(self, path: str, card: Card) -> None:
        known = self._output.published.get(path)
        if known is not None:
            # What is remembered of a published file says how large it is.
            self._output.keep(path, known, 0, self._place)
            return
        from chapterhouse.render.card_drawing import drawn

        self._output.write(path, drawn(card), self._place)


def _card(job: SiteJob, title: str) -> Card:
    colours = palette(job.record.brand.color)
    is_name = title == job.record.name
    network = "" if job.is_hub else job.network.name
    return Card(
        title=_plain(title),
        name=_plain(network if is_name else job.record.name),
        network="" if is_name else _plain(network),
        ground=colours.light["--band"],
        ink=colours.light["--on-band"],
        line=colours.dark["--brand"],
    )


def _own(page: Page) -> Image | None:
    image = page.item.image if page.item else None
    if image is None or not image.width or image.width < LEAST_WIDTH:
        return None
    return image if image.href.lower().endswith((".jpg", ".jpeg", ".png")) else None


def _plain(words: str) -> str:
    return unicodedata.normalize("NFC", " ".join(words.split())).translate(_INSTEAD)
