"""Made-up records of any size, in the shape of the real ones; for measuring only."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from models.records.texts import Digests, Seal, digest

COMMITMENT = """      - id: {letter}
        quote: >-
          We commit ourselves to {verb} the plan number {number} for all inhabitants of the city, together with civil society and
          the networks of human rights cities, in line with international human rights norms and standards.
        verb: commit
        summary:
          en: The cities promise to {verb} plan number {number} for all who live there.
          ko: 도시들은 모든 주민을 위해 {number}번 계획을 추진하기로 약속한다.
        force: {force}
        precision: {precision}
        by: [participants]
        partners: [civil-society]
        themes: [{theme}]
        groups: [inhabitants]
        test:
          en: Started when the plan is decided; partly done when some parts run; done when all of plan {number} runs.
          ko: 계획을 확정하면 착수, 일부를 시행하면 일부 이행, {number}번 계획 전부를 시행하면 이행 완료로 본다.
          first_day: any
          counted: {{en: the parts of the plan, ko: 계획의 각 부분}}
          listed: true
"""
THEMES = ("networks", "institutions", "participation", "climate", "health", "peace", "memory", "digital")
FORCES = ("hopes", "asks", "urges", "undertakes")
EACH = 5
"""Commitments in a provision."""


def write(folder: Path, commitments: int, forums: int, vocabulary: Path, pledges: int = 40) -> None:
    """A folder of records with `commitments` spread over `forums` declarations, and `pledges` threads through them."""
    (folder / "declarations").mkdir(parents=True)
    (folder / "pledges").mkdir()
    (folder / "vocabulary.yaml").write_bytes(vocabulary.read_bytes())
    years = [2011 + index for index in range(forums)]
    _forums(folder, years)
    share = [commitments // forums + (index < commitments % forums) for index in range(forums)]
    number = 0
    for index, (year, wanted) in enumerate(zip(years, share, strict=True), start=1):
        lines = [
            f"forum: {index}\ntitle: {{en: Declaration of {year}, ko: {year}년 선언문}}\nadopted: {year}-05-18\nlanguage: en\n"
            f"source: {{publisher: Generated, title: Generated text}}\nprovisions:\n"
        ]
        adopted = {}
        for provision in range(1, -(-wanted // EACH) + 1):
            here = min(EACH, wanted - (provision - 1) * EACH)
            texts, coded = [], []
            for letter in "abcde"[:here]:
                number += 1
                verb = ("draw up", "carry out", "extend", "finance")[number % 4]
                texts.append(
                    f"We commit ourselves to {verb} the plan number {number} for all inhabitants of the city, together with civil society and "
                    "the networks of human rights cities, in line with international human rights norms and standards."
                )
                coded.append(
                    COMMITMENT.format(
                        letter=letter,
                        verb=verb,
                        number=number,
                        force=FORCES[number % 4],
                        precision=("direction", "checkable")[number % 2],
                        theme=THEMES[number % 8],
                    )
                )
            adopted[f"p{provision}"] = digest("provision", f"p{provision}", " ".join(texts))
            lines.append(f"  - id: p{provision}\n    text: >-\n      {' '.join(texts)}\n    commitments:\n{''.join(coded)}")
        parts = Digests(opening=digest("opening", f"Declaration of {year}", f"{year}-05-18", "en", []), provisions=adopted)
        seal = Seal(on=dt.date(year, 5, 19), by="generated", form="adopted-text-1", digest=parts.whole, parts=parts)
        lines.append(f"sealed: {seal.model_dump_json()}\n")
        (folder / "declarations" / f"{year}.yaml").write_text("".join(lines), encoding="utf-8")
    _pledges(folder, years, share, pledges)


def _forums(folder: Path, years: list[int]) -> None:
    lines = ["forums:\n"]
    for number, year in enumerate(years, start=1):
        lines.append(
            f"  - number: {number}\n    year: {year}\n    held: held\n    start: {year}-05-15\n    end: {year}-05-18\n    mode: in-person\n"
            f"    theme: {{en: Theme of {year}, ko: {year}년 주제}}\n    text: on-record\n    sources: [S1]\n"
        )
    lines.append("sources:\n  - {id: S1, title: Generated, publisher: Generated}\n")
    (folder / "forums.yaml").write_text("".join(lines), encoding="utf-8")


def _pledges(folder: Path, years: list[int], share: list[int], pledges: int) -> None:
    for number in range(1, pledges + 1):
        mentions, before = [], ""
        # Threads of unlike number, length and end, so that every order of the rows is another one.
        first, step, last = number % 5, 1 + number % 3, len(years) - number % 4
        for year, wanted in list(zip(years, share, strict=True))[first:last:step]:
            if number * EACH > wanted:
                continue
            place = f"{year}-p{number}a"
            link = (
                f"\n    from: {before}\n    scope: same\n    because: {{en: The same plan again., ko: 같은 계획을 다시 담았다.}}"
                if before
                else ""
            )
            mentions.append(f"  - at: {place}{link}\n")
            before = place
        if mentions:
            (folder / "pledges" / f"plan-{number}.yaml").write_text(
                f"title: {{en: Plan {number}, ko: {number}번 계획}}\nobject: {{en: The plan with the number {number}., ko: 번호가 {number}인 계획.}}\nmentions:\n{''.join(mentions)}",
                encoding="utf-8",
            )


def day() -> dt.date:
    """The day against which generated records are checked: after the last of them."""
    return dt.date(2110, 1, 1)
