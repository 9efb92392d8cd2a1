"""Every place of the texts as it stands, copies under one id included, and whether a place that is named is there."""

from __future__ import annotations

from collections.abc import Iterator

from models.records.texts import Commitment, Declaration, Provision
from models.register.register import Register


def each_provision(register: Register) -> Iterator[tuple[Declaration, int, Provision]]:
    """Every provision with its declaration and its position there."""
    for declaration in register.declarations:
        for position, provision in enumerate(declaration.provisions):
            yield declaration, position, provision


def each_commitment(register: Register) -> Iterator[tuple[Provision, Commitment]]:
    """Every commitment with its provision."""
    for _, _, provision in each_provision(register):
        for commitment in provision.commitments:
            yield provision, commitment


def is_known(register: Register, place: str) -> bool:
    """Whether a commitment or a provision of this id is on record."""
    return place in register.commitment_by_id or place in register.provision_by_id


def is_answered_for(register: Register, place: str) -> bool:
    """Whether it is on record, or withheld for a problem that is reported elsewhere."""
    return is_known(register, place) or register.is_lost("declarations", place)
