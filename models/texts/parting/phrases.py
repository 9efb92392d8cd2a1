"""The words by which a text tells what a passage is, in English and Korean: who speaks, what is promised, where it ends."""

from __future__ import annotations

import re

_PROMISE = r"commit(?:s|ted)?|promises?|pledges?|undertakes?|resolves?|agrees?|vows?"
_COMMITS = re.compile(
    rf"(?i:\b(?:we|participants?|cities|mayors|hosts|organi[sz]ers|signatories|parties|delegates|representatives|members|forum|and|hereby|therefore|do|"
    rf"solemnly|jointly|further|also|together|thus|20\d\d)[ ,:]+(?:{_PROMISE})\b"
    rf"|\b(?:{_PROMISE})(?: (?:to|that|ourselves|as follows|the following|therefore|hereby)\b.{{0,120}})?[:：]$"
    r"|\bmakes? the following \w+|\bfollowing (?:\w+ )?(?:commitments|promises|pledges|actions|undertakings|resolutions)\b|\bcommit ourselves\b|\bpromise and declare\b)"
    r"|(?:약속|결의|다짐|합의|서약|이행|실천|추진)(?:한다|합니다|하기로 (?:한다|합의한다|하였다|했다)|하였다|했다|하며|하고자 한다|할 것을)|하기로 (?:한다|합의|결의|약속|하였다|했다)|다음을 (?:약속|결의|이행|실천)"
)
_DECLARES = re.compile(
    r"(?i:\b(?:we|participants?|cities|mayors|forum|and|hereby|therefore|do|solemnly|jointly)[ ,:]+(?:declare|proclaim|adopt|decide)s?\b|\bhereby\b)"
    r"|(?:선언|채택|선포|천명|촉구|공포)(?:한다|합니다|하며|하고|하였다|했다|하는 바이다|한다\.)"
)
_ASKS = re.compile(
    r"(?i:\b(?:we|participants?|cities|mayors|forum|and|hereby|therefore|also|further|jointly|strongly)[ ,:]+(?:call (?:up)?on|urge|appeal to|request|invite|encourage|recommend|ask)s?\b)"
    r"|(?:요청|권고|호소|제안|요구)(?:한다|합니다|하며|하고|하였다|했다)"
)
_COMMITTING_HEADING = re.compile(
    r"(?i:\b(?:commitments?|promises?|pledges?|undertakings|actions?|resolutions|operative (?:part|paragraphs|clauses|section)|what we will do|we will|plan)\b)"
    r"|약속|다짐|결의|실천|이행|추진 ?(?:과제|계획)|실행|행동"
)
_BACK = re.compile(
    r"(?i:\b(?:preamble|background|recitals?|introduction|context|considering|whereas|principles?|vision)\b)|전문|배경|취지|총칙|목적|원칙"
)

_SPEAKER = re.compile(
    r"(?i:we\b|(?:the )?(?:undersigned|participants?|mayors|cities|hosts|organi[sz]ers|signatories|delegates|representatives|members)\b|together:?$)"
    r"|우리|저희|(?:[^.]{0,60}참가자)"
)
_SAYS_MORE = re.compile(
    r"(?i:\b(?:which|that|who|whose|coincides?|commemorat\w+|is|are|was|were|has|have|had|because|since)\b)|[.!?] \S|였고|이며,|으로서 우리는 [^,]{30}"
)
_TOGETHER = re.compile(r"(?i:(?:together|hereby|therefore|jointly)?[:,]$)|(?:은|는|들은|일동은)[,:]?$|다음과 같[^.]{0,30}[.:]$|[:,]$")

_RECITAL = re.compile(
    r"(?:(?:Further|Also|Deeply|Gravely|Fully|Strongly|Again|Once again|Keenly|Having|Being) )?(?:[A-Z]?[a-z]+ing|Guided|Inspired|Convinced|Concerned|Alarmed|Mindful|"
    r"Encouraged|Aware|Conscious|Disturbed|[Cc]oncerned|[Cc]onscious|[Cc]onvinced|[Mm]indful|[Rr]egarded|[Cc]onsidered|[Nn]oted)\b(?! (?:is|are|was|should|must|will)\b)"
    r"|(?:WHEREAS|Whereas)\b"
)
_RECITAL_KO = re.compile(r"(?:하며|하고|하면서|이며|되새기며|유념하여|상기하며|고려하여|인식하며|확인하며|환영하며|감사하며)[,;]?$")

_BINDS = re.compile(
    r"(?:(?:And|and),? )?(?:(?:We|we|The (?:participants|cities|signatories|city)|Cities|The undersigned) (?:(?:also|further|hereby|therefore|jointly|together|all|solemnly|will also) )*"
    r"(?:will|shall|commit|promise|pledge|undertake|agree|resolve|endeavou?r|strive|are committed|must|call|urge|begin|put)\b"
    r"|(?:[Ww]ill|[Ss]hall) [a-z]|(?:To|to) (?!(?:this|that|these|those|the|date|whom|end|our|us|all)\b)[a-z]+"
    r"|(?:(?:Further|Also|Strongly|Solemnly) )?(?:Decides?|Calls? (?:up)?on|Urges?|Requests?|Invites?|Encourages?|Recommends?|Resolves?|Pledges?|Commits?|Undertakes?|Promises?|Agrees?"
    r"|Endorses?|Adopts?|Establish|Develop|Strengthen|Promote|Ensure|Create|Build|Provide|Expand|Introduce|Publish|Set up|Support|Invest)\b)"
)
_BINDS_KO = re.compile(
    r"(?:기로 (?:한다|합의한다|결의한다|합니다|하였다|했다)|(?:약속|노력|추진|실천|이행|협력|강화|확대|마련|보장|지원|설치|조성|수립|연대|동참|제정|운영|공개|실시|구축)(?:한다|합니다|하겠다|하겠습니다|할 것이다)|겠다|겠습니다|할 것을 (?:약속|다짐|결의)한다)[.;,]?$"
)

