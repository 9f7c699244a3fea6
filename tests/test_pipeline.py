"""The whole pipeline through the real command line: what is held, what is published, what stays as it was."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import MakeNetwork
from tests.crawler import problems
from tests.running import TODAY, build, chapterhouse, contents, own_network, snapshot

LATER = "2026-03-05"


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own network, built."""
    project = own_network(tmp_path_factory.mktemp("own") / "network")
    run = build(project)
    assert (run.code, run.err.count("Traceback")) == (0, 0), run.out + run.err
    return project


@pytest.fixture
def network(own: Path, tmp_path: Path) -> Path:
    """A copy of it, with everything that was built."""
    return Path(shutil.copytree(own, tmp_path / "network"))


@pytest.fixture
def small(make_network: MakeNetwork, tmp_path: Path) -> Iterator[Path]:
    """The small network, built."""
    project = make_network(tmp_path / "small", {})
    run = build(project)
    assert run.code == 0, run.out + run.err
    yield project


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def below(files: dict[str, tuple[bytes, int]], folder: str) -> dict[str, tuple[bytes, int]]:
    return {path: file for path, file in files.items() if path.startswith(f"{folder}/")}


def test_every_link_and_anchor_of_our_own_network_leads_somewhere(own: Path) -> None:
    assert problems(own / "output") == []
    run = chapterhouse(own, "check", "--output", "--today", TODAY)
    assert (run.code, run.out) == (0, "no problems in 34 sites\n")


def test_one_broken_record_holds_one_site(network: Path) -> None:
    record = network / "associations" / "wi-aimh" / "association.yaml"
    edit(record, "\nwebsite: ", "\nwebiste: ")
    edit(
        network / "associations" / "mi-aimh" / "pages" / "index.md",
        "> [!NOTE]",
        "An edited page.\n\n> [!NOTE]",
    )
    before = snapshot(network / "output")
    run = build(network, today=LATER)
    assert run.code == 1
    line = record.read_text(encoding="utf-8").split("\nwebiste")[0].count("\n") + 2
    assert f'associations/wi-aimh/association.yaml:{line}:1: error: unknown field "webiste"' in run.out
    assert "1 of 34 sites held (wi-aimh keeps its version of 3 March 2026); 34 sites published" in run.out
    after = snapshot(network / "output")
    assert below(after, "wi-aimh") == below(before, "wi-aimh")
    assert b"An edited page." in after["mi-aimh/index.html"][0]
    assert after["directory/wi-aimh/index.html"][0] == before["directory/wi-aimh/index.html"][0]
    assert problems(network / "output") == []


def test_strict_changes_nothing_at_all(network: Path) -> None:
    edit(network / "associations" / "wi-aimh" / "association.yaml", "\nwebsite: ", "\nwebiste: ")
    edit(
        network / "associations" / "mi-aimh" / "pages" / "index.md",
        "> [!NOTE]",
        "An edited page.\n\n> [!NOTE]",
    )
    before = snapshot(network / "output")
    for _ in range(2):
        run = build(network, "--strict")
        assert run.code == 1
        assert "1 error: nothing was published, because --strict asks for" in run.out
        assert snapshot(network / "output") == before


def test_the_first_build_with_a_broken_record_publishes_all_others(tmp_path: Path) -> None:
    project = own_network(tmp_path / "network")
    edit(project / "associations" / "wi-aimh" / "association.yaml", "\nwebsite: ", "\nwebiste: ")
    run = build(project)
    assert run.code == 1
    assert "1 of 34 sites held (wi-aimh was never published); 33 sites published" in run.out
    sites = {path.parent.name for path in (project / "output").glob("*/feed.atom")}
    assert len(sites) == 32
    assert "wi-aimh" not in sites
    assert (project / "output" / "index.html").is_file()
    assert problems(project / "output") == []


