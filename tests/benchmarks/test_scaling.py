"""The table of docs/scaling.md, on the smallest of networks."""

from pathlib import Path

from benchmarks.scaling import HEAD, measure_size, table


def test_a_small_network_is_measured(tmp_path: Path) -> None:
    size = measure_size(2, 3, tmp_path)
    assert (size.associations, size.pages) == (2, 6)
    assert size.cold.exit_code == size.nothing.exit_code == size.edited.exit_code == 0
    assert min(size.state, size.bodies, size.output, size.files) > 0
    lines = table([size]).splitlines()
    assert [line.count("|") for line in lines] == [len(HEAD) + 1] * 3
    assert lines[-1].startswith("| 2 | 6 | ")
