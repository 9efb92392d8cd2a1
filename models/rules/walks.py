"""Every provision and commitment as it stands in the texts; a copy under an id that is taken is one of them."""

from __future__ import annotations

from collections.abc import Iterator

from models.records.texts import Commitment, Declaration, Provision
from models.register.register import Register


def each_provision(register: Register) -> Iterator[tuple[Declaration, int, Provision]]:
    for declaration in register.declarations:
        for position, provision in enumerate(declaration.provisions):
            yield declaration, position, provision


def each_commitment(register: Register) -> Iterator[tuple[Provision, Commitment]]:
    for _, _, provision in each_provision(register):
        for commitment in provision.commitments:
            yield provision, commitment
