"""How the letters of a page are written: by its first bytes, by what it says of itself, or else by what fits."""

from __future__ import annotations

import email
import email.policy
import re
from email.message import EmailMessage
from typing import Final

_MARKS: Final = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_SAID: Final = re.compile(rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,30})""", re.IGNORECASE)
_LOOKED_AT: Final = 4096
_KOREAN: Final = ("euc-kr", "cp949", "ks_c_5601-1987", "ks_c_5601", "ksc5601", "windows-949", "x-windows-949", "uhc", "korean")
_WESTERN: Final = ("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii", "windows-1252", "cp1252")
_AS_SAID: Final = ("utf-8", "shift_jis", "euc-jp", "gb2312", "gbk", "gb18030", "big5", "johab", "koi8-r", "iso-2022-kr", "windows-1250", "windows-1251", "iso-8859-2", "iso-8859-15")  # fmt: skip
_SAVED_WHOLE: Final = re.compile(rb"(From: <Saved by |MIME-Version: 1\.0)", re.IGNORECASE)


def shown(data: bytes) -> tuple[str, bool]:
    """The page as text, and whether all of its letters could be read."""
    said = None
    if _SAVED_WHOLE.match(data.lstrip()[:100]):
        data, said = _page_of_archive(data)
    for mark, code in _MARKS:
        if data.startswith(mark):
            return _read(data[len(mark) :], [code])
    if b"\0" in data[:_LOOKED_AT]:
        return _read(data, ["utf-16-le" if data[1:2] == b"\0" else "utf-16-be"])
    if said is None and (found := _SAID.search(data[:_LOOKED_AT])):
        said = found[1].decode("ascii").lower()
    named = "cp949" if said in _KOREAN else "cp1252" if said in _WESTERN else said if said in _AS_SAID else None
    return _read(data, [*([named] if named else []), "utf-8", "cp949", "cp1252"])


def _read(data: bytes, codes: list[str]) -> tuple[str, bool]:
    for code in codes:
        try:
            return data.decode(code), True
        except UnicodeDecodeError:
            continue
    return data.decode(codes[0], "replace"), False


def _page_of_archive(data: bytes) -> tuple[bytes, str | None]:
    """The page itself of one that a browser saved with its pictures as a single file (MHTML)."""
    whole = email.message_from_bytes(data, _class=EmailMessage, policy=email.policy.default)
    for part in whole.walk():
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            charset = part.get_content_charset()
            return content if isinstance(content, bytes) else b"", charset.lower() if charset else None
    return b"", None
