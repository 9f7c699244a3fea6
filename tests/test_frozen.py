"""A frozen value behaves as one of `dataclasses` does, for that module and for pydantic too."""

import dataclasses
import pickle
import re
from typing import Annotated, Any

import pytest
from pydantic import TypeAdapter, ValidationError

from chapterhouse.content_types import content_types
from chapterhouse.content_types.event import Fields, Recurrence, Venue
from chapterhouse.entries import Entry, Link
from chapterhouse.field_types import Help
from chapterhouse.frozen import field, fields, frozen, frozen_row, is_frozen, needed, replace, slotted

ENTRY = Entry(
    path="associations/x/events/fair.md",
    type="event",
    route="events/fair/",
    language="en",
    fields=Fields(
        title="Fair",
        start="2026-05-17",
        repeats=Recurrence(every="month", days=("monday",)),
        venue=Venue(name="Hall"),
    ),
    summary="Once a month",
    links=(Link("https://example.org", "", 7, 1),),
    fields_lines={"title": 2, "start": 3},
)


@frozen
class Stall:
    """A value with names."""

    name: str
    price: Annotated[int, Help("In cents.")] = 0
    goods: tuple[str, ...] = ()
    notes: dict[str, str] = field(default_factory=dict)

    @property
    def is_free(self) -> bool:
        """Whether it costs nothing."""
        return self.price == 0


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """The same as `dataclasses` makes it."""

    name: str
    price: Annotated[int, Help("In cents.")] = 0
    goods: tuple[str, ...] = ()
    notes: dict[str, str] = dataclasses.field(default_factory=dict)


@frozen
class Corner(Stall):
    """A value that has its base's fields, one of them with another default, and one more."""

    price: int = 5
    side: str = "left"


@frozen_row
class Spot:
    """A place by position."""

    row: int
    column: int = 0


@slotted
class Basket:
    """What may change."""

    owner: str
    things: list[str] = field(default_factory=list)


def test_it_has_its_fields_defaults_and_methods() -> None:
    stall = Stall(name="Bread", goods=("rye",))
    assert (stall.name, stall.price, stall.goods, stall.notes, stall.is_free) == (
        "Bread",
        0,
        ("rye",),
        {},
        True,
    )
    assert Corner(name="Bread") == Corner(name="Bread", price=5, side="left", goods=(), notes={})
    assert not hasattr(stall, "__dict__")


def test_what_is_made_for_each_instance_is_not_shared() -> None:
    one, other = Basket("Ann"), Basket("Ben")
    one.things.append("bread")
    assert other.things == []
    one.owner = "Cleo"
    assert one.owner == "Cleo"


@pytest.mark.parametrize(
    "arguments", [{}, {"name": "x", "colour": "red"}, {"price": 1}], ids=["none", "unknown", "missing"]
)
def test_wrong_fields_are_refused_as_dataclasses_refuse_them(arguments: dict[str, Any]) -> None:
    with pytest.raises(TypeError) as ours:
        Stall(**arguments)
    with pytest.raises(TypeError) as theirs:
        Model(**arguments)
    assert str(ours.value).replace("Stall", "Model") == str(theirs.value)


def test_values_with_names_are_not_given_by_position() -> None:
    stall: Any = Stall
    with pytest.raises(TypeError, match="positional"):
        stall("Bread")
    assert Spot(3, 4) == Spot(row=3, column=4)


def test_it_never_changes() -> None:
    stall: Any = Stall(name="Bread")
    with pytest.raises(dataclasses.FrozenInstanceError, match="name"):
        stall.name = "Cake"
    with pytest.raises(dataclasses.FrozenInstanceError, match="name"):
        del stall.name
    assert stall.name == "Bread"


def test_equal_values_are_equal_and_hashed_alike() -> None:
    assert Spot(1, 2) == Spot(1, 2) != Spot(2, 1)
    assert len({Spot(1, 2), Spot(1, 2), Spot(2, 1)}) == 2
    other: Any = Model(name="x")
    assert Stall(name="x") != other
    assert Corner(name="x") != Stall(name="x", price=5)
    with pytest.raises(TypeError, match="unhashable"):
        hash(Basket("Ann"))


def test_rows_are_sorted_by_their_fields() -> None:
    assert sorted([Spot(2), Spot(1, 9), Spot(1)]) == [Spot(1), Spot(1, 9), Spot(2)]
    spot: Any = Spot(1)
    with pytest.raises(TypeError, match="not supported"):
        assert spot < 1


