"""What stands in for forums, bodies, themes and groups whose records are withheld, so that whatever names them can still be shown.

A stand-in holds what other records say of it and no more: an id, and of a forum the day on which its declaration was adopted.
Its name says that its own is missing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from models.records.fields import Bilingual
from models.records.forums import Forum
from models.records.terms import BodyKind, Holding, Mode, TextStanding
from models.records.texts import Commitment, Declaration, Provision
from models.records.vocabulary import Body, Group, Theme
from models.register.register import Register

_THEME = Bilingual(en="withheld for a mistake in the records", ko="기록 오류로 표시하지 않음")
_DATES = Bilingual(
    en="The record of this forum is withheld for a mistake; only the day on which its declaration was adopted is known here.",
    ko="이 포럼의 기록에 오류가 있어, 선언문 채택일만 표시합니다.",
)


def with_stand_ins(register: Register) -> Register:
    """The register with a stand-in for each withheld forum of a declaration, and for each withheld word of the vocabulary in use."""
    forums = [_forum(each) for each in register.declarations if _is_lacking(register, "forums", each.forum, register.forum_by_number)]
    bodies = _lacking(register, _bodies_named([*register.forums, *forums], register), register.body_by_id)
    coded: list[Commitment | Provision] = [*register.commitment_by_id.values(), *register.provision_by_id.values()]
    themes = _lacking(register, [theme for each in coded for theme in each.themes], register.theme_by_id)
    groups = _lacking(register, [group for each in coded for group in each.groups], register.group_by_id)
    if not (forums or bodies or themes or groups):
        return register
    return replace(
        register,
        forums=tuple(sorted([*register.forums, *forums], key=lambda forum: forum.number)),
        bodies=(*register.bodies, *(Body(id=id_, name=_name(id_), kind=BodyKind.COLLECTIVE) for id_ in bodies)),
        themes=(*register.themes, *(Theme(id=id_, name=_name(id_), definition=_THEME) for id_ in themes)),
        groups=(*register.groups, *(Group(id=id_, name=_name(id_)) for id_ in groups)),
        stood_in=frozenset([*(str(forum.number) for forum in forums), *bodies, *themes, *groups]),
    )


def _bodies_named(forums: Iterable[Forum], register: Register) -> list[str]:
    """Every body that a record names, in the order of the texts."""
    held = [body for forum in forums for body in (*forum.hosts, *forum.organizers)]
    bound = [body for each in register.commitment_by_id.values() for body in (*each.by, *each.to, *each.partners)]
    return [*bound, *held, *(note.actor for note in register.notes if note.actor)]


def _lacking(register: Register, named: Iterable[str], known: Collection[str]) -> list[str]:
    return [id_ for id_ in dict.fromkeys(named) if _is_lacking(register, "vocabulary", id_, known)]


def _is_lacking(register: Register, kind: str, id_: str | int, known: Collection[object]) -> bool:
    return id_ not in known and register.is_lost(kind, str(id_))


def _forum(declaration: Declaration) -> Forum:
    # How it was held is asked of every forum; of a stand-in no page says it (`Register.stood_in`).
    return Forum(
        number=declaration.forum,
        year=declaration.adopted.year,
        held=Holding.HELD,
        start=declaration.adopted,
        end=declaration.adopted,
        dates_note=_DATES,
        mode=Mode.IN_PERSON,
        theme=_THEME,
        theme_ko_attested=True,
        text=TextStanding.ON_RECORD,
        sources=["withheld"],
    )


def _name(id_: str) -> Bilingual:
    return Bilingual(en=f"{id_} (name withheld)", ko=f"{id_}(명칭 기록 오류)")
