"""The network's values."""

import pickle

from chapterhouse.config import site
from chapterhouse.diagnostics import Diagnostic, Location, Severity
from chapterhouse.model import HUB, NetworkFacts, SiteJob
from tests.builders import SETTINGS, association, entry, folder, network


def test_links_on_one_host_are_paths() -> None:
    hub, north = site(SETTINGS, HUB), site(SETTINGS, "north")
    assert hub.host == "https://example.org"
    assert hub.link(north, "about/") == "/north/about/"
    assert hub.link(north) == "/north/"


def test_links_to_another_host_are_absolute() -> None:
    hub, north = site(SETTINGS, HUB), site(SETTINGS, "north", "north.example")
    assert hub.link(north, "about/") == "https://north.example/about/"
    assert north.link(hub) == "https://example.org/"


def test_an_entry_speaks_of_its_title_audience_and_places() -> None:
    found = entry("associations/north/news/a.md", type_="news", title="A telescope")
    assert found.title == "A telescope"
    assert found.audience == "network"
    assert found.place(3) == Location("associations/north/news/a.md", 3)


def test_a_folder_knows_where_the_fields_of_its_record_stand() -> None:
    found = folder("associations/north", places={"brand.logo": (7, 9, 12)})
    assert found.slug == "north"
    assert str(found.place("brand.logo")) == "associations/north/association.yaml:7:9"
    assert str(found.place("brand.color")) == "associations/north/association.yaml"
    assert str(folder("content/hub").place()) == "content/hub/network.yaml"


def test_a_folder_knows_the_ids_of_its_entries() -> None:
    found = folder("associations/n", [entry("a", ids=frozenset({"where", "who"})), entry("b")])
    assert (found.ids_of("a"), found.ids_of("b")) == (["where", "who"], [])


def test_only_errors_hold_a_folder() -> None:
    error = Diagnostic(code="x", message="m", location=Location("a"))
    warning = Diagnostic(code="x", message="m", location=Location("a"), severity=Severity.WARNING)
    assert folder("associations/north", diagnostics=(warning, error)).has_errors
    assert not folder("associations/north", diagnostics=(warning,)).has_errors


def test_a_network_finds_its_members() -> None:
    found = network(association("south"), association("north", short_name="N"))
    assert [one.slug for one in found.associations] == ["north", "south"]
    north = found.association("north")
    assert north is not None
    assert (north.name, north.label) == ("North", "N")
    assert found.association("west") is None
    assert [one.slug for one in found.sites] == ["", "north", "south"]


def test_the_network_travels_between_processes() -> None:
    found = network(association("north", [entry("associations/north/pages/index.md")]))
    assert pickle.loads(pickle.dumps(found)) == found


def test_a_job_knows_whether_it_is_the_hubs() -> None:
    whole = network(association("north"))
    facts = NetworkFacts(
        name="N",
        label="N",
        url="",
        home="",
        record=whole.record,
        association_count=1,
        country_count=1,
        as_of="",
    )
    jobs = [
        SiteJob(
            site=one,
            record=whole.record,
            network=facts,
            languages=("en",),
            time_zone="UTC",
            today=whole.today,
        )
        for one in whole.sites
    ]
    assert [job.is_hub for job in jobs] == [True, False]
