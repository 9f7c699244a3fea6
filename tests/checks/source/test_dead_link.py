"""Links between folders."""

from chapterhouse.model import Link, Network
from tests.builders import association, entry, network
from tests.checks.source.running import run, told

HOME = "associations/north/pages/index.md"
SOUTH = [entry("associations/south/pages/about.md", ids=frozenset({"our-history"}))]
SHARED = [entry("content/shared/pages/privacy.md", ids=frozenset({"cookies"}))]


def linking(target: str, fragment: str = "") -> Network:
    link = Link(target, fragment, 5, 9, is_entry=True)
    north = association("north", of_folder={"outward": ((HOME, link),)})
    return network(north, association("south", SOUTH), shared=SHARED)


def test_links_that_lead_somewhere() -> None:
    assert told("dead-link", linking("associations/south/pages/about.md")) == []
    assert told("dead-link", linking("associations/south/pages/about.md", "our-history")) == []
    assert told("dead-link", linking("content/shared/pages/privacy.md")) == []


def test_a_page_that_is_not_there() -> None:
    network_ = linking("associations/south/pages/abuot.md")
    assert told("dead-link", network_) == [
        (f"{HOME}:5:9", 'the link leads to "associations/south/pages/abuot.md", which does not exist')
    ]
    assert run("dead-link", network_)[0].hint == 'did you mean "associations/south/pages/about.md"?'


def test_a_folder_that_is_not_there() -> None:
    assert told("dead-link", linking("associations/souht/pages/about.md")) == [
        (
            f"{HOME}:5:9",
            'the link leads to "associations/souht/pages/about.md", '
            'but there is no folder "associations/souht"',
        )
    ]


def test_a_heading_that_is_not_there() -> None:
    assert told("dead-link", linking("associations/south/pages/about.md", "our-histroy")) == [
        (f"{HOME}:5:9", '"associations/south/pages/about.md" has no heading with the id "our-histroy"')
    ]


def test_a_heading_of_a_shared_page_may_be_that_of_an_override() -> None:
    assert told("dead-link", linking("content/shared/pages/privacy.md", "of-our-own")) == []


def shared_with_link(own: str, fragment: str = "") -> Network:
    link = Link("content/shared/pages/privacy.md", fragment, 4, 2, is_entry=True)
    pages = [
        entry("content/shared/pages/privacy.md", kinds=("club",)),
        entry("content/shared/pages/rules.md", links=(link,)),
    ]
    club = [entry("associations/north/pages/privacy.md", ids=frozenset({"cookies"}))]
    return network(association("north", club, kind="club"), association("south", kind=own), shared=pages)


def test_a_shared_page_that_is_not_on_the_site() -> None:
    assert told("dead-link", shared_with_link("club")) == []
    found = run("dead-link", shared_with_link("society"))
    assert [(one.site, one.message) for one in found] == [
        ("south", 'the link leads to "content/shared/pages/privacy.md", which is not on the site of South')
    ]


def test_a_part_that_the_page_in_the_place_of_a_shared_one_does_not_have() -> None:
    found = run("dead-link", shared_with_link("club", "cooking"))
    assert [(one.site, str(one.location)) for one in found] == [
        ("north", "content/shared/pages/rules.md:4:2")
    ]
    assert found[0].hint == 'did you mean "cookies"?'
