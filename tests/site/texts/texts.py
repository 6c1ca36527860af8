"""Texts of agreements in several versions: two that are made by hand, and any that hypothesis draws."""

from typing import Any, get_args

from hypothesis import strategies as st
from msgspec.structs import replace

from bantin.domain.model import Agreement, AgreementText, Event, EventKind, Party, Provision, ProvisionKind
from bantin.domain.problems import Language
from bantin.domain.text.dates import Edtf
from bantin.index import Record
from bantin.site.texts.version import AmendingDocument, RecordText, TextVersion
from tests.index.contents import agreement, article, bulletin, edtf_dates, on

K = ProvisionKind
ADDRESS = "van-ban/2012/quy-che/"


def point(article_number: str, clause: str, number: str, anchor: str, *words: str) -> Provision:
    return Provision(K.POINT, number, f"dieu-{article_number}-khoan-{clause}-diem-{anchor}", paragraphs=words)


SIGNED = AgreementText(
    preamble=("QUY CHẾ PHỐI HỢP", "trong công tác bảo vệ Nhà Quốc hội & các kỳ họp"),
    bases=("Căn cứ Luật Tổ chức Quốc hội;", "Theo đề nghị của hai bên,"),
    provisions=(
        Provision(
            K.CHAPTER,
            "I",
            "chuong-1",
            "QUY ĐỊNH CHUNG",
            children=(
                Provision(K.ARTICLE, "1", "dieu-1", "Phạm vi điều chỉnh", ("Quy chế này quy định việc phối hợp.",)),
                Provision(
                    K.ARTICLE,
                    "2",
                    "dieu-2",
                    "Nguyên tắc",
                    ("Hai bên phối hợp theo các nguyên tắc sau:",),
                    (
                        Provision(
                            K.CLAUSE,
                            "1",
                            "dieu-2-khoan-1",
                            paragraphs=("Trao đổi thông tin:",),
                            children=(
                                point("2", "1", "d", "d", "kịp thời;"),
                                point("2", "1", "đ", "dd", "đầy đủ < chính xác."),
                            ),
                        ),
                        Provision(K.CLAUSE, "2", "dieu-2-khoan-2", paragraphs=("Đúng chức năng.", "Đúng pháp luật.")),
                    ),
                ),
            ),
        ),
        Provision(
            K.CHAPTER,
            "II",
            "chuong-2",
            "TỔ CHỨC THỰC HIỆN",
            children=(
                Provision(
                    K.SECTION,
                    "1",
                    "chuong-2-muc-1",
                    "HIỆU LỰC",
                    children=(Provision(K.ARTICLE, "3", "dieu-3", "Hiệu lực", ("Có hiệu lực từ ngày ký.",)),),
                ),
            ),
        ),
        Provision(
            K.ANNEX,
            "I",
            "phu-luc-1",
            "Danh sách đầu mối",
            ("Kèm theo Quy chế.",),
            (Provision(K.ARTICLE, "1", "phu-luc-1-dieu-1", paragraphs=("Văn phòng.",)),),
        ),
    ),
    closing=("ĐẠI DIỆN BÊN A", "Nguyễn Văn A"),
)


def amended(text: AgreementText) -> AgreementText:
    """``text`` with article 3 repealed."""
    chapter = text.provisions[1]
    section = chapter.children[0]
    repealed = Provision(K.ARTICLE, "3", "dieu-3", repealed=True)
    changed = replace(chapter, children=(replace(section, children=(repealed,)),))
    return replace(text, provisions=(text.provisions[0], changed, *text.provisions[2:]))


RICH_AGREEMENT = agreement(
    "a",
    "b",
    id="quy-che",
    title="Quy chế phối hợp bảo vệ & phục vụ",
    number="01/QCPH-A-B",
    signed_on=on("2012-11-20"),
    events=(Event(EventKind.TERMINATED, on("2030-01-01")), Event(EventKind.REPLACED, on("2031"))),
)
DIRECTORY = bulletin().directory


def record_of(signed: Agreement) -> Record:
    return bulletin(article(signed.id, 2012, agreement=signed)).register.records[0]


RICH = RecordText(
    record_of(RICH_AGREEMENT),
    ADDRESS,
    "vi",
    (
        TextVersion(1, on("2012-11-20"), SIGNED),
        TextVersion(
            2,
            on("2015-03-01"),
            amended(SIGNED),
            (AmendingDocument("Quy chế sửa đổi", "/akn/vn/act/agreement/2015/sua-doi"),),
            (("dieu-3", 2),),
            f"{ADDRESS}2015-03-01/",
        ),
    ),
    changed=on("2015-03-05"),
)
"""A text with everything, signed on a day and amended on a day."""

