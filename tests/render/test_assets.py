"""Tests of the theme's static files and of where themes are found."""

from pathlib import Path

import pytest

import chapterhouse
from chapterhouse.diagnostics import ChapterhouseError
from chapterhouse.render.assets import Assets, name_assets, read_assets, template_folders, theme_folders


def css_of(assets: Assets, name: str = "style.css") -> str:
    """Return a stylesheet as it is written."""
    return assets.files[assets.hrefs[name]].decode()


def theme(root: Path, name: str, files: dict[str, str]) -> Path:
    """Write a theme's static files and return its folder."""
    for path, text in files.items():
        file = root / "themes" / name / "static" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return root / "themes" / name


def test_names_hold_a_fingerprint_of_the_bytes() -> None:
    one = name_assets({"style.css": b"a{}", "fonts/text.woff2": b"font", "LICENSE": b"free"})
    assert list(one.hrefs) == ["LICENSE", "fonts/text.woff2", "style.css"]
    assert one.hrefs["style.css"].startswith("style.")
    assert one.hrefs["fonts/text.woff2"].startswith("fonts/text.")
    assert one.files[one.hrefs["fonts/text.woff2"]] == b"font"
    assert name_assets({"style.css": b"b{}"}).hrefs["style.css"] != one.hrefs["style.css"]


def test_references_in_stylesheets_get_the_new_names() -> None:
    assets = name_assets(
        {
            "css/style.css": b"@font-face{src:url('../fonts/text.woff2')} b{background:url( x.svg#part )}",
            "css/x.svg": b"<svg/>",
            "fonts/text.woff2": b"font",
        }
    )
    css = css_of(assets, "css/style.css")
    assert f'url("../{assets.hrefs["fonts/text.woff2"]}")' in css
    assert f'url("{assets.hrefs["css/x.svg"].removeprefix("css/")}#part")' in css


def test_what_a_stylesheet_imports_becomes_a_part_of_it() -> None:
    assets = name_assets(
        {
            "style.css": b'@import url("tokens.css");\n@import url(parts/end.css);',
            "tokens.css": b":root { --ink: #000; }",
            "parts/end.css": b"a { background: url(x.svg); }",
            "parts/x.svg": b"<svg/>",
        }
    )
    css = css_of(assets)
    assert css == f':root{{--ink: #000}}a{{background: url("{assets.hrefs["parts/x.svg"]}")}}\n'
    assert list(assets.hrefs) == ["parts/x.svg", "style.css"]
    assert set(assets.files) == set(assets.hrefs.values())


def test_another_theme_replaces_a_part_of_the_stylesheet(tmp_path: Path) -> None:
    theme(tmp_path, "base", {"style.css": '@import url("tokens.css");b{}', "tokens.css": "a{color:red}"})
    theme(tmp_path, "sea", {"tokens.css": "a{color:blue}"})
    assert css_of(read_assets(theme_folders(tmp_path, "sea"))) == "a{color:blue}b{}\n"


def test_a_changed_picture_renames_the_stylesheet_that_shows_it() -> None:
    style = b"a{background:url(x.svg)}"
    one = name_assets({"style.css": style, "x.svg": b"1"})
    other = name_assets({"style.css": style, "x.svg": b"2"})
    assert one.hrefs["style.css"] != other.hrefs["style.css"]


def test_stylesheets_lose_comments_and_spaces_and_nothing_else() -> None:
    css = (
        '/* why */\na  >  b ,\nc {\n  color: red;\n  content: "/* a  b */";\n}\n'
        "@media (a) and (b) { d { x: calc(1px + 2px); } }\n"
    )
    written = css_of(name_assets({"style.css": css.encode()}))
    assert written == 'a > b,c{color: red;content: "/* a  b */"}@media (a) and (b){d{x: calc(1px + 2px)}}\n'


def test_pictures_inside_the_stylesheet_stay() -> None:
    css = b"""a{background:url("data:image/svg+xml,%3Csvg a='b; c'/%3E")}"""
    assert css_of(name_assets({"style.css": css})) == css.decode() + "\n"


@pytest.mark.parametrize("target", ["https://fonts.example.org/x.woff2", "//fonts.example.org/x.woff2"])
def test_another_server_is_refused(target: str) -> None:
    with pytest.raises(ChapterhouseError, match="asks another server"):
        name_assets({"style.css": f"a{{src:url({target})}}".encode()})


def test_a_missing_file_is_named_with_the_nearest_one() -> None:
    with pytest.raises(ChapterhouseError, match=r'refers to logo\.svg.*did you mean "logos\.svg"'):
        name_assets({"style.css": b"a{background:url(logo.svg)}", "logos.svg": b"<svg/>"})


def test_a_circle_of_stylesheets_is_refused() -> None:
    with pytest.raises(ChapterhouseError, match="circle"):
        name_assets({"a.css": b"@import url(b.css);", "b.css": b"@import url(a.css);"})


def test_the_more_special_theme_wins(tmp_path: Path) -> None:
    theme(tmp_path, "base", {"style.css": "a{color:red}", "other.css": "b{}"})
    theme(tmp_path, "sea", {"style.css": "a{color:blue}"})
    assets = read_assets(theme_folders(tmp_path, "sea"))
    assert "blue" in css_of(assets)
    assert set(assets.hrefs) == {"style.css", "other.css"}


def test_symbolic_links_are_not_published(tmp_path: Path) -> None:
    folder = theme(tmp_path, "base", {"style.css": "a{}"})
    (folder / "static" / "secret.css").symlink_to("style.css")
    assert list(read_assets((folder,)).hrefs) == ["style.css"]


def test_a_project_without_themes_gets_the_one_that_comes_along(tmp_path: Path) -> None:
    (found,) = theme_folders(tmp_path)
    assert (found / "templates" / "layout.html").is_file()
    assert template_folders((found,)) == (found / "templates",)


def test_an_installed_package_holds_the_theme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "site-packages" / "chapterhouse"
    (package / "themes" / "base").mkdir(parents=True)
    monkeypatch.setattr(chapterhouse, "__file__", str(package / "__init__.py"))
    assert theme_folders(tmp_path / "project") == (package / "themes" / "base",)


def test_a_broken_installation_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chapterhouse, "__file__", str(tmp_path / "a" / "b" / "__init__.py"))
    with pytest.raises(ChapterhouseError, match="base theme is missing"):
        theme_folders(tmp_path / "project")


def test_an_unknown_theme_is_refused_with_the_nearest_name(tmp_path: Path) -> None:
    theme(tmp_path, "meadow", {"style.css": ""})
    with pytest.raises(ChapterhouseError, match='did you mean "meadow"'):
        theme_folders(tmp_path, "medow")
    with pytest.raises(ChapterhouseError, match="there is base and meadow"):
        theme_folders(tmp_path, "xyz")


def test_a_theme_is_a_folder_in_themes_and_nowhere_else(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "themes").mkdir()
    for name in ("../elsewhere", "a/b", "..", ".", ""):
        with pytest.raises(ChapterhouseError):
            theme_folders(tmp_path, name)
