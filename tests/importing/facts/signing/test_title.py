"""Titles of agreements in sentences that tell of their signing."""

import pytest

from bantin.importing.facts.signing.telling import sentences_of
from bantin.importing.facts.signing.title import titles_in
from tests.importing.facts.measure import paragraphs
from tests.importing.names import sample_names


def titles(text: str) -> list[str]:
    return [one.title for sentence in sentences_of(paragraphs(text), sample_names()) for one in titles_in(sentence)]


@pytest.mark.parametrize(
    "behind",
    [
        ".",
        ", nhằm tăng cường phối hợp.",
        " được ký tại Hà Nội.",
        " tại Hà Nội.",
        " vào chiều 24/11.",
        " giữa Bộ Công an và Bộ Y tế.",
        ", Thượng tướng Lê Văn An cho biết",
        " dưới sự chủ trì của lãnh đạo hai bộ.",
        " (gọi tắt là Quy chế).",
        ", thay thế Quy chế phối hợp số 01/QCPH-BCA-BYT.",
    ],
)
def test_a_title_ends_where_other_words_begin(behind: str) -> None:
    found = titles(f"Hai bên ký Quy chế phối hợp về bảo đảm an ninh, trật tự{behind}")
    assert found[0] == "Quy chế phối hợp về bảo đảm an ninh, trật tự"


def test_a_title_in_quotation_marks_is_whole() -> None:
    text = "ký Chương trình phối hợp “Vì biển, đảo; vì dân” giai đoạn 2018 - 2020 tại Hà Nội"
    assert titles(text) == ["Chương trình phối hợp “Vì biển, đảo; vì dân” giai đoạn 2018 - 2020"]


def test_a_number_stands_apart() -> None:
    (sentence,) = sentences_of(paragraphs("ký Quy chế phối hợp số 01 / QCPH–BCA-BYT về pháp y."), sample_names())
    (found,) = titles_in(sentence)
    assert (found.type, found.number, found.title) == (
        "Quy chế phối hợp",
        "01/QCPH-BCA-BYT",
        "Quy chế phối hợp về pháp y",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Hai bên ký Quy chế phối hợp.",
        "Ký Quy chế phối hợp giữa hai đơn vị.",
        "Hai bên ký Quy chế, hai đơn vị cần phối hợp.",
        "Quy chế phối hợp quy định nguyên tắc chung.",
        "Quy chế phối hợp xác định phạm vi điều chỉnh.",
        "Theo đó, Quy chế xác định phạm vi điều chỉnh.",
    ],
)
def test_a_kind_without_a_subject_is_no_title(text: str) -> None:
    assert titles(text) == [""]


@pytest.mark.parametrize("text", ["thay thế Quy chế phối hợp về pháp y", "theo tinh thần Quy chế phối hợp cũ", "Luật"])
def test_another_document_is_not_the_agreement(text: str) -> None:
    assert titles(text) == []


def test_a_title_keeps_the_number_of_a_document_that_it_names() -> None:
    title = "Quy chế phối hợp sửa đổi, bổ sung một số điều của Quy chế phối hợp số 05/QCPH-A03-CYĐ ngày 01/9/2018"
    assert titles(f"Hai bên ký {title}.")[0] == title
    assert titles("Hai bên ký Quy chế phối hợp về bảo vệ rừng số 05/QCPH-A-B.")[0] == "Quy chế phối hợp về bảo vệ rừng"


def test_a_comma_before_a_clause_ends_a_title() -> None:
    assert (
        titles("Hai bên ký Quy chế phối hợp về bảo vệ rừng, phóng viên đã hỏi.")[0] == "Quy chế phối hợp về bảo vệ rừng"
    )