def test_it_is_told_apart_in_words() -> None:
    assert repr(Stall(name="Bread")) == repr(Model(name="Bread")).replace("Model", "Stall")


def test_some_fields_are_replaced() -> None:
    assert replace(Stall(name="Bread", price=3), price=4) == Stall(name="Bread", price=4)
    with pytest.raises(TypeError, match="colour"):
        replace(Stall(name="Bread"), colour="red")


def test_a_class_tells_of_its_fields() -> None:
    assert list(fields(Corner)) == ["name", "price", "goods", "notes", "side"]
    assert fields(Stall)["price"] == Annotated[int, Help("In cents.")]
    assert needed(Corner) == {"name"}
    assert is_frozen(Stall)
    assert not is_frozen(Stall(name="x"))
    assert not is_frozen(Model)


def test_dataclasses_knows_its_fields() -> None:
    kinds: list[Any] = [Stall, Model, Basket, Corner]
    described = [
        [(f.name, f.type, f.default, f.default_factory, f.kw_only) for f in dataclasses.fields(kind)]
        for kind in kinds
    ]
    assert described[0] == described[1]
    assert [kind.__dataclass_params__.frozen for kind in kinds] == [True, True, False, True]
    corner: Any = Corner(name="x")
    assert all(map(dataclasses.is_dataclass, kinds))
    assert dataclasses.replace(corner, side="right") == Corner(name="x", side="right")
    assert dataclasses.asdict(corner)["side"] == "left"


def test_pydantic_validates_it() -> None:
    adapter = TypeAdapter(Stall)
    assert adapter.validate_python({"name": "Bread", "price": "3"}) == Stall(name="Bread", price=3)
    with pytest.raises(ValidationError, match=re.escape("price")):
        adapter.validate_python({"name": "Bread", "price": "much"})


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_an_entry_is_packed_and_comes_out_equal(protocol: int) -> None:
    again = pickle.loads(pickle.dumps(ENTRY, protocol=protocol))
    assert again == ENTRY
    assert type(again.fields) is Fields
    assert [getattr(again, name) for name in fields(Entry)] == [
        getattr(ENTRY, name) for name in fields(Entry)
    ]


def test_what_comes_out_is_frozen_and_can_be_replaced() -> None:
    again = pickle.loads(pickle.dumps(ENTRY))
    with pytest.raises(dataclasses.FrozenInstanceError):
        again.route = "elsewhere/"
    assert replace(again, route="elsewhere/").route == "elsewhere/"
    assert replace(again, route="elsewhere/").path == ENTRY.path


@pytest.mark.parametrize("name", content_types())
def test_the_fields_of_every_content_type_are_packed(name: str) -> None:
    one = content_types()[name].Fields
    required = {"title": "T", "start": "2026-05-17", "date": "2026-05-17"}
    made = one(**{key: value for key, value in required.items() if key in fields(one)})
    assert pickle.loads(pickle.dumps(made)) == made


def test_all_instances_are_made_alike_whether_there_are_few_or_many() -> None:
    @slotted
    class Basket:
        size: int
        goods: list[str] = field(default_factory=list)
        price: int = 3

    begun = Basket.__init__
    baskets = [Basket(number) if number % 2 else Basket(size=number) for number in range(200)]
    assert Basket.__init__ is not begun
    assert [(basket.size, basket.goods, basket.price) for basket in baskets] == [
        (number, [], 3) for number in range(200)
    ]
    assert len({id(basket.goods) for basket in baskets}) == 200


@pytest.mark.parametrize(
    ("args", "kwargs", "words"),
    [
        ((), {}, "size"),
        ((1, 2, 3), {}, "positional"),
        ((1,), {"size": 2}, "size"),
        ((1,), {"colour": 2}, "colour"),
    ],
)
def test_the_first_instance_says_what_is_wrong(args: Any, kwargs: Any, words: str) -> None:
    @slotted
    class Basket:
        size: int
        price: int = 3

    with pytest.raises(TypeError, match=words):
        Basket(*args, **kwargs)
    assert Basket(1).price == 3


def test_what_comes_out_of_a_pickle_often_is_made_by_a_function_of_its_own() -> None:
    kind: Any = Stall
    begun = kind.__again__
    packed = pickle.dumps(Stall(name="Bread", price=3, goods=("rye",)))
    found = [pickle.loads(packed) for _ in range(200)]
    assert kind.__again__ is not begun
    assert found == [Stall(name="Bread", price=3, goods=("rye",))] * 200
    assert found[-1].notes is not found[0].notes
    assert replace(found[-1], price=4) == replace(found[0], price=4) != found[0]
