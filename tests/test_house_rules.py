"""One module is one feature, and what else holds everywhere; docs/developing.md tells it to people."""

import ast
import inspect
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from chapterhouse.cli import COMMANDS
from chapterhouse.discover import features
from quality.machine import PROJECT

PACKAGE = PROJECT / "chapterhouse"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "data" not in path.parts)
TESTS = sorted((PROJECT / "tests").rglob("test_*.py"))
OPEN_FOLDERS = ("checks.output", "checks.source", "content_types", "exports", "hub_pages", "parts")
FEATURES = [(folder, name) for folder in OPEN_FOLDERS for name in features(f"chapterhouse.{folder}")]
CONTRACTS: dict[str, dict[str, tuple[str, ...]]] = {
    "checks.output": {"check": ("built",)},
    "checks.source": {"check": ("network", "settings")},
    "content_types": {"problems": ("fields",)},
    "exports": {"render": ("network",)},
    "hub_pages": {"pages": ("network",)},
    "parts": {"cut": ("markup",), "gather": ("site", "options")},
}
"""The functions that each feature has, with their parameters."""
ATTRIBUTES: dict[str, tuple[str, ...]] = {
    "content_types": ("AUDIENCE", "FOLDER", "Fields", "LISTING"),
    "exports": ("FILE", "TITLE"),
    "parts": ("EXAMPLE", "GATHERS", "OPTIONS"),
}
"""What else each feature has."""
MOST_LINES = 300


