"""Which commitments and which mentions of pledges are on what a brief is about."""

from __future__ import annotations

from models.brief.facts import About, Kind, Subject
from models.records.places import text_of
from models.records.pledges import Pledge
from models.records.texts import Commitment, Provision
from models.register.register import Register


def said(register: Register, about: About) -> list[Commitment]:
    """The commitments on all that is asked for beside a body, whatever their ledger, in the order of the texts."""
    kinds = [kind for kind in about.kinds if kind is not Kind.CITY]
    every = register.commitment_by_id.values()
    return [each for each in every if all(any(is_on(register, subject, each) for subject in _of(about, kind)) for kind in kinds)]


def is_on(register: Register, subject: Subject, commitment: Commitment) -> bool:
    """Whether a commitment is on a theme, names a group, carries a pledge or was adopted at a forum."""
    if subject.kind is Kind.THEME:
        return subject.id in commitment.themes
    if subject.kind is Kind.GROUP:
        return subject.id in commitment.groups
    if subject.kind is Kind.PLEDGE:
        mentions = register.pledge_by_id[subject.id].mentions
        return any(mention.at == commitment.id and not mention.background for mention in mentions)
    return subject.kind is Kind.FORUM and _adopted(register, subject) == commitment.declaration


def fits(register: Register, about: About, pledge: Pledge, place: str, ids: set[str]) -> bool:
    """Whether a mention of a pledge is on the subject; `ids` are the commitments that are.

    About forums alone, every wording of what they took up is: also the stronger one of another text.
    """
    if about.kinds == (Kind.FORUM,):
        return any(_adopted(register, forum) in register.recurrence(pledge) for forum in about.subjects)
    if pledge.id not in (about.of(Kind.PLEDGE) or (pledge.id,)):
        return False
    if place in register.commitment_by_id:
        return place in ids
    provision = register.provision_by_id[place]
    if any(commitment.id in ids for commitment in provision.commitments):
        return True
    return all(any(_speaks_of(register, subject, provision, pledge) for subject in _of(about, kind)) for kind in about.kinds)


def _speaks_of(register: Register, subject: Subject, provision: Provision, pledge: Pledge) -> bool:
    """The same of a whole provision that mentions a pledge; what it binds a body to stands in its commitments."""
    if subject.kind is Kind.THEME:
        return subject.id in register.themes_of(provision)
    if subject.kind is Kind.GROUP:
        return subject.id in (*provision.groups, *(group for commitment in provision.commitments for group in commitment.groups))
    if subject.kind is Kind.PLEDGE:
        return subject.id == pledge.id
    return subject.kind is Kind.FORUM and _adopted(register, subject) == text_of(provision.id)


def _of(about: About, kind: Kind) -> list[Subject]:
    return [subject for subject in about.subjects if subject.kind is kind]


def _adopted(register: Register, forum: Subject) -> str:
    """The declaration of a forum; empty where its text is not on record."""
    declaration = register.declaration_of(int(forum.id))
    return declaration.id if declaration else ""