BROKEN = {
    "shared": ("content/shared/pages/visiting.md:2:1", "---\ntitel: Visiting\n---\n\nText.\n"),
    "hub": ("content/hub/pages/index.md:5:1", "---\ntitle: Welcome\n---\n\n[Nothing](nothing.md)\n"),
    "network": ("content/hub/network.yaml:1:1", "nmae: Astronomy Network\n"),
    "page": ("associations/north/pages/index.md:2:9", "---\ntitle: a: b\n---\n\nText.\n"),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_mistake_holds_and_once_mended_all_is_clean(kind: str, small: Path) -> None:
    place, text = BROKEN[kind]
    path = place.partition(":")[0]
    good = (small / path).read_bytes()
    before = snapshot(small / "output")
    (small / path).write_text(text, encoding="utf-8")
    broken = build(small)
    assert broken.code == 1, broken.out
    assert f"{place}: error: " in broken.out
    assert "Traceback" not in broken.err
    assert snapshot(small / "output") == before
    (small / path).write_bytes(good)
    mended = build(small)
    assert mended.code == 0, mended.out
    assert snapshot(small / "output") == before


def test_what_is_held_says_since_when(small: Path) -> None:
    page = small / "content" / "shared" / "pages" / "visiting.md"
    page.write_text(BROKEN["shared"][1], encoding="utf-8")
    run = build(small, today=LATER)
    assert "2 of 3 sites held (north keeps its version of 3 March 2026 and south keeps its" in run.out


def test_what_was_edited_while_it_was_held_is_published_once_it_is_mended(small: Path) -> None:
    page = small / "associations" / "north" / "pages" / "index.md"
    page.write_text("---\ntitle: a: b\n---\n\nNew words.\n", encoding="utf-8")
    assert build(small).code == 1
    page.write_text("---\ntitle: Mended\n---\n\nNew words.\n", encoding="utf-8")
    assert build(small).code == 0
    assert b"New words." in (small / "output" / "north" / "index.html").read_bytes()


def test_settings_that_fail_are_the_operators_mistake(small: Path) -> None:
    before = snapshot(small / "output")
    (small / "pelican.conf.py").write_text("SITENAME = \n", encoding="utf-8")
    run = build(small)
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    assert run.err.startswith("error: pelican.conf.py cannot be run: SyntaxError")
    (small / "pelican.conf.py").write_text('NETWORK_URLS = "https://example.org/"\n', encoding="utf-8")
    run = build(small)
    assert (run.code, run.err) == (
        2,
        'error: pelican.conf.py: unknown setting NETWORK_URLS; did you mean "NETWORK_URL"?\n',
    )
    assert snapshot(small / "output") == before


def test_a_broken_template_holds_the_sites_that_need_it(make_network: MakeNetwork, tmp_path: Path) -> None:
    theme = {
        "pelican.conf.py": 'NETWORK_URL = "https://example.org/"\nNETWORK_THEME = "ours"\n',
        "themes/ours/templates/page.html": "{{ title }} {{ content }}\n",
    }
    project = make_network(tmp_path / "network", theme)
    assert build(project).code == 0
    before = snapshot(project / "output")
    template = project / "themes" / "ours" / "templates" / "page.html"
    template.write_text("{{ title }}\n{% if %}\n", encoding="utf-8")
    run = build(project)
    assert run.code == 1
    assert "themes/ours/templates/page.html:2: error:" in run.out
    assert "Traceback" not in run.err
    assert below(snapshot(project / "output"), "north") == below(before, "north")
    template.write_text(theme["themes/ours/templates/page.html"], encoding="utf-8")
    assert build(project).code == 0
    assert contents(project / "output") == {path: file[0] for path, file in before.items()}


def test_an_association_that_is_removed_leaves_nothing_behind(small: Path) -> None:
    shutil.rmtree(small / "associations" / "south")
    run = build(small)
    assert run.code == 0
    assert "1 removed" in run.out
    assert not (small / "output" / "south").exists()
    assert not (small / "output" / "directory" / "south").exists()
    assert problems(small / "output") == []


def test_an_association_that_is_renamed_leaves_redirects(small: Path) -> None:
    (small / "associations" / "south").rename(small / "associations" / "deep-south")
    record = small / "associations" / "deep-south" / "association.yaml"
    record.write_text("name: South Club\nregions: [US-IL]\naliases: [south]\n", encoding="utf-8")
    run = build(small)
    assert run.code == 0, run.out
    page = (small / "output" / "south" / "index.html").read_text(encoding="utf-8")
    assert 'content="0; url=https://example.org/deep-south/"' in page
    assert (small / "output" / "south" / "visiting" / "index.html").is_file()
    assert problems(small / "output") == []


def test_clean_builds_everything_and_removes_what_is_not_ours(small: Path) -> None:
    output = small / "output"
    before = contents(output)
    (output / "stray" / "deep").mkdir(parents=True)
    (output / "stray" / "deep" / "old.html").write_text("x", encoding="utf-8")
    (output / ".htaccess").write_text("x", encoding="utf-8")
    (output / "north" / "index.html").write_text("changed by hand", encoding="utf-8")
    plain = build(small)
    assert "1 rebuilt" in plain.out
    assert (output / "stray" / "deep" / "old.html").exists()
    run = build(small, "--clean")
    assert (run.code, run.out) == (0, "3 sites published, 3 rebuilt, 0 unchanged\n")
    assert not (output / "stray").exists()
    assert (output / ".htaccess").exists()
    assert {path: content for path, content in contents(output).items() if path != ".htaccess"} == before


def test_a_build_whose_state_is_lost_touches_no_file_that_stays_the_same(small: Path) -> None:
    before = snapshot(small / "output")
    shutil.rmtree(small / ".chapterhouse")
    assert build(small).out == "3 sites published, 3 rebuilt, 0 unchanged\n"
    assert snapshot(small / "output") == before


def test_only_builds_one_site(small: Path) -> None:
    for slug in ("north", "south"):
        edit(small / "associations" / slug / "pages" / "index.md", "We meet", "We all meet")
    run = build(small, "--only", "north")
    assert run.code == 0
    assert b"We all meet" in (small / "output" / "north" / "index.html").read_bytes()
    assert b"We all meet" not in (small / "output" / "south" / "index.html").read_bytes()
    later = build(small)
    assert "1 rebuilt" in later.out
    assert b"We all meet" in (small / "output" / "south" / "index.html").read_bytes()


def test_only_refuses_a_name_that_is_none(small: Path) -> None:
    run = build(small, "--only", "nroth")
    assert (run.code, run.out) == (2, "")
    assert run.err.endswith('there is no association "nroth"; did you mean "north"?\n')


def test_a_build_with_nothing_to_do_says_so_and_touches_nothing(small: Path) -> None:
    before = snapshot(small / "output")
    for _ in range(2):
        run = build(small)
        assert (run.code, run.out) == (0, "3 sites published, 0 rebuilt, 3 unchanged\n")
    assert snapshot(small / "output") == before


def test_a_shared_page_changes_every_association_but_not_the_hub(small: Path) -> None:
    edit(small / "content" / "shared" / "pages" / "visiting.md", "Come to", "Walk to")
    plan = chapterhouse(small, "plan", "--today", TODAY)
    assert plan.out.splitlines()[0] == "keep    the hub"
    assert plan.out.count("the shared content/shared/pages/visiting.md was edited") == 2
    assert build(small).out == "3 sites published, 2 rebuilt, 1 unchanged\n"


def test_what_check_and_plan_saw_is_built_all_the_same(small: Path) -> None:
    for command, words in (("check", "We eat"), ("plan", "We sing")):
        page = small / "associations" / "north" / "pages" / "index.md"
        page.write_text(f"---\ntitle: North Club\n---\n\n{words} in the north.\n", encoding="utf-8")
        assert chapterhouse(small, command, "--today", TODAY).code == 0
        assert "1 rebuilt" in build(small).out
        assert words.encode() in (small / "output" / "north" / "index.html").read_bytes()


def test_another_output_folder_does_not_hide_what_changed(small: Path, tmp_path: Path) -> None:
    edit(small / "associations" / "north" / "pages" / "index.md", "We meet", "We all meet")
    assert build(small, "--output", str(tmp_path / "elsewhere")).code == 0
    assert "1 rebuilt" in build(small).out
    assert contents(tmp_path / "elsewhere") == contents(small / "output")
