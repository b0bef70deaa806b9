"""The base of types whose values a page shows."""

from __future__ import annotations

from typing import dataclass_transform


@dataclass_transform(frozen_default=True)
class Shown:
    """Values under names, for types without defaults that no code unpacks.

    `NamedTuple` compiles each type. Without it, a page with a dozen such types starts sooner, by a twentieth of the time that importing Click takes.

    Raises:
        TypeError: a value is missing, or unknown.
    """

    def __init__(self, *values: object, **named: object) -> None:
        names = type(self).__annotations__
        self.__dict__.update(zip(names, values, strict=False), **named)
        if len(values) + len(named) != len(names) or self.__dict__.keys() != names.keys():
            raise TypeError(f"{type(self).__name__} has the values {', '.join(names)}")

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{name} cannot be changed")
