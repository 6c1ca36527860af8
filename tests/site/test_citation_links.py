"""Links from citations to records and to a database of legal documents."""

import pytest
from msgspec.structs import replace

from bantin.index import Bulletin
from bantin.site.citation_links import database_address, linked_text, number_link
from bantin.site.facts import agreement_view
from bantin.site.views import AgreementView
from tests.index.contents import SITE, agreement, article, bulletin

LINKED = replace(SITE, legal_documents="https://laws.example.vn/{slug}")
RECORD = article("a", agreement=agreement(id="a", number="01/QCPH-A-B"))


def _pieces(text: str) -> list[tuple[str, str]]:
    return [(piece.label, piece.url) for piece in linked_text(text, [RECORD], LINKED)]


def test_a_citation_of_a_record_leads_to_it() -> None:
    (before, cited, behind) = _pieces("Theo Điều 5 Quy chế số 01/QCPH–A–B;")
    assert (before[0], cited[0], behind[0]) == ("Theo ", "Điều 5 Quy chế số 01/QCPH–A–B", ";")
    assert "a" in cited[1]
    assert (before[1], behind[1]) == ("", "")


def test_a_citation_of_a_legal_document_leads_to_the_database() -> None:
    assert ("Nghị định số 30/2020/NĐ-CP", "https://laws.example.vn/30-2020-nd-cp") in _pieces(
        "Căn cứ Nghị định số 30/2020/NĐ-CP;"
    )


@pytest.mark.parametrize(
    "text", ["Luật An ninh mạng", "Nghị định 30", "NĐ 30/2020", "Chỉ thị số 13-CT/TW", "Quy chế này"]
)
def test_what_is_not_certain_stays_text(text: str) -> None:
    assert _pieces(text) == [(text, "")]


def test_the_pieces_are_the_text() -> None:
    text = "A <b> Luật số 64/2025/QH15, Nghị định số 30/2020/NĐ-CP và 34/2016/NĐ-CP & C"
    assert "".join(label for label, _ in _pieces(text)) == text
    assert linked_text("", [], LINKED) == ()


@pytest.mark.parametrize(
    ("number", "address"),
    [
        ("30/2020/NĐ-CP", "https://x.vn/30%2F2020%2FN%C4%90-CP"),
        ("05/2019/TTLT-BCA-BQP", "https://x.vn/05%2F2019%2FTTLT-BCA-BQP"),
        ("06/QĐ-TTg", ""),
        ("232-QĐ/TW", ""),
        ("", ""),
    ],
)
def test_numbers_are_quoted_in_addresses(number: str, address: str) -> None:
    assert database_address(number, "https://x.vn/{number}") == address


def test_zeros_before_a_number_stay_in_its_address() -> None:
    assert database_address("05/2019/TTLT-BCA-BQP", "https://x.vn/{slug}") == "https://x.vn/05-2019-ttlt-bca-bqp"


def test_a_document_is_linked_by_its_number_alone() -> None:
    link = number_link("Luật", "37/2018/QH14", [], LINKED)
    assert link is not None
    assert (link.url, link.external) == ("https://laws.example.vn/37-2018-qh14", True)
    assert number_link("Luật", "37/2018/QH14", [], SITE) is None


def _view(record_id: str, shown: Bulletin) -> AgreementView:
    return agreement_view(shown.register.by_id[record_id], (), (), (), shown.directory)


def test_a_record_tells_which_others_cite_it() -> None:
    citing = article("b", agreement=agreement(id="b", legal_basis=("Quy chế số 01/QCPH-A-B",)))
    shown = bulletin(RECORD, citing)
    assert [one.title for one in _view("a", shown).cited_by] == [citing.title]
    assert _view("b", shown).cited_by == ()
    assert [piece.linked for basis in _view("b", shown).legal_basis for piece in basis] == [True]
