"""The settings and where sites are published."""

from pathlib import Path

import pytest

from chapterhouse.config import Project, Settings, find_project, read_project, site
from chapterhouse.diagnostics import ChapterhouseError
from chapterhouse.model import HUB


def project(root: Path, text: str) -> Project:
    (root / "pelican.conf.py").write_text(text, encoding="utf-8")
    return read_project(root)


def refusal(root: Path, text: str) -> str:
    with pytest.raises(ChapterhouseError) as caught:
        project(root, text)
    return str(caught.value)


def test_the_nearest_project_above_is_found(tmp_path: Path) -> None:
    inside = tmp_path / "associations" / "north"
    inside.mkdir(parents=True)
    (tmp_path / "pelican.conf.py").write_text("")
    assert find_project(inside) == tmp_path.resolve()


def test_no_project_is_a_sentence_that_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ChapterhouseError) as caught:
        find_project(tmp_path)
    assert str(caught.value) == (
        f"There is no pelican.conf.py in {tmp_path.resolve()} or above it; "
        'go to the folder of a network, name it with --project, or begin one with "chapterhouse init DIR".'
    )


def test_the_networks_settings_are_typed_and_the_rest_is_pelicans(tmp_path: Path) -> None:
    found = project(
        tmp_path,
        'import os\nSITENAME = "Clubs"\nDEFAULT_LANG = "ga"\nNETWORK_URL = "https://example.org"\n'
        'NETWORK_THEMES = ["quiet", "loud"]\nNETWORK_JOBS = 3\nlower = 1\n',
    )
    assert found.settings == Settings(
        url="https://example.org/", themes=("quiet", "loud"), jobs=3, default_language="ga"
    )
    assert found.pelican == {"SITENAME": "Clubs", "DEFAULT_LANG": "ga"}
    assert found.output == tmp_path / "output"
    assert found.work == tmp_path / ".chapterhouse"
    assert found.bodies == tmp_path / ".chapterhouse" / "bodies"


def test_another_output_is_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pelican.conf.py").write_text("")
    monkeypatch.chdir(tmp_path)
    assert read_project(tmp_path, output=Path("there")).output == tmp_path / "there"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            'NETWORK_LAYUOT = "paths"',
            'pelican.conf.py: unknown setting NETWORK_LAYUOT; did you mean "NETWORK_LAYOUT"?',
        ),
        (
            "NETWORK_ZQXJ_FJORD_BANK_GLYPHS = 1",
            "pelican.conf.py: unknown setting NETWORK_ZQXJ_FJORD_BANK_GLYPHS",
        ),
        (
            'NETWORK_LAYOUT = "flat"',
            'pelican.conf.py: NETWORK_LAYOUT is "flat", but may be "paths" or "subdomains"',
        ),
        (
            'NETWORK_MARKDOWN = "textile"',
            'pelican.conf.py: NETWORK_MARKDOWN is "textile", but may be "commonmark" or "python-markdown"',
        ),
        (
            'NETWORK_THEMES = "dark"',
            "pelican.conf.py: NETWORK_THEMES is 'dark', but a list of names of folders in themes/ is needed",
        ),
        (
            "NETWORK_THEME = None",
            "pelican.conf.py: NETWORK_THEME is None, but the name of a folder in themes/ is needed",
        ),
        ('NETWORK_JOBS = "2"', "pelican.conf.py: NETWORK_JOBS is '2', but a number is needed"),
        ("1 / 0", "pelican.conf.py cannot be run: ZeroDivisionError: division by zero"),
    ],
)
def test_a_wrong_setting_is_one_sentence(tmp_path: Path, text: str, words: str) -> None:
    assert refusal(tmp_path, text) == words


@pytest.mark.parametrize(
    "url",
    [
        "example.org",
        "ftp://example.org/",
        "https://",
        "https://example.org/?a",
        "https://x:y/",
        "https://[",
        5,
    ],
)
def test_the_network_needs_a_web_address(tmp_path: Path, url: object) -> None:
    assert refusal(tmp_path, f"NETWORK_URL = {url!r}") == (
        f'pelican.conf.py: NETWORK_URL is {url!r}, but a web address such as "https://example.org/" is needed'
    )


def test_a_file_that_is_no_python_is_one_sentence(tmp_path: Path) -> None:
    assert refusal(tmp_path, "NETWORK_URL = ").startswith("pelican.conf.py cannot be run: SyntaxError: ")


PATHS = Settings(url="https://example.org/network/")
HOSTS = Settings(url="https://example.org/", layout="subdomains")


def test_paths_put_associations_into_folders_of_the_hub() -> None:
    hub, north = site(PATHS, HUB), site(PATHS, "north")
    assert (hub.url, hub.root, hub.folder) == ("https://example.org/network/", "/network/", "")
    assert (hub.assets, hub.assets_folder) == ("/network/assets/", "assets")
    assert (north.url, north.root, north.folder) == (
        "https://example.org/network/north/",
        "/network/north/",
        "north",
    )
    assert (north.assets, north.assets_folder) == ("/network/assets/", "assets")
    assert north.link(hub, "directory/") == "/network/directory/"


def test_subdomains_give_each_site_a_folder_of_its_own() -> None:
    hub, north = site(HOSTS, HUB), site(HOSTS, "north")
    assert (hub.folder, hub.assets, hub.assets_folder) == ("hub", "/assets/", "hub/assets")
    assert (north.url, north.root, north.folder) == ("https://north.example.org/", "/", "north")
    assert (north.assets, north.assets_folder) == ("/assets/", "north/assets")
    assert north.link(hub, "directory/") == "https://example.org/directory/"
    assert north.link(north, "about/") == "/about/"


@pytest.mark.parametrize("settings", [PATHS, HOSTS])
def test_a_domain_of_its_own_goes_before_the_layout(settings: Settings) -> None:
    north = site(settings, "north", "north.example")
    assert (north.url, north.root, north.folder) == ("https://north.example/", "/", "north")
    assert (north.assets, north.assets_folder) == ("/assets/", "north/assets")
    assert north.host == "https://north.example"


def test_the_preview_publishes_no_domains() -> None:
    preview = Settings(url="http://localhost:8000/", own_domains=False)
    assert site(preview, "north", "north.example").url == "http://localhost:8000/north/"
