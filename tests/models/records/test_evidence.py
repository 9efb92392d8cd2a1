"""Which addresses are somebody else's copy."""

from __future__ import annotations

import pytest

from models.records.evidence import copied_at
from tests.samples.registers import real


@pytest.mark.parametrize(
    ("publisher", "url", "host"),
    [
        ("Yonhap (via WowTV)", "https://wowtv.co.kr/NewsCenter/News/Read?articleId=A", "wowtv.co.kr"),
        ("Yonhap via namu.news", "https://namu.news/article/2638977", "namu.news"),
        ("Newsis (copy)", "https://news.to-go.kr/1", "news.to-go.kr"),
        ("WHRCF mirror", "http://newdin32.din365.com/past_forum/2019.php", "newdin32.din365.com"),
        ("United Nations Human Rights Council", "https://www.right-docs.org/doc/1", "right-docs.org"),
        ("OECD and World Bank", "https://docslib.org:443/doc/1", "docslib.org"),
        ("law.go.kr (public copy read)", "https://www.law.go.kr/법령/광주광역시", None),
        ("Gwangju Metropolitan City", "https://eng.gwangju.go.kr/", None),
        ("Gwangju News (Gwangju International Center)", "https://issuu.com./gwangjunews", None),
    ],
)
def test_a_copy_of_a_third_party_is_known_by_its_publisher_or_by_its_host(publisher: str, url: str, host: str | None) -> None:
    assert copied_at(publisher, url) == host


def test_no_publisher_that_is_called_a_copy_passes_for_the_original() -> None:
    called = [
        each
        for each in real().evidence
        if each.url and any(word in each.publisher.casefold() for word in ("via ", "mirror", "(copy", "copy of"))
    ]
    assert len(called) > 40
    assert all(copied_at(each.publisher, each.url or "") for each in called)