def relative(path: Path) -> str:
    return path.relative_to(PROJECT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def tracked() -> list[Path]:
    done = subprocess.run(["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, text=True, check=True)
    return [path for name in done.stdout.split("\0") if name and (path := PROJECT / name).is_file()]


def module(folder: str, name: str) -> ModuleType:
    return features(f"chapterhouse.{folder}")[name]


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize(("folder", "name"), FEATURES)
def test_a_feature_fills_the_contract_of_its_folder(folder: str, name: str) -> None:
    feature = module(folder, name)
    for function, parameters in CONTRACTS[folder].items():
        assert tuple(inspect.signature(getattr(feature, function)).parameters) == parameters
    for attribute in ATTRIBUTES.get(folder, ()):
        assert hasattr(feature, attribute), attribute


@pytest.mark.parametrize(("folder", "name"), FEATURES)
def test_a_feature_has_a_docstring_and_a_test_of_the_same_name(folder: str, name: str) -> None:
    assert module(folder, name).__doc__
    assert (PROJECT / "tests" / folder.replace(".", "/") / f"test_{name}.py").is_file()


@pytest.mark.parametrize(("folder", "name"), [one for one in FEATURES if one[0].startswith("checks.")])
def test_a_check_says_what_why_and_how_to_mend(folder: str, name: str) -> None:
    paragraphs = (module(folder, name).__doc__ or "").strip().split("\n\n")
    assert len(paragraphs) >= 3


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_has_a_test(name: str) -> None:
    assert (PROJECT / "tests" / "cli" / f"test_{name}.py").is_file()


@pytest.mark.parametrize(
    ("folder", "name"), [one for one in FEATURES if one[0] in ("content_types", "hub_pages", "parts")]
)
def test_what_is_shown_has_a_template(folder: str, name: str) -> None:
    templates = PROJECT / "themes" / "base" / "templates"
    if folder == "parts":
        templates /= "parts"
    assert (templates / f"{name}.html").is_file()
    if folder == "content_types" and module(folder, name).LISTING:
        assert (templates / f"{name}_list.html").is_file()


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_a_module_is_short_named_well_and_explained(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES
    assert path.stem not in ("utils", "util", "helpers", "helper", "base", "manager", "misc", "common")
    docstring = ast.get_docstring(tree(path))
    assert docstring
    assert docstring.partition("\n")[0].endswith((".", ":", "`")), "it begins with one sentence"


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_every_public_function_and_class_is_explained(path: Path) -> None:
    classes = [node for node in tree(path).body if isinstance(node, ast.ClassDef) and node.name[0] != "_"]
    scopes: list[ast.Module | ast.ClassDef] = [tree(path), *classes]
    silent = [
        node.name
        for scope in scopes
        for node in scope.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]
    assert silent == []


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_nothing_is_left_for_later(path: Path) -> None:
    assert re.findall(r"\b(?:TODO|FIXME|XXX|HACK)\b", path.read_text(encoding="utf-8")) == []


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("path", [path for path in MODULES if path.parent.name != "render"], ids=relative)
def test_only_render_knows_pelican(path: Path) -> None:
    assert [name for name in imported(path) if name.partition(".")[0] == "pelican"] == []


@pytest.mark.parametrize(
    ("words", "unwanted"),
    [
        (("--help",), {"pelican", "pydantic", "pydantic_core", "PIL", "comrak", "yaml", "jinja2", "invoke"}),
        (("check",), {"pelican", "PIL", "rich", "invoke", "livereload", "icalendar"}),
    ],
)
def test_a_command_imports_no_more_than_it_needs(
    tmp_path: Path, words: tuple[str, ...], unwanted: set[str]
) -> None:
    program = (
        "import sys\nfrom chapterhouse.cli import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        "print('\\n@' + ' '.join(sorted({name.partition('.')[0] for name in sys.modules})))"
    )
    main = [sys.executable, "-c", program]
    assert subprocess.run([*main, "init", str(tmp_path / "n")], cwd=PROJECT, check=False).returncode == 0
    more = [] if "--help" in words else ["--project", str(tmp_path / "n")]
    done = subprocess.run([*main, *words, *more], cwd=PROJECT, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.rpartition("@")[2].split())
    assert "chapterhouse" in loaded
    assert loaded & unwanted == set()


MACHINE_PATH = re.compile(
    r"(?<![\w.:/>-])/(?:home|Users|root|work/main|work/shared|mnt|opt/homebrew)/[\w.-]+|\b[A-Z]:\\\\?Users\b|(?<![\w/])/tmp/[\w.-]+"
)
INDEX = re.compile(
    r"--(?:extra-)?index-url[ =]\S*://|(?:files\.pythonhosted|pypi)\.org/|registry\.npmjs\.org/"
)


@pytest.mark.parametrize("kind", ["a path of one machine", "the address of a package index"])
def test_no_file_names(kind: str) -> None:
    pattern = MACHINE_PATH if kind.startswith("a path") else INDEX
    found = {}
    for path in tracked():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        if path != Path(__file__) and (hits := pattern.findall(text)):
            found[relative(path)] = sorted(set(hits))[:3]
    assert found == {}


@pytest.mark.parametrize("path", TESTS, ids=relative)
def test_no_test_is_skipped_or_expected_to_fail(path: Path) -> None:
    words = re.findall(
        r"\b(?:skip|skipif|xfail|importorskip)\b(?=[(\s]*[(])", path.read_text(encoding="utf-8")
    )
    assert words == []


@pytest.mark.parametrize("path", TESTS, ids=relative)
def test_every_test_asserts_something(path: Path) -> None:
    asserting = {function.name for function in functions(path) if any(map(_asserts, ast.walk(function)))}
    idle = [
        function.name
        for function in functions(path)
        if function.name.startswith("test_") and asserting.isdisjoint(_calls(function) | {function.name})
    ]
    assert idle == []


def _calls(function: ast.AST) -> set[str]:
    calls = (node.func for node in ast.walk(function) if isinstance(node, ast.Call))
    return {called.id for called in calls if isinstance(called, ast.Name)}


def _asserts(node: ast.AST) -> bool:
    if isinstance(node, ast.Assert):
        return True
    if not isinstance(node, ast.Call):
        return False
    if any(keyword.arg == "check" and ast.unparse(keyword.value) == "True" for keyword in node.keywords):
        # A program of its own that must not fail.
        return True
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    return name == "raises" or name.lstrip("_").startswith(("assert", "check", "expect"))


def test_every_folder_of_the_package_says_what_it_is() -> None:
    folders = {path.parent for path in MODULES}
    assert [relative(folder) for folder in folders if not (folder / "__init__.py").is_file()] == []
