"""Who signed what, in which capacity."""

import pytest

from bantin.domain.model import OnBehalf, Person, Signatory
from bantin.site.register import signers
from bantin.site.views import ArticleView, IndexView, LinkView, SignerView
from tests.index.contents import bulletin
from tests.site.plans import pages_of, view_at
from tests.site.register.records import record, signed_by

MADE = bulletin(
    record("cu", signed="2010", signatories=signed_by("Nguyễn Văn Anh", rank="Đại tá", position="Phó Cục trưởng")),
    record(
        "moi",
        signed="2020",
        signatories=(Signatory(Person("Nguyễn văn Anh", position="Cục trưởng"), "b", OnBehalf.TM),),
    ),
)


def test_signers_stand_in_an_index_by_their_given_names() -> None:
    made = bulletin(record("bai", signatories=signed_by("Vũ Đan", "Lê Dũng", "Nguyễn Đan", "An")))
    view = view_at(made, "nguoi-ky/", IndexView)
    assert [(letter, [link.label for link in links]) for letter, _, links in view.groups] == [
        ("A", ["An"]),
        ("D", ["Lê Dũng"]),
        ("Đ", ["Nguyễn Đan", "Vũ Đan"]),
    ]


def test_the_page_of_a_name_has_everything_signed_under_it_as_of_its_day() -> None:
    view = view_at(MADE, "nguoi-ky/nguyen-van-anh/", SignerView)
    assert (view.title, view.total) == ("Nguyễn văn Anh", 2)
    assert [(one.row.url, one.person.name, one.person.rank, one.person.position) for one in view.signings] == [
        ("bai-viet/2020/moi/", "Nguyễn văn Anh", "", "Cục trưởng"),
        ("bai-viet/2020/cu/", "Nguyễn Văn Anh", "Đại tá", "Phó Cục trưởng"),
    ]
    assert [(one.person.party, one.person.capacity) for one in view.signings] == [
        ("Cơ quan B", "TM. (thay mặt)"),
        ("Cơ quan A", ""),
    ]


def test_whom_somebody_signed_for_may_not_be_known() -> None:
    unknown = (Signatory(Person("Đặng Ăn")),)
    made = bulletin(record("mot", signatories=unknown), record("hai", signatories=unknown))
    view = view_at(made, "nguoi-ky/dang-an/", SignerView)
    assert [one.person.party for one in view.signings] == ["", ""]


TWICE = (Signatory(Person("Lê A"), "a"), Signatory(Person("Lê A"), "b"))


def test_who_signs_an_agreement_twice_has_signed_one() -> None:
    made = bulletin(record("hai", signed="2012", signatories=TWICE), record("mot", signatories=signed_by("Lê A")))
    view = view_at(made, "nguoi-ky/le-a/", SignerView)
    assert (view.total, [one.person.party for one in view.signings]) == (2, ["Cơ quan A", "Cơ quan B", "Cơ quan A"])
    ((_, _, links),) = view_at(made, "nguoi-ky/", IndexView).groups
    assert links == (LinkView("Lê A", "nguoi-ky/le-a/", 2),)


def test_who_has_signed_one_agreement_leads_to_it_and_has_no_page() -> None:
    made = bulletin(record("bai", title="Quy chế rừng", signatories=TWICE))
    ((_, _, links),) = view_at(made, "nguoi-ky/", IndexView).groups
    assert links == (LinkView("Lê A", "bai-viet/2020/bai/", 1, item="Quy chế rừng"),)
    assert "nguoi-ky/le-a/" not in pages_of(made)
    own = view_at(made, "bai-viet/2020/bai/", ArticleView).agreement
    assert own
    assert [one.link for one in own.signatories] == [None, None]


def test_a_name_that_cannot_be_spelt_in_an_address_has_no_page() -> None:
    made = bulletin(record("bai", signatories=signed_by("…")))
    assert [url for url in pages_of(made) if url.startswith("nguoi-ky/")] == ["nguoi-ky/"]


def test_a_busy_signer_has_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signers, "PAGE_SIZE", 1)
    view = view_at(MADE, "nguoi-ky/nguyen-van-anh/trang/2/", SignerView)
    assert view.title == "Nguyễn văn Anh – trang 2"
    assert [one.row.url for one in view.signings] == ["bai-viet/2020/cu/"]


def test_signers_whose_names_differ_in_marks_are_two_and_the_plain_address_leads_to_each() -> None:
    made = bulletin(
        record("mot", signed="2010", signatories=signed_by("Lê Hùng")),
        record("ba", signed="2009", signatories=signed_by("Lê Hùng")),
        record("hai", signed="2020", signatories=signed_by("Lê Hưng")),
    )
    view = view_at(made, "nguoi-ky/le-hung--lee-hufng/", SignerView)
    assert [one.row.url for one in view.signings] == ["bai-viet/2020/mot/", "bai-viet/2020/ba/"]
    ((_, _, links),) = view_at(made, "nguoi-ky/", IndexView).groups
    assert links == (
        LinkView("Lê Hùng", "nguoi-ky/le-hung--lee-hufng/", 2),
        LinkView("Lê Hưng", "bai-viet/2020/hai/", 1, item="Bài hai"),
    )
    shared = view_at(made, "nguoi-ky/le-hung/", IndexView)
    assert shared.groups == (("", "", links),)
    own = view_at(made, "bai-viet/2020/mot/", ArticleView).agreement
    assert own
    assert [one.link for one in own.signatories] == [LinkView("Lê Hùng", "nguoi-ky/le-hung--lee-hufng/")]
