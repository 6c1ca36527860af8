"""Length, review, force and relations of an agreement in news."""

import pytest

from bantin.importing.facts.model import RelationFacts, ReviewFacts
from bantin.importing.facts.signing.telling import Sentence, sentences_of
from bantin.importing.facts.signing.terms import (
    basis_in,
    clauses_in,
    effective_in,
    effective_words,
    expires_in,
    relation_in,
    review_of,
)
from tests.importing.facts.measure import paragraphs
from tests.importing.names import sample_names


def sentence(text: str) -> Sentence:
    (found,) = sentences_of(paragraphs(text), sample_names())
    return found


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Quy chế gồm 9 điều.", 9),
        ("Quy chế phối hợp có 5 chương, 18 điều.", 18),
        ("Quy chế gồm ba chương và mười hai điều.", 12),
        ("Luật gồm 9 điều, Quy chế thì không.", None),
        ("Năm điều Bác Hồ dạy có trong Quy chế.", None),
        ("Quy chế có 2 điều kiện.", None),
    ],
)
def test_articles_are_counted_where_the_agreement_has_them(text: str, count: int | None) -> None:
    assert clauses_in(sentence(text)) == count


@pytest.mark.parametrize(
    ("text", "review"),
    [
        ("Hằng năm, hai bên sơ kết, luân phiên chủ trì.", ReviewFacts("P1Y", rotating=True)),
        ("Hàng năm hai bên đánh giá.\nHai bên luân phiên chủ trì.", ReviewFacts("P1Y")),
        ("Hàng năm hai bên đánh giá. Hai bên luân phiên chủ trì.", ReviewFacts("P1Y", rotating=True)),
        ("Định kỳ 6 tháng, các bên họp giao ban.", ReviewFacts("P6M")),
        ("Sơ kết 1 năm/lần, tổng kết 5 năm/lần.", ReviewFacts("P1Y")),
    ],
)
def test_the_review_has_its_period_and_chair(text: str, review: ReviewFacts) -> None:
    found = review_of(sentences_of(paragraphs(text), sample_names()))
    assert found
    assert found.value == review


@pytest.mark.parametrize(
    "text",
    [
        "Hai bên thường xuyên sơ kết.",
        "Hằng năm, hai bên gặp mặt.",
        "Sơ kết hằng quý và hằng năm.",
        "Hằng năm đều tốt, hội nghị sơ kết kết luận.",
        "Hai đơn vị họp; hằng năm Kho bạc tổng kết công tác kho quỹ.",
        "Đồng chí An đề nghị hằng năm hai bên sơ kết.",
        "Hai bên luân phiên chủ trì hội thảo mỗi năm một lần.",
        "Hai bên 6 tháng sơ kết, 1 năm tổng kết.",
    ],
)
def test_a_review_without_one_period_stays_open(text: str) -> None:
    assert review_of(sentences_of(paragraphs(text), sample_names())) is None


def test_force_begins_on_the_day_that_is_told_or_that_of_the_signing() -> None:
    assert effective_in(sentence("Quy chế có hiệu lực thi hành từ ngày 01/07/2018."), "2018-06-29") == "2018-07-01"
    assert effective_in(sentence("Quy chế có hiệu lực kể từ ngày ký."), "2018-06-29") == "2018-06-29"
    assert effective_words(sentence("Quy chế có hiệu lực kể từ ngày ký.")) == "kể từ ngày ký"


def test_force_from_a_signing_of_unknown_year_stays_open() -> None:
    assert effective_in(sentence("Quy chế có hiệu lực kể từ ngày ký."), "XXXX-08-18") == ""
    assert effective_in(sentence("Quy chế có hiệu lực kể từ ngày ký."), "") == ""
    assert effective_in(sentence("Quy chế có hiệu lực từ ngày ký kết hợp đồng."), "2018-06-29") == ""


def test_the_force_of_a_law_is_not_that_of_the_agreement() -> None:
    assert effective_in(sentence("Luật có hiệu lực từ ngày 01/07/2018."), "") == ""
    assert expires_in(sentence("Luật có hiệu lực đến hết ngày 01/07/2018.")) == ""


def test_force_ends_on_the_last_day_that_is_told() -> None:
    assert expires_in(sentence("Quy chế có hiệu lực đến hết ngày 31/12/2022.")) == "2022-12-31"
    assert expires_in(sentence("Quy chế có thời hạn 5 năm.")) == ""


def test_an_agreement_that_is_replaced_has_number_and_day() -> None:
    text = "Quy chế này thay thế Quy chế phối hợp số 02/QC-BTC-BCA ngày 15/12/2009."
    found = RelationFacts("replaces", "Quy chế phối hợp", "02/QC-BTC-BCA", "2009-12-15")
    assert relation_in(sentence(text)) == found


def test_a_relation_without_a_number_stays_open() -> None:
    assert relation_in(sentence("Quy chế này thay thế Quy chế phối hợp cũ.")) is None


def test_the_legal_basis_is_what_the_text_calls_so() -> None:
    found = basis_in(sentence("Căn cứ Luật Hải quan số 54/2014/QH13, hai bên ban hành Quy chế."))
    assert found == ("Luật Hải quan số 54/2014/QH13",)
    assert basis_in(sentence("Luật Hải quan số 54/2014/QH13 có hiệu lực.")) == ()
