"""Values with named parts, for modules that every start imports."""

from __future__ import annotations

from typing import dataclass_transform


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Parts:
    """A replacement for `dataclass(frozen=True, kw_only=True)`, whose import takes longer than all languages.

    `NamedTuple` compiles the type of each field, which takes up to a hundredth of a start for each class.

    Raises:
        TypeError: a part is missing or unknown.
    """

    def __init__(self, **parts: object) -> None:
        wrong = parts.keys() ^ type(self).__annotations__.keys()
        if wrong:
            raise TypeError(f"missing or unknown: {', '.join(sorted(wrong))}")
        self.__dict__.update(parts)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{name} cannot be changed")
