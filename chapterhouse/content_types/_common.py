"""The front matter that every content type has."""

from typing import Annotated, Literal

from chapterhouse.field_types import Help, Language, Slug, Text, Vocabulary
from chapterhouse.frozen import frozen
from chapterhouse.record import STRICT

Audience = Literal["own", "network"]


@frozen
class CommonFields:
    """What may stand at the top of every Markdown file."""

    __pydantic_config__ = STRICT
    title: Annotated[
        Text, Help("The title, as people read it. Its address comes from the file's name instead.")
    ]
    summary: Annotated[
        Text | None,
        Help("One or two sentences for lists and search engines; the first paragraph if left out."),
    ] = None
    language: Annotated[
        Language | None,
        Help("The language it is written in, if not the site's; or name the file about.es.md."),
    ] = None
    draft: Annotated[bool, Help("yes to keep it off the site for now.")] = False
    audience: Annotated[
        Audience | None, Help("own: shown on this site only. network: shown on the umbrella's site as well.")
    ] = None
    associations: Annotated[
        tuple[Slug, ...],
        Help(
            "Folder names of other associations on whose sites it is shown too, if their records accept it."
        ),
    ] = ()
    kinds: Annotated[
        tuple[Slug, ...],
        Vocabulary("kinds"),
        Help("For the umbrella's shared pages and handed-down items: only for associations of these kinds."),
    ] = ()
    topics: Annotated[
        tuple[Slug, ...], Vocabulary("topics"), Help("What it is about; the network lists them.")
    ] = ()
    intended_for: Annotated[
        tuple[Slug, ...], Vocabulary("audiences"), Help("For whom it is: families, professionals ...")
    ] = ()
    image: Annotated[Text | None, Help("A picture for its top and for cards, relative to this file.")] = None
    image_alt: Annotated[
        str | None,
        Help('What the picture shows, for people who cannot see it; "" if it is mere decoration.'),
    ] = None
    aliases: Annotated[
        tuple[Text, ...], Help("Addresses it had before, within this site: old-name or news/old-name.")
    ] = ()
