"""A hundred briefs one after the other in a process of their own: how long each takes, and how much memory is not given back."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WARM, MEASURED = 30, 100
"""The first ones read the typefaces and fill what is kept of them; they are not counted."""

_RUN = """
import datetime as dt, json, sys, time
from pathlib import Path
from exports import typesetting
from exports.brief import pdf
from models.brief import facts, gathering
from models.labels import Say, load_labels
from models.loading import load

records, keeps, warm, measured = Path(sys.argv[1]), sys.argv[2] == "keeps", int(sys.argv[3]), int(sys.argv[4])
if keeps:  # as typst does of itself
    typesetting._forget = lambda: None
labels, today = load_labels(), dt.date.today()
register = load(records, today).register
asked = [(subject, lang) for subject in facts.subjects(register) for lang in ("en", "ko")]
seen, took = [], []
for number in range(warm + measured):
    subject, lang = asked[number % len(asked)]
    start = time.perf_counter()
    pdf.fitted(gathering.brief(register, subject, today), Say(labels, lang), "bench")
    took.append(time.perf_counter() - start)
    seen.append(int(next(line for line in open("/proc/self/status") if line.startswith("VmRSS")).split()[1]) / 1024)
print(json.dumps([sum(took[warm:]) / measured, seen[-1] - seen[warm - 1]]))
"""


@dataclass(frozen=True)
class Grown:
    """Mean seconds a brief, and megabytes that a hundred of them add to the process: ours, and without forgetting."""

    what: str
    seconds: float
    megabytes: float
    seconds_keeping: float
    megabytes_keeping: float

    def __str__(self) -> str:
        ratio = self.seconds / self.seconds_keeping
        return (
            f"{self.what + ': time a brief / keeping all':<58} {self.seconds * 1000:>9.0f} ms {self.seconds_keeping * 1000:>9.0f} ms {ratio:>6.2f} ×\n"
            f"{self.what + ': memory per hundred / keeping all':<58} {self.megabytes:>9.0f} MB {self.megabytes_keeping:>9.0f} MB"
        )


def compare(what: str, records: Path) -> Grown:
    """Make the briefs on the records twice, each time in a new process."""
    return Grown(what, *_run(records, "forgets"), *_run(records, "keeps"))


def _run(records: Path, how: str) -> tuple[float, float]:
    done = subprocess.run(
        [sys.executable, "-c", _RUN, str(records), how, str(WARM), str(MEASURED)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    seconds, megabytes = json.loads(done.stdout)
    return seconds, megabytes
