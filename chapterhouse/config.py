"""The project's settings: where it is, and what `pelican.conf.py` says of the network."""

from pathlib import Path
from types import UnionType
from typing import Any
from urllib.parse import urlsplit

from chapterhouse.diagnostics import ChapterhouseError
from chapterhouse.frozen import field, fields, frozen
from chapterhouse.model import HUB, Site
from chapterhouse.text import did_you_mean

SETTINGS_FILE = "pelican.conf.py"


@frozen
class Settings:
    """The `NETWORK_*` settings of `pelican.conf.py`, typed; each field's text is in docs/settings.md too."""

    url: str = "http://localhost:8000/"
    """NETWORK_URL: the address of the hub's home page."""
    layout: str = "paths"
    """NETWORK_LAYOUT: `paths` (associations at /<slug>/) or `subdomains` (at <slug>.<the hub's host>)."""
    theme: str = "base"
    """NETWORK_THEME: a folder in `themes/`, or the `base` theme that comes with Chapterhouse."""
    themes: tuple[str, ...] = ()
    """NETWORK_THEMES: further themes that associations may choose."""
    markdown: str = "commonmark"
    """NETWORK_MARKDOWN: `commonmark` (as git hosts show it) or `python-markdown` (Pelican's own reader)."""
    jobs: int = 0
    """NETWORK_JOBS: worker processes; 0 is one for each core."""
    own_domains: bool = True
    """NETWORK_OWN_DOMAINS: whether associations with a `domain` are published there; the preview says no."""
    search: bool = True
    """NETWORK_SEARCH: whether the hub has a page that searches the pages of all sites."""
    status_page: bool = False
    """NETWORK_STATUS_PAGE: whether the hub publishes the steward's view at /status/, linked from nowhere."""
    social_cards: str = "off"
    """NETWORK_SOCIAL_CARDS: pictures for links to pages: `off`, `sites` (one for each site) or `pages`."""
    default_language: str = "en"
    """DEFAULT_LANG: the language where no record names one; it is Pelican's own setting."""


@frozen
class Project:
    """A folder that has a `pelican.conf.py`, with its settings read."""

    root: Path
    settings: Settings
    pelican: dict[str, Any] = field(default_factory=dict)
    """Every other upper-case name of `pelican.conf.py`, for Pelican itself."""
    output: Path = Path("output")
    """Absolute."""

    @property
    def work(self) -> Path:
        """The folder of stage, state and caches."""
        return self.root / ".chapterhouse"

    @property
    def stage(self) -> Path:
        """The folder in which the next version of the output is put together."""
        return self.work / "stage"

    @property
    def bodies(self) -> Path:
        """The folder of rendered bodies."""
        return self.work / "bodies"


def find_project(start: Path | None = None) -> Path:
    """Return the nearest folder, this one or above, that has a `pelican.conf.py`.

    Raises ChapterhouseError where there is none.
    """
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if (folder / SETTINGS_FILE).is_file():
            return folder
    raise ChapterhouseError(
        f"There is no {SETTINGS_FILE} in {here} or above it; "
        'go to the folder of a network, name it with --project, or begin one with "chapterhouse init DIR".'
    )


def read_project(root: Path, *, output: Path | None = None) -> Project:
    """Run `pelican.conf.py` and return the project.

    Raises ChapterhouseError where the file fails or a setting is not what it should be.
    """
    names: dict[str, Any] = {"__file__": str(root / SETTINGS_FILE), "__name__": "pelican.conf"}
    try:
        source = (root / SETTINGS_FILE).read_text(encoding="utf-8")
        exec(compile(source, str(root / SETTINGS_FILE), "exec"), names)
    except Exception as problem:
        raise ChapterhouseError(
            f"{SETTINGS_FILE} cannot be run: {type(problem).__name__}: {problem}"
        ) from problem
    upper = {name: value for name, value in names.items() if name.isupper()}
    own = {name: upper.pop(name) for name in sorted(upper) if name.startswith("NETWORK_")}
    return Project(
        root=root,
        settings=_settings(own, str(upper.get("DEFAULT_LANG", "en"))),
        pelican=upper,
        output=(output or root / "output").absolute(),
    )


def _settings(own: dict[str, Any], language: str) -> Settings:
    known = {f"NETWORK_{name.upper()}": name for name in fields(Settings) if name != "default_language"}
    for name in own:
        if name not in known:
            hint = did_you_mean(name, known)
            raise ChapterhouseError(
                f"{SETTINGS_FILE}: unknown setting {name}" + (f"; {hint}" if hint else "")
            )
    values = {known[name]: value for name, value in own.items()}
    _demand(values, "layout", ("paths", "subdomains"))
    _demand(values, "markdown", ("commonmark", "python-markdown"))
    _demand(values, "social_cards", ("off", "sites", "pages"))
    _demand_type(values, "theme", str, "the name of a folder in themes/")
    _demand_type(values, "themes", list | tuple, "a list of names of folders in themes/")
    _demand_type(values, "jobs", int, "a number")
    for name in ("search", "status_page"):
        _demand_type(values, name, bool, "True or False")
    if "themes" in values:
        values["themes"] = tuple(map(str, values["themes"]))
    if "url" in values:
        values["url"] = _network_url(values["url"])
    return Settings(default_language=language, **values)


def _demand(values: dict[str, Any], name: str, allowed: tuple[str, ...]) -> None:
    if name in values and values[name] not in allowed:
        words = " or ".join(f'"{word}"' for word in allowed)
        raise ChapterhouseError(
            f'{SETTINGS_FILE}: NETWORK_{name.upper()} is "{values[name]}", but may be {words}'
        )


def _demand_type(values: dict[str, Any], name: str, kind: type | UnionType, words: str) -> None:
    if name in values and not isinstance(values[name], kind):
        raise ChapterhouseError(
            f"{SETTINGS_FILE}: NETWORK_{name.upper()} is {values[name]!r}, but {words} is needed"
        )


def _network_url(value: Any) -> str:
    if not isinstance(value, str) or not _is_web_address(value):
        raise ChapterhouseError(
            f"{SETTINGS_FILE}: NETWORK_URL is {value!r}, "
            'but a web address such as "https://example.org/" is needed'
        )
    return value if value.endswith("/") else value + "/"


def _is_web_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(host) and not (parts.query or parts.fragment)


def site(settings: Settings, slug: str, domain: str | None = None) -> Site:
    """Return where a site is published: the one place where layout, sub-domains and own domains are decided.

    In the layout `paths` the hub is the output folder itself and each association a folder in it; in
    `subdomains` the hub is the folder `hub`. An association with a domain of its own is at the root of that.
    """
    hub = urlsplit(settings.url)
    subdomains = settings.layout == "subdomains"
    if slug == HUB:
        folder = "hub" if subdomains else ""
        return _site(slug, settings.url, folder, hub.path + "assets/", f"{folder}/assets".lstrip("/"))
    if domain and settings.own_domains:
        return _site(slug, f"{hub.scheme}://{domain}/", slug, "/assets/", f"{slug}/assets")
    if subdomains:
        return _site(slug, f"{hub.scheme}://{slug}.{hub.netloc}/", slug, "/assets/", f"{slug}/assets")
    return _site(slug, f"{settings.url}{slug}/", slug, hub.path + "assets/", "assets")


def _site(slug: str, url: str, folder: str, assets: str, assets_folder: str) -> Site:
    return Site(
        slug=slug,
        url=url,
        root=urlsplit(url).path or "/",
        folder=folder,
        assets=assets,
        assets_folder=assets_folder,
    )
