"""Words that say nothing of the subject: what is attached to Korean words, what is counted with, how questions are put."""

from __future__ import annotations

# fmt: off
PARTICLES = frozenset((
    "에서는", "에서도", "에서의", "에게는", "에게도", "으로는", "으로도", "으로서", "으로써", "으로의", "까지의", "까지는", "부터는", "과의", "와의", "과는", "와는", "에는", "에도", "에의",
    "들은", "들이", "들을", "들의", "들에게", "에서", "에게", "께서", "한테", "까지", "부터", "처럼", "보다", "마다", "조차", "마저", "이나", "이란", "이며", "이고", "으로", "라는",
    "라고", "이라", "을", "를", "이", "가", "은", "는", "의", "에", "와", "과", "도", "로", "만", "들", "란",
))
"""What Korean attaches to a noun."""

WHOLE = ("옴부즈만",)
"""What ends as if a particle were attached."""

VERB_ENDINGS = frozenset((
    "하였습니까", "했습니까", "되었습니까", "됐습니까", "합니까", "됩니까", "입니까", "습니까", "하였나요", "했나요", "되었나요", "됐나요", "하나요", "되나요", "인가요", "나요", "하였나", "했나",
    "되었나", "하나", "되나", "인가", "하기로", "하도록", "하려고", "하려면", "하기", "하는", "하여", "해서", "하고", "하며", "한다", "했다", "하자", "할", "한", "해", "된", "되는",
    "되어", "될", "했던",
))
"""What makes a Korean noun a verb, as questions end."""

UNITS = frozenset((
    "가구", "가지", "개", "개국", "개월", "개소", "건", "곳", "군데", "권", "년", "년간", "년대", "년도", "달러", "대", "도", "명", "번", "번째", "분", "살", "세", "시", "원", "월",
    "인", "일", "제", "조", "주", "주년", "차", "차례", "층", "쪽", "퍼센트", "항", "호", "회", "회차",
))
"""What is counted with; beside a number it tells nothing."""

AFTER_LETTERS = PARTICLES | frozenset((
    "나", "고", "며", "든", "랑", "인", "에게서", "에서부터", "로부터", "으로부터", "로서", "로써", "로의", "로는", "로도", "라는", "이라는", "란", "이란", "이랑", "이다", "입니다", "인가요",
    "까지도", "만의", "만을", "만이", "뿐", "뿐만", "대로", "보다는", "같은", "등", "등의", "등을", "등과", "등에", "등은", "등이", "측", "측의",
))
"""What Korean attaches to a name in Latin letters or to a number; the name keeps its letters before it."""
ASKING_EN = frozenset((
    "a", "about", "above", "after", "again", "against", "all", "also", "am", "an", "and", "another", "any", "anybody", "anyone",
    "anything", "anywhere", "are", "as", "ask", "asked", "asks", "at", "be", "because", "been", "before", "being", "between", "both",
    "but", "by", "can", "commit", "commitment", "commitments", "commits", "committed", "concerning", "could", "declaration",
    "declarations", "declare", "declared", "did", "do", "does", "doing", "done", "during", "each", "either", "else", "ever", "every",
    "for", "from", "further", "get", "gets", "give", "given", "had", "has", "have", "having", "he", "her", "here", "his", "how", "i",
    "if", "in", "into", "is", "it", "its", "itself", "just", "know", "let", "like", "many", "may", "me", "mention", "mentioned",
    "mentions", "might", "more", "most", "much", "must", "my", "need", "neither", "no", "nor", "not", "of", "off", "on", "once", "only",
    "or", "other", "our", "ours", "out", "over", "own", "please", "pledge", "pledged", "pledges", "progress", "promise", "promised", "promises",
    "promising", "regarding", "said", "same", "say", "saying", "says", "shall", "she", "should", "show", "since", "so", "some",
    "somebody", "someone", "something", "somewhere", "statement", "status", "such", "tell", "text", "texts", "than", "that", "the", "their", "them",
    "then", "there", "these", "they", "thing", "things", "this", "those", "through", "to", "too", "under", "undertake", "undertaken",
    "undertook", "until", "up", "upon", "us", "very", "was", "we", "were", "what", "whatever", "when", "where", "whether", "which",
    "while", "who", "whom", "whose", "why", "will", "with", "within", "without", "word", "words", "would", "you", "your",
))
"""English words that a question is put with. “May” is the month as often as the verb and is kept before a number."""

ASKING_KO = frozenset((
    "간", "개", "것", "것은", "것이", "곳", "관련", "관련된", "관련하여", "관련해", "관하여", "관한", "관해", "그리고", "나오", "나온", "내용", "누가", "누구", "다루", "다루었",
    "다루었습니까", "다룬", "다뤘", "담긴", "담은", "대하", "대하여", "대한", "대해", "대해서", "대해선", "됐나", "됐나요", "되나", "되나요", "되는", "되었나", "되었나요", "되었습니까", "된",
    "됩니까", "등", "따라", "따른", "때", "또는", "말하", "말한", "말했", "명", "몇", "무슨", "무얼", "무엇", "무엇인가", "무엇인지", "문구", "문제", "뭐", "뭘", "및", "보여줘",
    "부분", "사항", "선언", "선언문", "수", "알려", "알려주세요", "알려줘", "약속", "어느", "어디", "어디서", "어떤", "어떻게", "언급", "언급된", "언급한", "언제", "얼마", "얼마나", "없나",
    "없나요", "없습니까", "왜", "우리", "우리가", "위하여", "위한", "위해", "위해서", "이다", "이행과제", "인가", "인가요", "일", "입니까", "있나", "있나요", "있는", "있는지", "있다",
    "있습니까", "있었나", "저희", "점", "정한", "주세요", "중", "진척", "진척상황", "진행", "진행상황", "진행현황", "찾아", "찾아줘", "추진상황", "추진실적", "추진현황", "현황", "이행상황", "이행현황", "통한", "통해", "하기", "하기로", "하나요", "하는", "하였나", "하였습니까", "한", "할", "합니까", "했나",
    "했나요", "했는지", "했습니까",
))
"""Korean words that a question is put with, without their particles."""
PLEDGE_KO = frozenset(("공약", "공약과제", "공약내용", "공약사업", "공약사항"))
"""What a Korean city hall calls a pledge. No record does (docs/korean.md), so alone it asks for the pledges, whatever they are about."""
ASKING_KO |= PLEDGE_KO
# fmt: on


def _any(words: frozenset[str]) -> str:
    return "(?:" + "|".join(sorted(words, key=lambda word: (-len(word), word))) + ")"


UNIT = _any(UNITS)
ATTACHED = f"{_any(AFTER_LETTERS)}{{1,3}}"
"""What may stand after Latin letters and is no word of its own: OHCHR과, NGO들과의."""
COUNTED = f"여?{UNIT}?(?:간|째|당|별|씩|이상|이하|미만|내외|정도|이내|동안|마다)?(?:{_any(AFTER_LETTERS)}){{0,3}}"
"""What may stand after a number and is no word of its own: 100곳을, 1천여 명에게, 2030까지."""
