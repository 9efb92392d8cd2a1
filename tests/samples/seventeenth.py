"""The real records with two more texts, in files of their own and in words of our own: those of the 16th and of a 17th forum in one year.

The second of them, `2026b`, has articles, parts of articles and sections with numbers of their own, and was coded once.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.samples.registers import RECORDS, sealed

SIXTEENTH = """\
forum: 16
title: {en: The spring text, ko: 봄 선언}
adopted: 2026-05-15
language: en
source: {title: A copy}
provisions:
  - {id: p1, text: We met in spring., force: records, themes: [forum], summary: {en: They met., ko: 만났다.}}
"""
EDITION = """\
forums:
  - number: 17
    year: 2026
    held: held
    start: 2026-11-10
    end: 2026-11-12
    mode: in-person
    theme: {en: Harbours, ko: 항구}
    hosts: [harbour-town]
    text: known
    text_note: {en: The harbour text was not found., ko: 항구 선언문은 찾지 못하였다.}
    sources: [T1]
sources:
  - {id: T1, title: A page on the harbour forum, publisher: Harbour Herald, published: 2026-11-13}
"""
WORDS = """\
bodies:
  - {id: harbour-town, name: {en: Harbour Town, ko: 항구시}, kind: city}
publishers:
  - {en: Harbour Herald, ko: 항구신문}
"""
TEXT = """\
forum: 17
title: {en: The Harbour Text, ko: 항구 선언문}
adopted: 2026-11-12
language: en
source: {title: A copy of the Harbour Text}
headings:
  - {before: a1-1, text: Article 1. Quays}
  - {before: s1-c1, text: For ourselves}
  - {before: s2-c1, text: For others}
provisions:
  - {id: p1, text: We remember the lighthouse keepers., force: states, themes: [forum], summary: {en: They remember., ko: 기억한다.}}
  - id: a1-1
    text: We will open two quays to everyone.
    commitments:
      - id: a
        quote: We will open two quays to everyone.
        verb: will open
        summary: {en: Opening two quays, ko: 부두 두 곳을 개방한다}
        force: undertakes
        precision: checkable
        by: [harbour-town]
        themes: [institutions]
        test:
          en: "Started: one quay. Done: two quays."
          ko: "착수: 한 곳. 이행: 두 곳."
          first_day: 2026-11-12
          counted: {en: quays, ko: 부두}
          listed: true
  - {id: a1-2, text: The quays are old., force: states, themes: [institutions], summary: {en: They are old., ko: 낡았다.}}
  - {id: a1-2-1, text: The oldest is of stone., force: states, themes: [institutions], summary: {en: One is of stone., ko: 돌로 되어 있다.}}
  - id: s1-c1
    text: We will keep the lamps lit.
    commitments:
      - id: a
        quote: We will keep the lamps lit.
        verb: will keep
        summary: {en: Keeping the lamps lit, ko: 등불을 계속 밝힌다}
        force: undertakes
        precision: aspiration
        by: [harbour-town]
        themes: [institutions]
  - id: s2-c1
    text: We urge cities to count their boats.
    commitments:
      - id: a
        quote: We urge cities to count their boats.
        verb: urge
        summary: {en: Counting boats, ko: 배의 수를 세도록 촉구한다}
        force: urges
        precision: aspiration
        by: [harbour-town]
        to: [cities]
        themes: [institutions]
"""
CODING = """\
coder: first
coded: 2026-11-13
provisions:
  - {id: p1, force: states, suggestion: never}
  - {id: a1-1, suggestion: after, units: [{quote: We will open two quays to everyone., force: undertakes, precision: checkable}]}
  - {id: a1-2, force: states}
  - {id: a1-2-1, force: states}
  - {id: s1-c1, suggestion: before, units: [{quote: We will keep the lamps lit., force: undertakes, precision: aspiration}]}
  - {id: s2-c1, units: [{quote: We urge cities to count their boats., force: urges, precision: aspiration}]}
"""
PLEDGE = """\
title: {en: Open quays, ko: 열린 부두}
object: {en: Quays that are open., ko: 열려 있는 부두.}
mentions:
  - at: 2026b-a1-1a
"""
NOTE = """\
status: started
written: 2026-11-21
reason: {en: One quay was opened., ko: 부두 한 곳이 개방되었다.}
evidence: [harbour-quay]
by: somebody
"""
EVIDENCE = """\
- id: harbour-quay
  says: {en: One quay was opened., ko: 부두 한 곳이 개방되었다.}
  title: The north quay is open
  publisher: Harbour Herald
  happened: 2026-11-15
  published: 2026-11-16
  seen: 2026-11-20
  grade: self-reported
  confidence: high
"""
NEW = {
    "declarations/2026.yaml": SIXTEENTH,
    "forums/17.yaml": EDITION,
    "vocabulary/harbour.yaml": WORDS,
    "declarations/2026b.yaml": TEXT,
    "codings/first/2026b.yaml": CODING,
    "codings/first/2026.yaml": "coder: first\ncoded: 2026-05-20\nprovisions:\n  - {id: p1, force: records}\n",
    "codings/second/2026.yaml": "coder: second\ncoded: 2026-05-20\nprovisions:\n  - {id: p1, force: records}\n",
    "pledges/open-quays.yaml": PLEDGE,
    "notes/2026b-a1-1a/2026-11-20.yaml": NOTE,
    "evidence/harbour.yaml": EVIDENCE,
}


def beside_the_real_ones(root: Path) -> Path:
    """A copy of the real records with the new files beside them; no file of the real ones is touched."""
    here = root / "commitments"
    shutil.copytree(RECORDS, here)
    for name, text in NEW.items():
        path = here / name
        path.parent.mkdir(parents=True, exist_ok=True)
        raw = text.encode()
        path.write_bytes(sealed(raw) if name.startswith("declarations/") else raw)
    return here
