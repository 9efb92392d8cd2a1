"""The names of themes, groups, bodies and pledges in lists: where two kinds of thing have one name, each says what it is."""

from __future__ import annotations

from models.records.fields import Bilingual
from models.records.pledges import Pledge
from models.records.vocabulary import Group, Theme
from widgets.parts.view import View


def name(view: View, kind: str, named: Bilingual) -> str:
    """The name of a `theme`, `group`, `body` or `pledge`, with its kind where another kind has the same name."""
    return view.say.named(kind, named, view.register.shared_names)


def theme(view: View, theme: Theme) -> str:
    """A theme in a list."""
    return name(view, "theme", theme.name)


def group(view: View, group: Group) -> str:
    """A group in a list."""
    return name(view, "group", group.name)


def pledge(view: View, pledge: Pledge) -> str:
    """A pledge in a list."""
    return name(view, "pledge", pledge.title)


def themes(view: View) -> dict[str, str]:
    """All themes as lists name them."""
    return {each.id: theme(view, each) for each in view.register.themes}


def groups(view: View) -> dict[str, str]:
    """All groups as lists name them."""
    return {each.id: group(view, each) for each in view.register.groups}
