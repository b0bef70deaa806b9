"""Values with named parts, for modules that every start imports."""

from __future__ import annotations

from typing import dataclass_transform


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Parts:
    """A replacement for `dataclass(frozen=True, kw_only=True)`, whose import takes longer than all languages.

    `NamedTuple` compiles the type of each field, which takes up to a hundredth of a start for each class.

    A value in the class is the default of a part.

    Raises:
        TypeError: a part is missing or unknown.
    """

    def __init__(self, **parts: object) -> None:
        kind = type(self)
        if parts.keys() != kind.__annotations__.keys():
            wrong = [
                name
                for name in parts.keys() ^ kind.__annotations__.keys()
                if name in parts or not hasattr(kind, name)
            ]
            if wrong:
                raise TypeError(f"missing or unknown: {', '.join(sorted(wrong))}")
        self.__dict__.update(parts)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{name} cannot be changed")
