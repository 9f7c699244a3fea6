"""The small broken networks of tests/networks: what is told about each, place and code."""

from pathlib import Path

import pytest

from chapterhouse.load.folder import load_folder
from chapterhouse.load.taken_over import FolderJob
from chapterhouse.model import HUB_FOLDER
from chapterhouse.record import NetworkRecord
from chapterhouse.scan import scan_folder

NETWORKS = Path(__file__).parent.parent / "networks"

EXPECTED = {
    "bad_broken_link": [
        "associations/north/pages/about.md:5:1 broken-link",
        "associations/north/pages/about.md:5:21 broken-anchor",
    ],
    "bad_colon_in_title": [
        "associations/north/pages/index.md:2:14 yaml-colon",
    ],
    "bad_contact": [
        "associations/north/association.yaml:2:10 bad-url",
        "associations/north/association.yaml:3:11 bad-region",
        "associations/north/association.yaml:3:22 bad-region",
        "associations/north/association.yaml:5:10 bad-email",
    ],
    "bad_custom_field": [
        "associations/north/association.yaml:3:9 wrong-type",
        "associations/north/association.yaml:4:8 not-allowed-value",
        "associations/north/association.yaml:5:3 unknown-field",
    ],
    "bad_duplicate_key": [
        "associations/north/association.yaml:3:1 duplicate-key",
    ],
    "bad_empty_file": [
        "associations/north/pages/about.md:1:1 empty-file",
    ],
    "bad_encoding": [
        "associations/north/pages/about.md:6:4 not-utf-8",
    ],
    "bad_event_order": [
        "associations/north/events/fair.md:4:6 conflicting-fields",
    ],
    "bad_file_name": [
        "associations/north/pages/Über Uns.md not-a-slug",
    ],
    "bad_forbidden_field": [
        "associations/north/pages/about.md:3:1 forbidden-field",
        "associations/north/pages/about.md:4:1 forbidden-field",
    ],
    "bad_hash_in_color": [
        "associations/north/association.yaml:3:10 yaml-remark",
    ],
    "bad_impossible_date": [
        "associations/north/association.yaml:2:10 bad-date",
    ],
    "bad_missing_name": [
        "associations/north/association.yaml:1:1 missing-field",
    ],
    "bad_missing_picture": [
        "associations/north/pages/about.md:3:1 missing-image",
        "associations/north/pages/about.md:6:1 missing-image",
        "associations/north/pages/about.md:8:1 missing-file",
    ],
    "bad_missing_record": [
        "associations/south/association.yaml missing-record",
    ],
    "bad_network_record": [
        "content/hub/network.yaml:2:12 bad-time-zone",
    ],
    "bad_no_front_matter": [
        "associations/north/pages/about.md:1:1 no-front-matter",
        "associations/north/pages/contact.md:3:1 front-matter-not-closed",
    ],
    "bad_part": [
        "associations/north/pages/index.md:3:9 unknown-part",
        "associations/north/pages/index.md:3:16 bad-part",
        "associations/north/pages/index.md:5:3 unknown-part",
        "associations/north/pages/index.md:9:3 bad-part",
        "associations/north/pages/index.md:10:3 bad-part",
        "associations/north/pages/index.md:11:3 bad-part",
        "associations/north/pages/index.md:15:3 bad-part",
        "associations/north/pages/index.md:18:1 bad-part",
        "associations/north/pages/index.md:20:3 bad-part",
        "associations/north/pages/index.md:23:3 bad-part",
    ],
    "bad_quote": [
        "associations/north/pages/index.md:2:8 yaml-quote",
    ],
    "bad_two_entries_one_address": [
        "associations/north/pages/about/index.md duplicate-url",
    ],
    "bad_unclaimed_folder": [
        "associations/north/event unclaimed-folder",
        "associations/north/notes.txt unclaimed-file",
    ],
    "bad_unknown_field": [
        "associations/north/association.yaml:2:1 unknown-field",
    ],
    "bad_vocabulary": [
        "associations/north/association.yaml:2:7 not-allowed-value",
    ],
    "bad_wrong_type": [
        "associations/north/association.yaml:2:10 wrong-type",
    ],
    "bad_yaml_tab": [
        "associations/north/association.yaml:3:1 yaml-tab",
    ],
    "bad_yaml_traps": [
        "associations/north/association.yaml:3:10 bad-date",
        "associations/north/events/fair.md:4:6 bad-date",
    ],
}


@pytest.mark.parametrize("name", EXPECTED)
def test_a_broken_network_is_told_where_it_is_broken(name: str, tmp_path: Path) -> None:
    project = NETWORKS / name
    associations = sorted(
        path.relative_to(project).as_posix() for path in (project / "associations").iterdir()
    )
    network: NetworkRecord | None = None
    found = []
    for folder in (HUB_FOLDER, *associations):
        digests = scan_folder(str(project / folder)).digests
        job = FolderJob(name=folder, root=project, digests=digests, bodies=tmp_path, network=network)
        loaded = load_folder(job)
        if isinstance(loaded.record, NetworkRecord):
            network = loaded.record
        found += [f"{d.location} {d.code}" for d in loaded.diagnostics]
    assert found == EXPECTED[name]
    assert found
