"""The directory as a small page for other websites to show in a frame: no scripts, no requests of its own.

`<iframe src="https://example.org/data/embed.html" title="Our associations"></iframe>` shows it.
"""

from collections.abc import Iterator
from html import escape

from chapterhouse import places
from chapterhouse.exports._facts import home_url, region_name
from chapterhouse.model import Association, Network
from chapterhouse.words import phrase

FILE = "data/embed.html"
TITLE = phrase("The directory, for other websites")
MEDIA_TYPE = "text/html"
SCHEMA = "https://html.spec.whatwg.org/"

_STYLE = (
    ":root{color-scheme:light dark;font:100%/1.5 system-ui,sans-serif}"
    "body{margin:0;padding:1rem;background:Canvas;color:CanvasText}"
    "h1{font-size:1.25rem;margin:0 0 .5rem}"
    "h2{font-size:1rem;margin:1rem 0 .25rem}"
    "ul{margin:0;padding-inline-start:1.25rem}"
    "li{margin-block:.25rem;overflow-wrap:anywhere}"
    "a{color:light-dark(#0a4ea2,#9cc4ff)}"
    "a:focus-visible{outline:3px solid;outline-offset:2px}"
)
_STATUS = {
    "forming": phrase("being founded"),
    "inactive": phrase("inactive at present"),
    "closed": phrase("closed"),
    "merged": phrase("merged"),
}
_SHOWN = ("name", "regions", "status")
"""Facts of a record that the page shows."""


def render(network: Network) -> bytes:
    """Return the page."""
    return ("\n".join(_lines(network)) + "\n").encode()


def _lines(network: Network) -> Iterator[str]:
    record = network.record
    name = escape(record.name)
    say = network.words.say
    yield "<!doctype html>"
    yield f'<html lang="{escape(record.languages[0])}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="robots" content="noindex">'
    yield f"<title>{say('%(name)s: directory', name=name)}</title>"
    about = say("The members of %(name)s, by country.", name=name)
    yield f'<meta name="description" content="{about}">'
    yield '<link rel="icon" href="data:,">'
    yield '<base target="_top">'
    yield f'<link rel="canonical" href="{escape(network.hub.url)}directory/">'
    yield f"<style>{_STYLE}</style>"
    yield "</head>"
    yield '<body data-template="embed">'
    yield "<main>"
    yield f'<h1><a href="{escape(network.hub.url)}">{name}</a></h1>'
    if record.notice:
        yield f"<p>{escape(record.notice)}</p>"
    for title, found in _groups(network).items():
        yield f"<h2>{escape(title)}</h2>"
        yield "<ul>"
        for association in found:
            yield f"<li>{_item(association, network)}</li>"
        yield "</ul>"
    yield "</main>"
    yield "</body>"
    yield "</html>"


def _groups(network: Network) -> dict[str, list[Association]]:
    """Return the associations by country, each group sorted by name."""
    groups: dict[str, list[Association]] = {}
    for association in sorted(network.associations, key=lambda one: (one.record.name, one.slug)):
        codes = {places.country(code) for code in association.record.regions}
        for title in sorted(region_name(code, network) for code in codes) or [network.words.say("Elsewhere")]:
            groups.setdefault(title, []).append(association)
    return dict(sorted(groups.items()))


def _item(association: Association, network: Network) -> str:
    record = association.record
    remarks = [region_name(code, network) for code in record.regions if "-" in code]
    if record.status in _STATUS:
        remarks.append(network.words.say(_STATUS[record.status]))
    if any(name in _SHOWN for name in record.unconfirmed):
        remarks.append(network.words.say("not confirmed"))
    link = f'<a href="{escape(home_url(association, network))}">{escape(record.name)}</a>'
    return f"{link} <small>({escape(', '.join(remarks))})</small>" if remarks else link
