"""The decision about each site: build, keep, hold or remove, each with its reasons."""

from collections.abc import Collection, Mapping, Sequence

from chapterhouse.diagnostics import Diagnostic
from chapterhouse.frozen import frozen
from chapterhouse.plan.parts import Parts
from chapterhouse.plan.reasons import damage, hold, reasons
from chapterhouse.report import Action, SiteLine

NEVER = "it was never published"
LEFT = "its folder is gone"


@frozen
class Published:
    """What is remembered of a site in the output."""

    parts: Parts
    published_on: str
    damaged: tuple[str, ...] = ()
    """Its files that are missing in the output, or not as they were published."""


@frozen
class Plan:
    """What is done with each site, the hub first."""

    sites: tuple[SiteLine, ...] = ()

    def slugs(self, action: Action) -> tuple[str, ...]:
        """Return the sites with an action."""
        return tuple(site.slug for site in self.sites if site.action is action)


def decide(
    parts: Mapping[str, Parts],
    published: Mapping[str, Published],
    held: Mapping[str, Sequence[Diagnostic]],
    good: Collection[str] = (),
) -> Plan:
    """Decide about every site that should be there (`parts`), is there (`published`) or is `held` by errors.

    `good` are the held sites whose last version without errors can be built again: this is done only where
    the output lacks it, because a held site is otherwise left exactly as it is.
    """
    slugs = sorted(slug for slug in {*parts, *published, *held} if not slug.startswith("@"))
    lines = []
    for slug in slugs:
        there = published.get(slug)
        if slug in held:
            lines.append(_held(slug, held[slug], there, slug in good and slug in parts))
        elif slug not in parts:
            lines.append(SiteLine(slug=slug, action=Action.REMOVE, reasons=(LEFT,)))
        else:
            why = (*reasons(there.parts, parts[slug]), *damage(there.damaged)) if there else (NEVER,)
            lines.append(SiteLine(slug=slug, action=Action.BUILD if why else Action.KEEP, reasons=why))
    return Plan(sites=tuple(lines))


def _held(slug: str, errors: Sequence[Diagnostic], there: Published | None, can_build: bool) -> SiteLine:
    day = there.published_on if there else ""
    lacking = damage(there.damaged) if there else (NEVER,)
    if lacking and can_build:
        why, _ = hold(errors, day)
        return SiteLine(
            slug=slug,
            action=Action.BUILD,
            reasons=(*lacking, f"its last version without errors is shown: {why}"),
        )
    return SiteLine(slug=slug, action=Action.HOLD, reasons=hold(errors, day), kept_from=day)
