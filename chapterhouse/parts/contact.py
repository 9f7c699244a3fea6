"""How to reach the association, from its record: address, mailbox, telephone, form.

Change it in `association.yaml`, and every page that shows it follows.
"""

from collections.abc import Mapping
from typing import Any

from chapterhouse.parts import GatheringSite, Items, Option
from chapterhouse.parts._gathered import otherwise

EXAMPLE = """\
> [!CONTACT]
"""
GATHERS = True
OPTIONS: Mapping[str, Option] = {}


def cut(markup: str) -> Items:
    """Return the words for the time when no contact is known."""
    return otherwise(markup)


def gather(site: GatheringSite, options: Mapping[str, str]) -> Mapping[str, Any]:
    """Return the record, where it says anything of contact."""
    contact = site.record.contact
    known = contact.email or contact.phone or contact.form or contact.address
    return {"record": site.record} if known else {}
