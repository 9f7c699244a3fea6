"""What narrows the directory down."""

from chapterhouse.hub_pages._facets import facets, marks
from chapterhouse.model import Network
from tests.builders import association, network


def words(found: Network) -> dict[str, list[tuple[str, list[str]]]]:
    return {
        facet.label: [(value.label, [one.slug for one in value.members]) for value in facet.values]
        for facet in facets(found)
    }


def test_every_fact_that_tells_members_apart_is_a_facet(clubs: Network) -> None:
    assert words(clubs) == {
        "Country": [("Ireland", ["isle"]), ("United States", ["north", "south"])],
        "State or region": [("Illinois", ["south"]), ("Wisconsin", ["north"])],
        "Kind": [("Society", ["south"]), ("Club", ["north"])],
        "Status": [("Active", ["north", "south"]), ("Being founded", ["isle"])],
        "Offers": [("Talks", ["south"]), ("Loans", ["north", "south"])],
        "Seal": [("Offered", ["north"]), ("Not offered", ["south"]), ("Not known", ["isle"])],
        "Generation of categories": [("Second form", ["north"])],
        "Language": [("English", ["isle", "north", "south"]), ("Gaeilge", ["north"])],
        "Has a dome": [("No", ["south"]), ("Yes", ["north"])],
        "Nights": [("Friday", ["north"]), ("sat", ["north"])],
    }


def test_what_all_have_is_no_facet() -> None:
    both = network(association("a", regions=("US-WI",)), association("b", regions=("US-IL",)))
    assert list(words(both)) == ["State or region"]
    assert words(network()) == {}


def test_an_association_is_marked_with_its_values_without_places(clubs: Network) -> None:
    assert marks(clubs)["isle"] == "status:forming endorsement:not-known language:en"
    assert set(marks(clubs)["north"].split()) >= {"kind:club", "service:loans", "dome:yes", "nights:fri"}
    assert "region:" not in " ".join(marks(clubs).values())
