"""How English verbs bend: agree, agrees, agreeing, agreed."""

from __future__ import annotations

from functools import cache

_IRREGULAR = {
    "be": ("is are am", "being", "been was were"),
    "have": ("has", "having", "had"),
    "begin": ("begins", "beginning", "began begun"),
    "build": ("builds", "building", "built"),
    "bring": ("brings", "bringing", "brought"),
    "come": ("comes", "coming", "came come"),
    "cut": ("cuts", "cutting", "cut"),
    "draw": ("draws", "drawing", "drew drawn"),
    "feel": ("feels", "feeling", "felt"),
    "fight": ("fights", "fighting", "fought"),
    "find": ("finds", "finding", "found"),
    "get": ("gets", "getting", "got"),
    "give": ("gives", "giving", "gave given"),
    "go": ("goes", "going", "went gone"),
    "grow": ("grows", "growing", "grew grown"),
    "hold": ("holds", "holding", "held"),
    "keep": ("keeps", "keeping", "kept"),
    "know": ("knows", "knowing", "knew known"),
    "lead": ("leads", "leading", "led"),
    "leave": ("leaves", "leaving", "left"),
    "make": ("makes", "making", "made"),
    "meet": ("meets", "meeting", "met"),
    "mean": ("means", "meaning", "meant"),
    "put": ("puts", "putting", "put"),
    "run": ("runs", "running", "ran run"),
    "see": ("sees", "seeing", "saw seen"),
    "seek": ("seeks", "seeking", "sought"),
    "set": ("sets", "setting", "set"),
    "speak": ("speaks", "speaking", "spoke spoken"),
    "spread": ("spreads", "spreading", "spread"),
    "stand": ("stands", "standing", "stood"),
    "strive": ("strives", "striving", "strove striven"),
    "take": ("takes", "taking", "took taken"),
    "teach": ("teaches", "teaching", "taught"),
    "tell": ("tells", "telling", "told"),
    "think": ("thinks", "thinking", "thought"),
    "understand": ("understands", "understanding", "understood"),
    "undertake": ("undertakes", "undertaking", "undertook undertaken"),
    "uphold": ("upholds", "upholding", "upheld"),
    "win": ("wins", "winning", "won"),
    "withdraw": ("withdraws", "withdrawing", "withdrew withdrawn"),
    "write": ("writes", "writing", "wrote written"),
}
_DOUBLED = frozenset(["commit", "admit", "submit", "plan", "stop", "plot", "permit", "refer", "regret", "ban", "map"])


@cache
def forms(verb: str) -> dict[str, frozenset[str]]:
    """`base`, `s`, `ing` and `ed` of a verb, as far as it has them."""
    if verb in _IRREGULAR:
        s, ing, ed = _IRREGULAR[verb]
        return {"base": frozenset([verb]), "s": frozenset(s.split()), "ing": frozenset([ing]), "ed": frozenset(ed.split())}
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        s, ing, ed = verb[:-1] + "ies", verb + "ing", verb[:-1] + "ied"
    elif verb in _DOUBLED:
        s, ing, ed = verb + "s", verb + verb[-1] + "ing", verb + verb[-1] + "ed"
    elif verb.endswith("ie"):
        s, ing, ed = verb + "s", verb[:-2] + "ying", verb + "d"
    elif verb.endswith("ee"):
        s, ing, ed = verb + "s", verb + "ing", verb + "d"
    elif verb.endswith("e"):
        s, ing, ed = verb + "s", verb[:-1] + "ing", verb + "d"
    elif verb.endswith(("s", "sh", "ch", "x", "z")):
        s, ing, ed = verb + "es", verb + "ing", verb + "ed"
    elif verb in ("fulfil", "model", "travel", "label", "enrol"):
        s, ing, ed = verb + "s", verb + "ling", verb + "led"
    else:
        s, ing, ed = verb + "s", verb + "ing", verb + "ed"
    return {"base": frozenset([verb]), "s": frozenset([s]), "ing": frozenset([ing]), "ed": frozenset([ed])}