_CLOSES = re.compile(
    r"(?i:in conclusion\b|to conclude\b|in closing\b|finally, (?:we|the)\b|we conclude\b|lastly, (?:we|the)\b)"
    r"|(?:Adopted|ADOPTED|Done|DONE|Signed|SIGNED|Issued|Given) (?:at|in|on|by|this|unanimously|and)\b|(?:Adopted|Signed|Signatories|Signatures)\b.{0,60}$"
    r"|(?:This|The present) (?:declaration|statement|charter|document|text) (?:was|is|has been) (?:hereby )?(?:adopted|signed)\b"
    r"|결론적으로|끝으로|마지막으로|서명(?:자|인|기관)|위와 같이|이상(?:과 같이|의)|.{0,80}(?:일동|드림|올림)$"
    r"|(?:서기 |단기 )?\d{4} ?[년.] ?\d{1,2} ?[월.] ?\d{0,2} ?[일.]?(?:$|[, ].{0,60}$)"
)
_SIGNATURES = re.compile(
    r"(?i:signed(?: by)?|signator(?:y|ies)(?: cities)?|signatures?|endorsed by|list of signatories|signing cities)[:.]?$|서명(?:자|인|기관|도시)?(?: 명단)?:?$|참가자 일동$"
)

_TITLE = re.compile(
    r"(?i:\b(?:declaration|statement|charter|communiqu[eé]|resolution|manifesto|covenant|pledge|appeal|agenda|action plan|plan of action|guidelines|guiding principles|commitments?|"
    r"outcome document|call to action|memorandum|programme of action|program of action|principles|d[eé]claration|declaraci[oó]n|charte|carta)\b)"
    r"|선언문?|헌장|결의문?|성명서?|선언서|행동계획|실천계획|약속문?|서약서?|합의문|강령|권고문?|호소문|조례|기본계획|의제"
)
_DATE = re.compile(
    r"(?i:\d{1,2}(?:st|nd|rd|th)?(?: ?[-–—] ?\d{1,2}(?:st|nd|rd|th)?)?,? (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{1,2})"
    r"|\d{4} ?[년.] ?\d{1,2} ?[월.]"
)
_ENDED = re.compile(r"[.!?。…;](?:['’\"”」』)\]]*)$|(?:다|요|음|함)[.]?['’\"”]?$")
_QUOTED = tuple("“‘\"'「『«„")


def ends(text: str) -> bool:
    """Whether a sentence ends at its end."""
    return _ENDED.search(text, max(0, len(text) - 12)) is not None


def commits(text: str) -> bool:
    """Whether a line says that commitments follow."""
    return _COMMITS.search(text[:1000]) is not None


def declares(text: str) -> bool:
    """Whether a line says that something is declared or adopted, which recitals may follow as well."""
    return _DECLARES.search(text[:1000]) is not None


def asks(text: str) -> bool:
    """Whether a line says that others are asked to do what follows."""
    return _ASKS.search(text[:1000]) is not None


def heads_commitments(heading: str) -> bool:
    """Whether a heading speaks of what is promised or done."""
    return _COMMITTING_HEADING.search(heading[:300]) is not None and not _BACK.search(heading[:300])


def speaks_only(text: str) -> bool:
    """Whether a line only says who is speaking."""
    return len(text) <= 260 and bool(_SPEAKER.match(text) and _TOGETHER.search(text) and not says_more(text))


def says_more(text: str) -> bool:
    """Whether a line has a clause of its own about those who speak, or a second sentence."""
    return _SAYS_MORE.search(text) is not None


def leads(text: str) -> bool:
    """Whether a line leads to what follows it."""
    return text.endswith((":", "：")) or re.search(r"다음(?:과 같|의|을|\s).{0,30}(?:다|요|함)\.?$", text[-60:]) is not None


def recites(text: str) -> bool:
    """Whether a paragraph is a recital as the United Nations write them: Recalling …, Deeply concerned …, …을 상기하며."""
    return _RECITAL.match(text) is not None or _RECITAL_KO.search(text, max(0, len(text) - 12)) is not None


def binds(text: str) -> bool:
    """Whether a paragraph begins (in Korean: ends) as what somebody is to do."""
    return _BINDS.match(text) is not None or _BINDS_KO.search(text, max(0, len(text) - 40)) is not None


def closes(text: str) -> bool:
    """Whether a paragraph ends a text: In conclusion …, Adopted in …, a day and those who sign."""
    return _CLOSES.match(text) is not None


def heads_signatures(text: str) -> bool:
    """Whether a line stands above those who sign."""
    return len(text) < 60 and _SIGNATURES.match(text) is not None


def names_a_text(text: str) -> bool:
    """Whether a line has a word that texts call themselves by."""
    return _TITLE.search(text[:300]) is not None


def is_day(text: str) -> bool:
    """Whether a short line names a day."""
    return len(text) < 120 and _DATE.search(text) is not None


def is_quoted(text: str) -> bool:
    """Whether it begins with a mark of quotation."""
    return text.startswith(_QUOTED)
