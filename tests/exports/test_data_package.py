"""The data package, validated by frictionless."""

import csv
import io
import json
from pathlib import Path

import pytest
from frictionless import Package

from chapterhouse.exports import data_package
from chapterhouse.model import Network


def write(network: Network, folder: Path) -> Path:
    """Write the package and return its descriptor."""
    (folder / "data/hsds").mkdir(parents=True)
    for path, content in [(data_package.FILE, data_package.render(network)), *data_package.each(network)]:
        (folder / path).write_bytes(content)
    return folder / data_package.FILE


@pytest.mark.parametrize("name", ["clubs", "nobody"])
def test_frictionless_finds_nothing(name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    descriptor = write(request.getfixturevalue(name), tmp_path)
    report = Package(str(descriptor)).validate()
    assert report.flatten(["type", "message"]) == []
    assert report.valid


def test_frictionless_reads_the_rows(clubs: Network, tmp_path: Path) -> None:
    package = Package(str(write(clubs, tmp_path)))
    rows = package.get_table_resource("organizations").read_rows()
    assert [row["name"] for row in rows] == ["North Club, of Stars", '"Online" & <only>', "Past Club"]
    assert rows[0]["year_incorporated"] == 2001
    assert rows[0]["unconfirmed"] == "website; contact.phone"


def test_a_service_without_its_organization_is_found(clubs: Network, tmp_path: Path) -> None:
    descriptor = write(clubs, tmp_path)
    table = descriptor.parent / "organizations.csv"
    table.write_bytes(b"\r\n".join(table.read_bytes().split(b"\r\n")[:1]) + b"\r\n")
    assert not Package(str(descriptor)).validate().valid


def test_the_tables_have_the_columns_that_the_descriptor_names(clubs: Network) -> None:
    descriptor = json.loads(data_package.render(clubs))
    tables = dict(data_package.each(clubs))
    for resource in descriptor["resources"]:
        header = next(csv.reader(io.StringIO(tables[f"data/hsds/{resource['path']}"].decode())))
        assert header == [field["name"] for field in resource["schema"]["fields"]]
