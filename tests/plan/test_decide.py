"""Nothing is built without a reason, and nothing with a reason is kept."""

from hypothesis import given
from hypothesis import strategies as st

from chapterhouse.diagnostics import Diagnostic, Location
from chapterhouse.plan.decide import Published, decide
from chapterhouse.report import Action

ERROR = Diagnostic(code="x", message="is wrong", location=Location("associations/a/association.yaml", 1))
SLUGS = st.sampled_from(["", "a", "b", "c", "@assets"])
PARTS = st.dictionaries(st.sampled_from(["engine", "file:a"]), st.sampled_from("12"), min_size=1)
PUBLISHED = st.builds(
    lambda parts, damaged: Published(parts=parts, published_on="2026-03-03", damaged=damaged),
    PARTS,
    st.sampled_from([(), ("index.html",)]),
)


def one(
    parts: dict[str, dict[str, str]],
    published: dict[str, Published] | None = None,
    *,
    held: tuple[str, ...] = (),
    good: tuple[str, ...] = (),
) -> tuple[Action, tuple[str, ...]]:
    (line,) = decide(parts, published or {}, {slug: [ERROR] for slug in held}, good).sites
    return line.action, line.reasons


def there(damaged: tuple[str, ...] = ()) -> dict[str, Published]:
    return {"a": Published(parts={"engine": "1"}, published_on="2026-03-03", damaged=damaged)}


def test_unchanged_is_kept() -> None:
    assert one({"a": {"engine": "1"}}, there()) == (Action.KEEP, ())


def test_changed_is_built() -> None:
    action, why = one({"a": {"engine": "2"}}, there())
    assert (action, len(why)) == (Action.BUILD, 1)


def test_never_published_is_built() -> None:
    assert one({"a": {"engine": "1"}}) == (Action.BUILD, ("it was never published",))


def test_damaged_is_built() -> None:
    assert one({"a": {"engine": "1"}}, there(("x.html",)))[0] is Action.BUILD


def test_left_is_removed() -> None:
    assert one({}, there()) == (Action.REMOVE, ("its folder is gone",))


def test_held_is_left_alone_whatever_changed() -> None:
    plan = decide({"a": {"engine": "2"}}, there(), {"a": [ERROR]}, ["a"])
    assert plan.slugs(Action.HOLD) == ("a",)
    assert plan.sites[0].kept_from == "2026-03-03"
    assert plan.sites[0].reasons[1] == "the version of 2026-03-03 stays"


def test_held_and_damaged_is_repaired_from_the_last_good_version() -> None:
    action, why = one({"a": {"engine": "1"}}, there(("x.html",)), held=("a",), good=("a",))
    assert action is Action.BUILD
    assert "its last version without errors is shown" in why[1]
    assert one({"a": {"engine": "1"}}, there(("x.html",)), held=("a",))[0] is Action.HOLD


def test_held_that_was_never_published_says_so() -> None:
    assert one({}, held=("a",))[1][1] == "it was never published"


def test_assets_and_exports_are_no_sites() -> None:
    assert decide({}, {"@assets": Published(parts={}, published_on="")}, {}).sites == ()


@given(
    st.dictionaries(SLUGS, PARTS),
    st.dictionaries(SLUGS, PUBLISHED),
    st.dictionaries(SLUGS, st.just([ERROR])),
    st.sets(SLUGS),
)
def test_every_site_is_decided_by_its_reasons(
    parts: dict[str, dict[str, str]],
    published: dict[str, Published],
    held: dict[str, list[Diagnostic]],
    good: set[str],
) -> None:
    plan = decide(parts, published, held, good)
    slugs = {*parts, *published, *held} - {"@assets"}
    assert [line.slug for line in plan.sites] == sorted(slugs)
    for line in plan.sites:
        before = published.get(line.slug)
        same = before is not None and before.parts == parts.get(line.slug) and not before.damaged
        assert (line.action is Action.KEEP) == (same and line.slug not in held)
        assert bool(line.reasons) == (line.action is not Action.KEEP)
        assert (line.action is Action.REMOVE) == (line.slug not in parts and line.slug not in held)
        assert line.action is not Action.HOLD or line.slug in held
