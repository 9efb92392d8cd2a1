"""Every character that is not blank stands in exactly one place, in order, and knows where it comes from."""

from __future__ import annotations

from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.reading import signs
from models.texts.cleaning.cleaned import cleaned
from models.texts.paragraphs import INSERTED, Cleaned
from models.texts.parts import Why
from models.texts.source import FileKind, Line, Role, Source, Stretch

PIECES = (
    "We, the participants of the meeting,", "우리는 다음과 같이 선언한다.", "Charter of the Cities of Bread", "1. Bread is for all2 who live here,",
    "2) and for co-", "operate with neighbours.", "2 See the minutes.", "Views 11", "Leave a Comment", "Page 3 of 7", "- 4 -", "목록", "27 Nov 2024",
    "Tel: +82-00", "a  b\u00a0\u00a0c", "soft\u00adhyphen\u200b here\u00ad", "ﬁrst Ａ１", "\u202eright", "", "   ", "• a bullet", "(a) a letter",
    "주민의 권리를 보장하기 위하여 노력", "할 것을 다짐한다", "“unclosed", "city1", "[1]", "*", "* a note", "©", "—", "a\u2028b", "\x1f\x85 x",
    "the year 1998, in which bakers from all towns met for the first time and wrote down what bread is to them,",
)  # fmt: skip

WITHIN = (Why.HYPHEN, Why.INVISIBLE, Why.FOOTNOTE_MARK, Why.BLANKS, Why.LINE_BREAK)
"""What is taken away within the words of a text, also in words that were put back."""


def lines() -> st.SearchStrategy[Line]:
    words = st.lists(st.one_of(st.sampled_from(PIECES), st.text(alphabet="ab1 .-\u00ad\u200b가*", max_size=6)), max_size=3).map(" ".join)

    def with_fields(text: str) -> st.SearchStrategy[Line]:
        raised = st.lists(st.integers(0, max(0, len(text) - 1)), max_size=2).map(
            lambda at: tuple(Stretch(each, min(len(text), each + 1)) for each in sorted(set(at)))
        )
        return st.builds(
            Line,
            st.just(text),
            role=st.sampled_from([Role.BODY] * 9 + list(Role)),
            whole=st.booleans(),
            heading=st.sampled_from([None, None, None, 2]),
            bold=st.integers(0, len(text)),
            raised=raised if text else st.just(()),
            page=st.sampled_from([None, 1, 2]),
            top=st.sampled_from([None, 0.05, 0.5, 0.95]),
        )

    return words.flatmap(with_fields)


def check(done: Cleaned) -> None:
    source = done.source.text
    times: Counter[int] = Counter()
    marks: set[int] = set()
    for left in done.left_out:
        if left.why is Why.FOOTNOTE_MARK:
            marks.update(range(left.at.start, left.at.end))
        assert source[left.at.start : left.at.end] == left.text
        times.update(range(left.at.start, left.at.end))
    for some in (done.paragraphs, done.footnotes):
        came = [at for paragraph in some for at in paragraph.origin if at != INSERTED]
        assert came == sorted(came)
        for paragraph in some:
            assert paragraph.text.strip() == paragraph.text != ""
            assert len(paragraph.text) == len(paragraph.origin)
            assert "  " not in paragraph.text
            plain = dict(signs.plainly(source))
            for sign, at in zip(paragraph.text, paragraph.origin, strict=True):
                known = at != INSERTED and (source[at] == sign or (source[at].isspace() and sign == " ") or sign in plain.get(at, ""))
                assert known or (at == INSERTED and sign == " ")
            times.update({at for at in paragraph.origin if at != INSERTED})
            for mark in paragraph.marks:
                assert mark.mark in source[mark.at.start : mark.at.end]
                assert 0 <= mark.after <= len(paragraph.text)
                assert set(range(mark.at.start, mark.at.end)) <= marks
            assert all(0 < at <= len(paragraph.text) for at in paragraph.breaks)
    assert {at: times[at] for at, sign in enumerate(source) if not sign.isspace() and times[at] != 1} == {}


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(lines(), max_size=14), st.data())
def test_every_character_stands_in_one_place(found: list[Line], data: st.DataObject) -> None:
    source = Source(FileKind.PLAIN, "", tuple(found))
    first = cleaned(source)
    check(first)
    places = [left.at for left in first.left_out]
    back = data.draw(st.lists(st.sampled_from(places), max_size=3)) if places else []
    size = max(1, len(source.text))
    away = [
        Stretch(min(pair), max(pair)) for pair in data.draw(st.lists(st.tuples(st.integers(0, size), st.integers(0, size)), max_size=2))
    ]
    again = cleaned(source, put_back=back, taken_away=away)
    check(again)
    kept = {at for paragraph in (*again.paragraphs, *again.footnotes) for at in paragraph.origin}
    kept |= {at for left in again.left_out if left.why in WITHIN for at in range(left.at.start, left.at.end)}
    assert {at for stretch in back for at in range(stretch.start, stretch.end) if not source.text[at].isspace()} <= kept
