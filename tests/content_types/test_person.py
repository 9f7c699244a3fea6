"""People."""

import pytest

from chapterhouse.content_types import person
from tests.content_types.reading import codes, fields, problems


def test_a_role_is_all_that_is_needed() -> None:
    found = fields("person", title="Treasurer")
    assert (found.name, found.consent, found.order) == (None, False, 100)
    assert problems("person", title="Treasurer", group="Board", email="treasurer@example.org") == []


@pytest.mark.parametrize(
    ("name", "value"), [("name", "A. Example"), ("image", "a.jpg"), ("url", "https://example.org/")]
)
def test_what_is_personal_needs_consent(name: str, value: str) -> None:
    found = problems("person", title="Treasurer", **{name: value})
    assert found == [(name, "needs the person's consent; write consent: yes once you have it")]
    assert problems("person", title="Treasurer", consent="yes", **{name: value}) == []


def test_a_mailbox_is_checked() -> None:
    assert codes("person", title="Treasurer", email="nobody") == [("bad-email", "email")]


def test_people_stay_on_their_site() -> None:
    assert (person.FOLDER, person.LISTING, person.AUDIENCE) == ("people", True, "own")
