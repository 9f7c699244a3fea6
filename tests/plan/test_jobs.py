"""The job of a site has everything that its bytes depend on."""

from chapterhouse.config import Settings
from chapterhouse.model import HUB, HubPage, Link, SiteJob, Value
from chapterhouse.plan.jobs import Surroundings, index_network, site_job
from chapterhouse.record import Brand
from tests.builders import URL, association, entry, folder, network

SURROUNDINGS = Surroundings(
    bodies="/project/bodies",
    themes={"base": ("base",), "night": ("night", "base")},
    assets={"base": {"style.css": "style.1.css"}, "night": {"style.css": "style.2.css"}},
)
EVENT = entry("associations/south/events/fair.md", type_="event", route="events/fair/")
SHARED = entry("content/shared/pages/privacy.md", values=(Value("association.label", None, 1, 1),))


def link(target: str) -> Link:
    return Link(target=target, fragment="", line=1, column=1, is_entry=True)


def job(slug: str, *members: object, **more: object) -> SiteJob:
    return site_job(index_network(network(*members, **more)), slug, SURROUNDINGS)  # type: ignore[arg-type]


def test_association_gets_its_own_things() -> None:
    north = association(
        "north", time_zone="America/Chicago", languages=("es", "en"), of_folder={"bodies": "n.bin"}
    )
    found = job("north", north)
    assert found.site == north.site
    assert found.record is north.record
    assert found.pages == north.folder.pages
    assert found.bodies == "/project/bodies/n.bin"
    assert (found.languages, found.time_zone) == (("es", "en"), "America/Chicago")
    assert (found.associations_href, found.hub_page_href) == ("/directory/", "/directory/north/")


def test_network_fills_in_language_and_time_zone() -> None:
    found = job("north", association("north"), languages=("ga",), time_zone="Europe/Dublin")
    assert (found.languages, found.time_zone) == (("ga",), "Europe/Dublin")


def test_hub_gets_what_is_placed_there_and_its_pages() -> None:
    index = index_network(network(association("south", [EVENT], short_name="S", time_zone="Europe/Dublin")))
    page = HubPage(route="directory/", template="directory.html", title="All")
    found = site_job(index, HUB, SURROUNDINGS, hub_pages=[page], published={"index.html": "d"})
    (placed,) = found.placed
    assert (placed.href, placed.url) == ("/south/events/fair/", f"{URL}south/events/fair/")
    assert (placed.origin, placed.origin_href, placed.time_zone) == ("S", "/south/", "Europe/Dublin")
    assert found.hub_pages == (page,)
    assert found.published == {"index.html": "d"}
    assert found.is_hub


def test_hub_pages_are_the_hubs_alone() -> None:
    index = index_network(network(association("north")))
    page = HubPage(route="directory/", template="directory.html", title="All")
    assert site_job(index, "north", SURROUNDINGS, hub_pages=[page]).hub_pages == ()


def test_other_hosts_are_linked_in_full() -> None:
    settings = Settings(url=URL)
    south = association("south", [EVENT], domain="south.example", settings=settings)
    found = job(HUB, south)
    assert found.placed[0].href == "https://south.example/events/fair/"
    assert job("south", south).associations_href == f"{URL}directory/"


def test_theme_is_the_associations_choice_where_it_is_allowed() -> None:
    members = (
        association("day"),
        association("night", brand=Brand(theme="night")),
        association("other", brand=Brand(theme="forbidden")),
    )
    assert job("day", *members).themes == ("base",)
    assert job("night", *members).themes == ("night", "base")
    assert job("night", *members).assets == {"style.css": "/assets/style.2.css"}
    assert job("other", *members).assets == {"style.css": "/assets/style.1.css"}


def test_shared_pages_come_with_their_values() -> None:
    north = association("north", short_name="North")
    found = job("north", north, shared=[SHARED])
    assert [one.path for one in found.shared] == [SHARED.path]
    assert found.values == {"association.label": "North"}
    assert found.addresses == {SHARED.path: "/north/privacy/"}


def test_link_to_an_overridden_shared_page_leads_to_the_override() -> None:
    mine = entry("associations/north/pages/privacy.md")
    found = job("north", association("north", [mine]), shared=[SHARED])
    assert found.shared == ()
    assert found.addresses == {SHARED.path: "/north/privacy/"}


def test_links_to_other_folders_have_addresses() -> None:
    own = entry("associations/north/pages/index.md")
    hub_page = entry("content/hub/pages/about/index.md", route="about/")
    south = association("south", [EVENT], of_folder={"routes": {EVENT.path: "events/fair/"}})
    outward = ((own.path, link(EVENT.path)), (own.path, link(hub_page.path)))
    found = job("north", association("north", [own], of_folder={"outward": outward}), south, hub=[hub_page])
    assert found.addresses == {EVENT.path: "/south/events/fair/", hub_page.path: "/about/"}


def test_values_that_are_not_there_are_left_to_the_page() -> None:
    values = (("associations/north/pages/a.md", Value("association.website", "soon", 1, 1)),)
    assert job("north", association("north", of_folder={"values": values})).values == {}


def test_index_finds_every_folder() -> None:
    index = index_network(network(association("north")))
    assert sorted(index.folders) == ["associations/north", "content/hub", "content/shared"]
    assert folder("content/hub").name in index.folders
