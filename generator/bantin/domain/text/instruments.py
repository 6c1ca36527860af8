"""The kinds of legal documents and agreements, with their words and symbols in Vietnamese texts.

The kinds of legal documents are those of the Law on the Promulgation of Legal Documents (64/2025/QH15, article 4); the
symbols of administrative documents those of Decree 30/2020/NĐ-CP, annex III.
"""

import re
from enum import StrEnum


class InstrumentKind(StrEnum):
    """A kind of document that texts cite. The last ones are parts of a text, as in *Điều này* (this article)."""

    CONSTITUTION = "constitution"
    CODE = "code"
    LAW = "law"
    ORDINANCE = "ordinance"
    RESOLUTION = "resolution"
    DECREE = "decree"
    DECISION = "decision"
    JOINT_CIRCULAR = "joint-circular"
    CIRCULAR = "circular"
    DIRECTIVE = "directive"
    REGULATION = "regulation"
    RULE = "rule"
    PLAN = "plan"
    CONCLUSION = "conclusion"
    GUIDELINE = "guideline"
    PROGRAMME = "programme"
    AGREEMENT = "agreement"
    MEMORANDUM = "memorandum"
    CONSOLIDATION = "consolidation"
    NOTICE = "notice"
    LETTER = "letter"
    REPORT = "report"
    SUBMISSION = "submission"
    TELEGRAM = "telegram"
    CHAPTER = "chapter"
    SECTION = "section"
    ARTICLE = "article"
    CLAUSE = "clause"
    ANNEX = "annex"


NAMED = frozenset({InstrumentKind.CODE, InstrumentKind.LAW, InstrumentKind.ORDINANCE})
"""The kinds that are cited by a name, with or without a number."""

COUNTED = frozenset(
    {
        InstrumentKind.DECREE,
        InstrumentKind.CIRCULAR,
        InstrumentKind.DIRECTIVE,
        InstrumentKind.RESOLUTION,
        InstrumentKind.CONCLUSION,
    }
)
"""The kinds that are often cited with a bare number: *Nghị định 30*."""

BETWEEN = frozenset(
    {InstrumentKind.REGULATION, InstrumentKind.PROGRAMME, InstrumentKind.AGREEMENT, InstrumentKind.MEMORANDUM}
    | {InstrumentKind.PLAN}
)
"""The kinds whose parties may be named before the number: *Quy chế phối hợp giữa A và B số 01/QCPH-A-B*."""

BLANK = "[ \u00a0]"

_TOGETHER = rf"(?:{BLANK}(?:phối{BLANK}hợp|hợp{BLANK}tác|liên{BLANK}tịch|khung))?(?:{BLANK}công{BLANK}tác)?"

# The words of each kind as patterns; a kind that begins like another one comes before it.
_WORDS = {
    InstrumentKind.JOINT_CIRCULAR: rf"thông{BLANK}tư{BLANK}liên{BLANK}tịch|joint{BLANK}circular",
    InstrumentKind.CIRCULAR: rf"thông{BLANK}tư|circular",
    InstrumentKind.CONSTITUTION: rf"hiến{BLANK}pháp|constitution",
    InstrumentKind.CODE: rf"bộ{BLANK}luật",
    InstrumentKind.LAW: "luật|law",
    InstrumentKind.ORDINANCE: rf"pháp{BLANK}lệnh|ordinance",
    InstrumentKind.RESOLUTION: rf"nghị{BLANK}quyết(?!{BLANK}định)(?:{BLANK}liên{BLANK}tịch)?|resolution",
    InstrumentKind.DECREE: rf"nghị{BLANK}định(?!{BLANK}thư)|decree",
    InstrumentKind.DECISION: rf"quyết{BLANK}định|decision",
    InstrumentKind.DIRECTIVE: rf"chỉ{BLANK}thị|directive",
    InstrumentKind.REGULATION: rf"qu[yi]{BLANK}chế{_TOGETHER}|(?:coordination{BLANK})?regulation",
    InstrumentKind.RULE: rf"qu[yi]{BLANK}định",
    InstrumentKind.PLAN: rf"kế{BLANK}hoạch{_TOGETHER}|plan",
    InstrumentKind.CONCLUSION: rf"kết{BLANK}luận|conclusion",
    InstrumentKind.GUIDELINE: rf"hướng{BLANK}dẫn(?:{BLANK}liên{BLANK}ngành)?",
    InstrumentKind.PROGRAMME: rf"chương{BLANK}trình{_TOGETHER}|programme",
    InstrumentKind.MEMORANDUM: rf"(?:biên{BLANK})?bản{BLANK}ghi{BLANK}nhớ{_TOGETHER}"
    rf"|memorandum{BLANK}of{BLANK}understanding",
    InstrumentKind.AGREEMENT: rf"(?:văn{BLANK}bản{BLANK}|biên{BLANK}bản{BLANK})?th(?:ỏa|oả){BLANK}thuận{_TOGETHER}"
    "|agreement",
    InstrumentKind.CONSOLIDATION: rf"văn{BLANK}bản{BLANK}hợp{BLANK}nhất",
    InstrumentKind.NOTICE: rf"thông{BLANK}báo",
    InstrumentKind.LETTER: rf"công{BLANK}văn|official{BLANK}letter",
    InstrumentKind.REPORT: rf"báo{BLANK}cáo",
    InstrumentKind.SUBMISSION: rf"tờ{BLANK}trình",
    InstrumentKind.TELEGRAM: rf"công{BLANK}điện",
}
_GROUPS = {f"k{index}": kind for index, kind in enumerate(_WORDS)}
KIND_WORDS = "|".join(f"(?P<{group}>{_WORDS[kind]})" for group, kind in _GROUPS.items())
"""The words of all kinds, in either case, as a pattern with a group for each kind; see :func:`kind_of_word`."""

