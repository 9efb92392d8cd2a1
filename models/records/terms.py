"""The closed words of the codebook: force, ledger, precision, scope, status, grade and how a forum was held."""

from __future__ import annotations

from enum import StrEnum


class Force(StrEnum):
    """What the words ask, and of whom; rising from `records` to `undertakes` (codebook, 2)."""

    RECORDS = "records"
    STATES = "states"
    HOPES = "hopes"
    ASKS = "asks"
    URGES = "urges"
    UNDERTAKES = "undertakes"

    @property
    def rank(self) -> int:
        return list(Force).index(self)


class Ledger(StrEnum):
    """The three kinds of commitment that are never added together (codebook, 2)."""

    PROMISES = "promises"
    ASKS = "asks"
    HOPES = "hopes"


class Precision(StrEnum):
    """Whether a stranger could tell that it was done; rising (codebook, 3)."""

    ASPIRATION = "aspiration"
    DIRECTION = "direction"
    CHECKABLE = "checkable"
    DATED = "dated"

    @property
    def rank(self) -> int:
        return list(Precision).index(self)


class Scope(StrEnum):
    """How the object of a later mention relates to the earlier one (codebook, 5)."""

    SAME = "same"
    WIDER = "wider"
    NARROWER = "narrower"
    MIXED = "mixed"


class Status(StrEnum):
    """What a note found (codebook, 4). Not assessed and not assessable are computed, never typed."""

    NO_EVIDENCE = "no-evidence"
    STARTED = "started"
    PARTLY_DONE = "partly-done"
    DONE = "done"
    CONTRARY = "contrary"


class Grade(StrEnum):
    """How near a source stands to the act (codebook, 4)."""

    PRIMARY = "primary"
    INDEPENDENT = "independent"
    SELF_REPORTED = "self-reported"
    INFERRED = "inferred"


class Basis(StrEnum):
    """How it was judged whose word a source is: the first five make it independent, the others do not (codebook, 4)."""

    OWN_REPORTING = "own-reporting"
    AUDIT = "audit"
    RESEARCH = "research"
    OTHER_RECORD = "other-record"
    CIVIL_SOCIETY = "civil-society"
    RELEASE = "release"
    RELAYED = "relayed"
    ASSOCIATED = "associated"
    OWN_PAGES = "own-pages"
    NOT_SHOWN = "not-shown"

    @property
    def independent(self) -> bool:
        """Whether it shows that somebody else speaks than whoever promised."""
        return self in (Basis.OWN_REPORTING, Basis.AUDIT, Basis.RESEARCH, Basis.OTHER_RECORD, Basis.CIVIL_SOCIETY)


class SourceKind(StrEnum):
    """The kinds of source that a search goes through before it says that nothing was found (codebook, 4)."""

    OWN_PAGES = "own-pages"
    LAW = "law"
    PRESS = "press"
    NETWORKS = "networks"


class Confidence(StrEnum):
    """How sure we are that a source says what is written."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Holding(StrEnum):
    """Whether an edition of the forum took place as far as the sources say."""

    HELD = "held"
    ANNOUNCED = "announced"


class Mode(StrEnum):
    """How an edition was held, or that only its announcement is known."""

    IN_PERSON = "in-person"
    ONLINE = "online"
    HYBRID = "hybrid"
    ANNOUNCED = "announced"


class TextStanding(StrEnum):
    """Whether the final text of a forum can be quoted here."""

    ON_RECORD = "on-record"
    KNOWN = "known"
    NOT_FOUND = "not-found"


class BodyKind(StrEnum):
    """What sort of body is bound, addressed or a partner."""

    CITY = "city"
    COLLECTIVE = "collective"
    FORUM = "forum"
    UN = "un"
    NETWORK = "network"
    CIVIL_SOCIETY = "civil-society"
    STATE = "state"
    INSTITUTION = "institution"
