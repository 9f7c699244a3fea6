"""Reading front matter against a content type."""

from typing import Any

from pydantic import TypeAdapter, ValidationError

from chapterhouse.content_types import content_types


def fields(type_name: str, **values: Any) -> Any:
    """Return front matter read as a content type's fields."""
    return TypeAdapter(content_types()[type_name].Fields).validate_python(values)


def problems(type_name: str, **values: Any) -> list[tuple[str, str]]:
    """Return what spans several fields."""
    return list(content_types()[type_name].problems(fields(type_name, **values)))


def codes(type_name: str, **values: Any) -> list[tuple[Any, ...]]:
    """Return the code of each mistake with the way to it."""
    try:
        fields(type_name, **values)
    except ValidationError as problem:
        return [(error["type"], *error["loc"]) for error in problem.errors()]
    return []
