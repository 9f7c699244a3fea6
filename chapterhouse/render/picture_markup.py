"""A published picture as HTML: the browser chooses the file that fits its screen and that it can read."""

import re
from collections.abc import Iterable
from html import escape
from urllib.parse import quote

from markupsafe import Markup

from chapterhouse.render.items import Image, Source
from chapterhouse.render.pictures import Published, Variant

SIZES = "(min-width: 45rem) 41rem, 92vw"
"""How wide the column of the base theme is, where a theme does not say."""
TYPES = {".avif": "image/avif", ".webp": "image/webp", ".png": "image/png"}

_PICTURE = r"<picture>(?:<source [^>]*>)*(<img [^>]*>)</picture>"


def variant_route(route: str, fingerprint: str, variant: Variant) -> str:
    """Return the address below the site of a file made of a picture at a route.

    The main file has the picture's own address, unless it is of another format; the others have a part of the
    original's fingerprint in their name, so that no browser shows an old one.
    """
    stem, _, ending = route.rpartition(".")
    if variant.role == "main":
        same = {"jpeg": "jpg"}.get(ending.lower(), ending.lower()) == variant.suffix[1:].replace(
            "jpeg", "jpg"
        )
        return route if same else f"{route}{variant.suffix}"
    role = "-still" if variant.role == "still" else "" if variant.role == "moving" else f"-{variant.width}"
    return f"{stem}{role}.{fingerprint[:8]}{variant.suffix}"


def image(published: Published, hrefs: Iterable[str]) -> Image:
    """Return a picture for templates and bodies; `hrefs` are its variants' addresses."""
    main, *others = zip(published.variants, hrefs, strict=True)
    sources = []
    for role in ("still", "moving", "avif", "webp"):
        found = [(variant, href) for variant, href in others if variant.role == role]
        if found:
            sources.append(_source(role, found))
    variant, address = main
    return Image(href=address, alt="", width=variant.width, height=variant.height, sources=tuple(sources))


def _source(role: str, found: list[tuple[Variant, str]]) -> Source:
    kind = TYPES[found[0][0].suffix]
    if role == "still":
        return Source(kind, escape(found[0][1]), "(prefers-reduced-motion: reduce)")
    if role == "moving":
        return Source(kind, escape(found[0][1]))
    return Source(kind, ", ".join(_candidate(href, variant.width) for variant, href in found))


def _candidate(href: str, width: int | None) -> str:
    # A comma ends an address here.
    return escape(f"{href.replace(',', quote(','))} {width}w")


def markup(
    image: Image,
    *,
    sizes: str = SIZES,
    loading: str = "lazy",
    alt: str | None = None,
    rest: str = "",
) -> str:
    """Return `<img>`, in a `<picture>` where there are several files to choose from.

    `loading` is `lazy`, `eager`, or `first`: what is seen at once and large is fetched before all else. `alt`
    and `rest` are HTML as an author wrote it: the description, and attributes with a space before each.
    """
    shown, width, height = _shown(image, rest)
    if width:
        sizes = f"{width}px"
    size = f' width="{width or image.width}" height="{height or image.height}"' if image.width else ""
    words = escape(image.alt) if alt is None else alt
    when = {"first": ' fetchpriority="high"', "lazy": ' loading="lazy"'}.get(loading, "")
    # A browser knows better how wide a picture is that it loads later; HTML asks for a choice in <img> then.
    is_auto = loading == "lazy" and not width and any(" " in source.srcset for source in image.sources)
    told = escape(f"auto, {sizes}" if is_auto else sizes)
    auto = f' srcset="{_candidate(image.href, image.width)}" sizes="{told}"' if is_auto else ""
    tag = f'<img src="{escape(image.href)}"{auto} alt="{words}"{size}{when} decoding="async"{shown}>'
    if not image.sources:
        return tag
    return f"<picture>{''.join(_tag(source, told) for source in image.sources)}{tag}</picture>"


def picture(image: Image, sizes: str = SIZES, loading: str = "lazy") -> Markup:
    """Return a picture for a template: the filter `picture`."""
    return Markup(markup(image, sizes=sizes, loading=loading))


def plain(markup: str) -> str:
    """Return HTML with one file for each picture, for programs that do not choose."""
    return re.sub(_PICTURE, r"\1", markup) if "<picture>" in markup else markup


def _tag(source: Source, sizes: str) -> str:
    media = f' media="{source.media}"' if source.media else ""
    widths = f' sizes="{sizes}"' if " " in source.srcset else ""
    return f'<source type="{source.type}" srcset="{source.srcset}"{widths}{media}>'


def _shown(image: Image, rest: str) -> tuple[str, int, int]:
    """Return the other attributes, and the size that an author asks for, its proportions mended."""
    if "=" not in rest or not image.width or not image.height:
        return rest, 0, 0
    asked = {
        name: int(number) for name, number in re.findall(r' (width|height)="(\d+)"', rest) if int(number)
    }
    rest = re.sub(r' (?:width|height)="\d*"', "", rest)
    if "width" in asked:
        width = min(asked["width"], image.width)
    elif "height" in asked:
        width = min(max(1, round(asked["height"] * image.width / image.height)), image.width)
    else:
        return rest, 0, 0
    return rest, width, max(1, round(width * image.height / image.width))
