"""What the annotation of a pydantic field says."""

import types
from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo


def unwrapped(annotation: Any, marks: list[Any]) -> tuple[Any, list[Any]]:
    """Return the type without "or None" and "Annotated", and everything the annotations say."""
    while get_origin(annotation) in {Union, types.UnionType, Annotated}:
        inside = get_args(annotation)
        if get_origin(annotation) is Annotated:
            annotation, marks = inside[0], marks + list(inside[1:])
        else:
            annotation = next(each for each in inside if each is not type(None))
    return annotation, marks


def limit_of(marks: list[Any], side: str) -> Decimal | None:
    """Return the lowest ("ge") or highest ("le") number that is allowed, None without a limit."""
    return next((Decimal(getattr(each, side)) for each in _constraints(marks) if hasattr(each, side)), None)


def _constraints(marks: list[Any]) -> Iterator[Any]:
    for mark in marks:
        yield from mark.metadata if isinstance(mark, FieldInfo) else [mark]
