"""The fields that only one network has."""

from typing import Any

import pytest

from chapterhouse.load.custom_fields import read_custom
from chapterhouse.load.nodes import read
from chapterhouse.record import CustomField, Term
from tests.load.told import told

CLEAR = Term(label="Clear")
FIELDS = {
    "dome": CustomField(type="boolean", label="Dome"),
    "members": CustomField(type="number", label="Members"),
    "opened": CustomField(type="date", label="Opened"),
    "shop": CustomField(type="url", label="Shop"),
    "desk": CustomField(type="email", label="Desk"),
    "sky": CustomField(type="choice", label="Sky", values={"clear": CLEAR, "hazy": CLEAR}),
    "nights": CustomField(type="list", label="Nights", values={"monday": CLEAR, "friday": CLEAR}),
    "motto": CustomField(type="text", label="Motto"),
}


def custom(text: str, fields: dict[str, CustomField] = FIELDS) -> tuple[dict[str, Any], list[str]]:
    document = read(f"custom:\n{text}", "f")
    found = read_custom(document.data.get("custom", {}), fields, document)
    return found.values, told(found.diagnostics)


def test_values_have_the_declared_types() -> None:
    values, wrong = custom(
        "  dome: yes\n  members: 40\n  opened: 2001-05\n  shop: https://x.org\n"
        "  sky: clear\n  nights: [friday]\n  motto: 012\n"
    )
    assert wrong == []
    assert values == {
        "dome": True,
        "members": 40,
        "opened": "2001-05",
        "shop": "https://x.org",
        "sky": "clear",
        "nights": ("friday",),
        "motto": "012",
    }


@pytest.mark.parametrize(
    ("line", "told_as"),
    [
        ("dome: perhaps", "f:2:9 wrong-type | "),
        ("members: many", "f:2:12 wrong-type | "),
        ("opened: May", "f:2:11 bad-date | write the year, the month and the day in this order: 2026-05-17"),
        ("shop: x.org", "f:2:9 bad-url | write: https://x.org"),
        ("sky: cler", 'f:2:8 not-allowed-value | did you mean "clear"?; allowed: clear, hazy'),
        (
            "nights: [friday, sunday]",
            'f:2:20 not-allowed-value | did you mean "monday"?; allowed: friday, monday',
        ),
        ("nights: friday", "f:2:11 wrong-type | write: nights: [friday]"),
        ("doem: yes", 'f:2:3 unknown-field | did you mean "dome"?'),
    ],
)
def test_other_values_are_told(line: str, told_as: str) -> None:
    assert custom(f"  {line}\n")[1] == [told_as]


def test_a_required_field_must_be_there() -> None:
    fields = {"motto": CustomField(type="text", label="Motto", required=True)}
    (found,) = custom("", fields)[1]
    assert found.endswith("missing-field | add a line: motto: ... (Motto)")


def test_a_network_without_fields_says_who_declares_them() -> None:
    (found,) = custom("  size: 3\n", {})[1]
    assert "this network declares none" in found
