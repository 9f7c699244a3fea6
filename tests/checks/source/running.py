"""Running one check over a network."""

from chapterhouse.checks import source_checks
from chapterhouse.config import Settings
from chapterhouse.diagnostics import Diagnostic
from chapterhouse.model import Network
from tests.builders import SETTINGS


def run(code: str, network: Network, settings: Settings = SETTINGS) -> list[Diagnostic]:
    """Return what a check finds; each diagnostic has the check's code and a hint."""
    found = list(source_checks()[code].check(network, settings))
    assert {diagnostic.code for diagnostic in found} <= {code}
    assert all(diagnostic.hint for diagnostic in found)
    return found


def told(code: str, network: Network, settings: Settings = SETTINGS) -> list[tuple[str, str]]:
    """Return the place and the message of everything that a check finds."""
    return [(str(one.location), one.message) for one in run(code, network, settings)]
