"""The associations in the words of Open Referral's Human Services Data Specification (HSDS 3)."""

from typing import Any

from chapterhouse.exports._facts import description, home_url, label, page_url, uuid
from chapterhouse.exports._once import once
from chapterhouse.model import Association, Network
from chapterhouse.record import Address

Thing = dict[str, Any]

_STATUS = {
    "active": "active",
    "forming": "active",
    "inactive": "inactive",
    "closed": "defunct",
    "merged": "defunct",
}


@once
def organizations(network: Network) -> list[Thing]:
    """Return every association as an organization."""
    return [_without_nothing(_organization(one, network)) for one in network.associations]


@once
def services(network: Network) -> list[Thing]:
    """Return what each association offers, each as a service."""
    return [
        _without_nothing(_service(one, code, network))
        for one in network.associations
        for code in one.record.services
    ]


@once
def locations(network: Network) -> list[Thing]:
    """Return the point or the office of each association that says where it is."""
    found = (_location(one, network) for one in network.associations)
    return [_without_nothing(location) for location in found if location]


def _organization(association: Association, network: Network) -> Thing:
    record = association.record
    own = uuid(network, "association", association.slug)
    return {
        "id": own,
        "name": record.name,
        "alternate_name": record.short_name,
        "description": description(association, network),
        "email": record.contact.email,
        "website": record.website or home_url(association, network),
        "additional_websites": [
            {"id": uuid(network, "website", association.slug, url), "url": url}
            for url in record.other_websites
        ],
        "year_incorporated": int(record.founded[:4]) if record.founded else None,
        "uri": page_url(association, network),
        "phones": _phones(association, network),
        "attributes": _unconfirmed(association, network, own, "organization"),
    }


def _phones(association: Association, network: Network) -> list[Thing]:
    number = association.record.contact.phone
    return (
        [{"id": uuid(network, "phone", association.slug), "number": number, "type": "voice"}]
        if number
        else []
    )


def _service(association: Association, code: str, network: Network) -> Thing:
    record = association.record
    term = network.record.services.get(code)
    organization = uuid(network, "association", association.slug)
    return {
        "id": uuid(network, "service", association.slug, code),
        "organization_id": organization,
        "organization": {
            "id": organization,
            "name": record.name,
            "description": description(association, network),
        },
        "name": label(code, network.record.services),
        "description": term.help if term else None,
        "url": home_url(association, network),
        "email": record.contact.email,
        "status": _STATUS[record.status],
    }


def _location(association: Association, network: Network) -> Thing | None:
    record = association.record
    address = record.contact.address
    if record.location is None and address is None:
        return None
    own = uuid(network, "location", association.slug)
    place = record.location
    return {
        "id": own,
        "location_type": "physical" if place else "postal",
        "organization_id": uuid(network, "association", association.slug),
        "name": record.name,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "addresses": _addresses(association, address, network) if address else [],
        "attributes": _unconfirmed(association, network, own, "location"),
    }


def _addresses(association: Association, address: Address, network: Network) -> list[Thing]:
    """Return the address, where it has all the parts that HSDS demands of one."""
    parts = {
        "address_1": address.street,
        "city": address.locality,
        "state_province": address.region,
        "postal_code": address.postal_code,
        "country": address.country,
    }
    if not all(parts.values()):
        return []
    return [{"id": uuid(network, "address", association.slug), **parts, "address_type": "postal"}]


def _unconfirmed(association: Association, network: Network, own: str, entity: str) -> list[Thing]:
    """Return the names of facts that nobody has confirmed, as attributes of an organization or location.

    Services have none: their facts are the organization's.
    """
    return [
        {
            "id": uuid(network, "unconfirmed", entity, own, name),
            "link_id": own,
            "link_entity": entity,
            "label": "unconfirmed",
            "value": name,
        }
        for name in association.record.unconfirmed
    ]


def _without_nothing(thing: Thing) -> Thing:
    return {name: value for name, value in thing.items() if value is not None and value != []}