PLAIN = RecordText(
    record_of(agreement("c", "d", id="ke-hoach", signed_on=on("2016-05"))),
    "van-ban/2016/ke-hoach/",
    "vi",
    (TextVersion(1, None, AgreementText(preamble=("Hai bên thống nhất phối hợp.",))),),
)
"""A text without provisions, signed in a month and in force since nobody knows when."""

_LEVELS = (K.PART, K.CHAPTER, K.SECTION, K.SUBSECTION, K.ARTICLE, K.CLAUSE, K.POINT)
_NUMBERS = st.sampled_from(("1", "2", "IV", "5a", "d", "đ", "Đ", "", "thứ nhất", "1.1", "  ", "&"))
_WORDS = st.one_of(
    st.sampled_from(("", "Điều 1", "a < b & c", "]]>", "\x00\x0b", "\ufffe\U0001f600", "một\r\nhai\tba", " ")),
    st.text(st.characters(codec="utf-8"), max_size=12),
)
_PARAGRAPHS = st.lists(_WORDS, max_size=2).map(tuple)


def _provision(kinds: tuple[ProvisionKind, ...]) -> st.SearchStrategy[Provision]:
    """A provision of one of ``kinds``, with provisions of levels below its own within it."""
    return st.sampled_from(kinds).flatmap(lambda kind: _of(kind, _below(kind)))


def _below(kind: ProvisionKind) -> tuple[ProvisionKind, ...]:
    return _LEVELS if kind is K.ANNEX else _LEVELS[_LEVELS.index(kind) + 1 :]


def _of(kind: ProvisionKind, below: tuple[ProvisionKind, ...]) -> st.SearchStrategy[Provision]:
    children = st.lists(st.deferred(lambda: _provision(below)), max_size=2).map(tuple) if below else st.just(())
    return st.builds(Provision, st.just(kind), _NUMBERS, st.just(""), _WORDS, _PARAGRAPHS, children, st.just(0))


def _anchored(text: AgreementText) -> AgreementText:
    """``text`` with an anchor for each provision, and without words where it is repealed."""
    numbers = iter(range(1, 10_000))

    def anchored(provision: Provision) -> Provision:
        number = next(numbers)
        return replace(provision, anchor=f"m-{number}", children=tuple(map(anchored, provision.children)))

    return replace(text, provisions=tuple(map(anchored, text.provisions)))


@st.composite
def record_texts(draw: st.DrawFn) -> RecordText:
    """A text in one to three versions, whatever is known of its dates."""
    changes: dict[str, Any] = {
        "title": draw(_WORDS),
        "number": draw(_WORDS),
        "signed_on": draw(st.one_of(st.none(), edtf_dates())),
        "parties": draw(st.sampled_from(((Party("a"), Party("b")), (Party("a"), Party("a"))))),
        "events": draw(
            st.lists(st.builds(Event, st.sampled_from(EventKind), st.one_of(st.none(), edtf_dates())), max_size=2)
        ),
    }
    changes["events"] = tuple(changes["events"])
    drawn = st.builds(
        AgreementText,
        _PARAGRAPHS,
        _PARAGRAPHS,
        st.lists(_provision((*_LEVELS, K.ANNEX)), max_size=3).map(tuple),
        _PARAGRAPHS,
    ).map(_anchored)
    documents = st.lists(st.builds(AmendingDocument, _WORDS, st.just("https://khac.example/vb")), max_size=2)
    versions = tuple(
        TextVersion(
            number, draw(st.one_of(st.none(), edtf_dates())), draw(drawn), tuple(draw(documents)) if number > 1 else ()
        )
        for number in range(1, draw(st.integers(1, 3)) + 1)
    )
    anchors = [provision.anchor for version in versions for provision in version.text.walk()]
    changed = {anchor: draw(st.integers(1, len(versions))) for anchor in anchors[::2]}
    versions = tuple(
        replace(version, changed_in=tuple((anchor, min(number, version.number)) for anchor, number in changed.items()))
        for version in versions
    )
    language = draw(st.sampled_from(get_args(Language)))
    last: Edtf | None = draw(st.one_of(st.none(), edtf_dates()))
    return RecordText(record_of(agreement(id="x", **changes)), ADDRESS, language, versions, last)
