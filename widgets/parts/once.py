"""What is the same for everybody who looks at the same records on the same day in the same language is made once."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar, cast

from widgets.parts import address, prose
from widgets.parts.kept import Kept
from widgets.parts.view import View

T = TypeVar("T")
_KEPT: Kept[object] = Kept(512)


def once(view: View, what: tuple[Hashable, ...], make: Callable[[], T]) -> T:
    """What `make` makes of the records; `what` names everything else that it depends on."""
    return cast(T, _KEPT.get((view.fingerprint, view.on, view.today, view.lang, *what), make))


def passages(view: View, what: tuple[Hashable, ...], *parts: Callable[[View], None]) -> None:
    """Show the passages that the parts draw; `what` names them and everything beside the records that they depend on.

    A part may draw passages and nothing else: a widget or a container in it would be there for the first reader alone.
    """

    def drawn() -> None:
        for part in parts:
            part(view)

    def make() -> str:
        return prose.collected(drawn)

    if words := make() if address.is_long() else once(view, ("passages", *what, *address.kept_along()), make):
        prose.again(words)


def forget() -> None:
    """Make everything anew."""
    _KEPT.clear()
