"""Citations of legal documents and agreements, on annotated sentences and on any text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.domain.text.citations import find_citations
from bantin.domain.text.instruments import InstrumentKind
from benchmarks.citations import CORPORA, Sentence, score, sentences

_PIECES = re.split(
    r"\|",
    "Điều 5|khoản 2|điểm đ|các|từ|đến|và|,|;|(|)|/|-|–|này|số|No.|Luật|sửa đổi, bổ sung|Nghị định|NĐ|QĐ|30/2020/NĐ-CP"
    "|30/2020|30|năm 2018|ngày 31/2/2020|\n|ngày 20 tháng 11 năm 2012|của Chính phủ|An ninh mạng|Quy chế phối hợp giữa"
    "|this|Article 5|of",
)
_TYPED = st.lists(st.sampled_from(_PIECES), max_size=20)


@pytest.mark.parametrize("name", CORPORA)
def test_citations_are_found_as_officials_write_them(name: str) -> None:
    result = score(sentences(CORPORA[name]))
    assert result.precision >= 0.985 if name == "held out" else result.precision >= 0.99
    assert result.recall >= 0.9


def test_the_corpus_is_large_enough_to_tell() -> None:
    annotated = tuple(sentences(CORPORA["made with"]))
    assert sum(len(one.citations) for one in annotated) >= 300
    assert sum(not one.citations for one in annotated) >= 150


def test_what_tells_anything_else_counts_as_wrong() -> None:
    text = "Nghị định số 30/2020/NĐ-CP"
    result = score([Sentence(text, ("0-26 decree 30/2021/NĐ-CP",)), Sentence(text, ())])
    assert (result.expected, result.found, result.right) == (1, 2, 0)


def test_a_citation_tells_who_issued_the_document() -> None:
    behind, before = find_citations(
        "Quyết định số 06/QĐ-TTg ngày 06/01/2022 của Thủ tướng Chính phủ; Nghị định của Chính phủ số 30/2020/NĐ-CP"
    )
    assert (behind.body, before.body) == ("Thủ tướng Chính phủ", "Chính phủ")


def test_blanks_that_do_not_break_are_blanks() -> None:
    (found,) = find_citations("Nghị định số\u00a030/2020/NĐ-CP ngày\u00a005 tháng\u00a03 năm\u00a02020")
    assert (found.kind, found.number, str(found.date)) == (InstrumentKind.DECREE, "30/2020/NĐ-CP", "2020-03-05")


def test_a_day_that_does_not_exist_is_no_date() -> None:
    (found,) = find_citations("Nghị định số 30/2020/NĐ-CP ngày 31/02/2020")
    assert found.date is None


@given(st.one_of(st.text(), _TYPED.map(" ".join), _TYPED.map("".join)))
def test_citations_lie_within_the_text_and_do_not_overlap(text: str) -> None:
    end = 0
    for found in find_citations(text):
        assert end <= found.start < found.end <= len(text)
        assert found.own or found.number or found.name or found.kind is InstrumentKind.CONSTITUTION
        end = found.end


@pytest.mark.parametrize(
    "piece",
    ["1", "/", "1/", "30/2020/", "A-", "NĐ-", "Luật ", "Luật sửa đổi ", "Điều 5 ", "khoản 1, ", "Điều ", " ", "số "],
)
def test_long_runs_are_searched_to_their_end(piece: str) -> None:
    (*_, last) = find_citations(f"{piece * 4_000}; Nghị định số 30/2020/NĐ-CP")
    assert last.number == "30/2020/NĐ-CP"
