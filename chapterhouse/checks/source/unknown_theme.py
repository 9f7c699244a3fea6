"""An association chooses a theme that the network does not allow.

The steward lists the themes among which associations may choose in `NETWORK_THEMES` in `pelican.conf.py`.

Choose one of those, or remove the line to use the network's own theme.
"""

from collections.abc import Iterator

from chapterhouse.config import Settings
from chapterhouse.diagnostics import Diagnostic
from chapterhouse.model import Network
from chapterhouse.text import did_you_mean, listed


def check(network: Network, settings: Settings) -> Iterator[Diagnostic]:
    """Yield an error for each theme that is not allowed."""
    allowed = [settings.theme, *settings.themes]
    for association in network.associations:
        theme = association.record.brand.theme
        if theme is not None and theme not in allowed:
            yield Diagnostic(
                code="unknown-theme",
                message=f'the theme "{theme}" is not among those that this network allows',
                location=association.folder.place("brand.theme"),
                hint=did_you_mean(theme, allowed) or f"allowed: {listed(allowed, 'or')}",
            )