_SYMBOLS = {
    "NĐ": InstrumentKind.DECREE,
    "QĐ": InstrumentKind.DECISION,
    "TTLT": InstrumentKind.JOINT_CIRCULAR,
    "TT": InstrumentKind.CIRCULAR,
    "NQ": InstrumentKind.RESOLUTION,
    "NQLT": InstrumentKind.RESOLUTION,
    "CT": InstrumentKind.DIRECTIVE,
    "QC": InstrumentKind.REGULATION,
    "QCPH": InstrumentKind.REGULATION,
    "QCLN": InstrumentKind.REGULATION,
    "KH": InstrumentKind.PLAN,
    "KHPH": InstrumentKind.PLAN,
    "KL": InstrumentKind.CONCLUSION,
    "HD": InstrumentKind.GUIDELINE,
    "CTPH": InstrumentKind.PROGRAMME,
    "CTR": InstrumentKind.PROGRAMME,
    "TTHT": InstrumentKind.AGREEMENT,
    "BBGN": InstrumentKind.MEMORANDUM,
    "VBHN": InstrumentKind.CONSOLIDATION,
    "TB": InstrumentKind.NOTICE,
    "BC": InstrumentKind.REPORT,
    "TTR": InstrumentKind.SUBMISSION,
    "CĐ": InstrumentKind.TELEGRAM,
}
ABBREVIATED = frozenset({"NĐ", "QĐ", "TTLT", "TT", "NQ", "CT", "KL", "KH", "QC", "QCPH", "HD"})
"""The symbols that also stand for the word, before a number: *NĐ 30/2020/NĐ-CP*."""
_LEGAL = frozenset({"NĐ", "QĐ", "TT", "TTLT", "NQ", "NQLT"})
_ASSEMBLY = re.compile(r"(?:UBTV)?QH[0-9]{0,2}")


def kind_of_word(match: re.Match[str]) -> InstrumentKind | None:
    """The kind whose group of :data:`KIND_WORDS` is in ``match``; ``None`` if it has none."""
    return next((kind for group, kind in _GROUPS.items() if match[group]), None)


def kind_of_symbol(symbol: str) -> InstrumentKind | None:
    """The kind that ``symbol``, such as ``NĐ-CP``, stands for; ``None`` if it is ambiguous.

    The Party's ``QĐ/TW`` are rules (*Quy định*) or decisions, and both laws and resolutions have ``QH15``.
    """
    first, *others = re.split("[/-]", symbol)
    return None if (first == "QĐ" and others == ["TW"]) else _SYMBOLS.get(first.upper())


def is_legal_symbol(symbol: str) -> bool:
    """Whether the symbol is that of a legal document, not of the Party or of an administrative document."""
    first, *others = re.split("[/-]", symbol)
    return _ASSEMBLY.fullmatch(first) is not None or (first in _LEGAL and bool(others) and others[0] != "TW")


def is_known_symbol(symbol: str) -> bool:
    """Whether the symbol identifies a document even without a word before it: it names a kind and a body."""
    first, *others = re.split("[/-]", symbol)
    return (first.upper() in _SYMBOLS and bool(others)) or _ASSEMBLY.fullmatch(first) is not None
