"""Sentences about one of several agreements."""

from bantin.importing.facts.signing.acts import acts_in
from bantin.importing.facts.signing.first import acts_of_first
from bantin.importing.facts.signing.telling import sentences_of
from tests.importing.facts.measure import paragraphs
from tests.importing.names import sample_names

HEADLINE = "Sở Tư pháp tỉnh Bến Tre ký kết Quy chế phối hợp với hai ngành"
FIRST = "Sở Tư pháp tỉnh Bến Tre và Cục Thuế tỉnh Bến Tre ký Quy chế phối hợp về công chứng."


def first_of(*lines: str) -> list[str]:
    telling = sentences_of(paragraphs("\n".join(lines)), sample_names())
    return [one.text for one in acts_of_first(acts_in(telling), telling[0])]


def test_all_sentences_about_one_agreement_count() -> None:
    signed = "Đại diện hai bên ký Quy chế phối hợp."
    assert first_of(HEADLINE, FIRST, signed) == [FIRST, signed, HEADLINE]


def test_an_agreement_between_others_does_not_count() -> None:
    other = "Sở Tư pháp và Công an tỉnh Bến Tre ký Quy chế phối hợp về lý lịch tư pháp."
    assert first_of(HEADLINE, FIRST, other) == [FIRST]


def test_an_agreement_of_another_kind_does_not_count() -> None:
    other = "Sở Tư pháp và Cục Thuế ký Kế hoạch phối hợp số 05/KHPH-STP-CT."
    assert first_of(HEADLINE, FIRST, other) == [FIRST]
