"""Problems of the text of an agreement, and texts without problems."""

from pathlib import Path

import pytest
from hypothesis import given

from bantin.content.checks.provisions import LONGEST_PROVISION, MOST_PROVISIONS, check_provisions
from bantin.domain.model.provision import AgreementText, Provision, ProvisionKind
from bantin.domain.provisions.reading import read_text
from tests.domain.provisions.test_reading import ANY_TEXT, TEXTS

A3 = "Điều 1. A\n1. Một.\n2. Hai.\nĐiều 2. B\nĐiều 3. C\n"


def codes(text: str, clauses: int | None = None) -> list[tuple[str, int]]:
    found = check_provisions(read_text(text), "a.md", clauses=clauses)
    return [(problem.code, problem.location.line) for problem in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Điều 1. A\nĐiều 3. C", [("provision-missing", 2)]),
        ("Điều 2. A\nĐiều 3. C", [("provision-missing", 1)]),
        ("Điều 1. A\nĐiều 1. C", [("provision-twice", 2)]),
        ("Điều 1. A\nĐiều 2. B\nĐiều 3. C\nĐiều 2a. D", [("provision-out-of-order", 4)]),
        ("Điều 1. A\n2. x\n3. y", [("provision-missing", 2)]),
        ("Điều 1. A\n1. x\n1. y", [("provision-twice", 3)]),
        ("Điều 1. A\na) x\nb) y\nd) z", [("provision-missing", 4)]),
        ("Điều 1. A\na) x\nb) y\nc) z\nd) t\ne) u", [("provision-missing", 6)]),
        ("Điều 1. A\na) \nb) \nc) \nd) \nđ) \ne) \nf) \ng) ", [("unusual-point-letter", 8)]),
        ("Chương I\nA\nChương III\nB", [("provision-missing", 3)]),
        ("Phần I\nChương I\nPhần II\nChương III", [("provision-missing", 4)]),
        ("Article 1\n(a) x\n(c) y", [("provision-missing", 3)]),
        (f"{A3}Theo Điều 12 Quy chế này.", [("reference-to-no-provision", 5)]),
        (f"{A3}Theo khoản 3 Điều 1.", [("reference-to-no-provision", 5)]),
        (f"{A3}Theo khoản 3 Điều này.", [("reference-to-no-provision", 5)]),
        (f"{A3}Theo điểm a khoản 1 Điều 1 của Quy chế phối hợp này", [("reference-to-no-provision", 5)]),
        (f"{A3}Luật X có Điều 9; nhưng Điều 12 Quy chế này thì không.", [("reference-to-no-provision", 5)]),
        (f"{A3}Phụ lục I\nX\nĐiều 1. Y\nTheo Điều 5 Quy chế này.", [("reference-to-no-provision", 8)]),
        ("Article 1\nX\nSee Article 7 of this Agreement.", [("reference-to-no-provision", 1)]),
    ],
)
def test_what_is_doubtful_is_reported(text: str, expected: list[tuple[str, int]]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        A3,
        "Điều 1. A\nĐiều 1a. B\nĐiều 1b. C\nĐiều 2. D",
        "Phần I\nChương I\nChương II\nPhần II\nChương III",
        "Phần I\nChương I\nChương II\nPhần II\nChương I",
        "Điều 1. A\na) \nb) \nc) \nd) \nđ) \ne) \ng) \nh) ",
        "Article 1\n(a) \n(b) \n(c) \n(d) \n(e) \n(f) \n(g) ",
        "Điều 1. A\nPhụ lục I\nĐiều 1. B\nPhụ lục II\nĐiều 1. C",
        "Annex 1\nX\nAppendix 1\nY",
        f"{A3}Theo Điều 12 Luật Lưu trữ và Điều 1 Quy chế này.",
        f"{A3}Luật Lưu trữ quy định tại Điều 40, khoản 3 Điều 41.",
        f"{A3}Theo Điều 9 Quy chế số 01/QCPH đã ký, Điều 10.",
        f"{A3}Theo Điều 9 của văn bản đó.",
        f"{A3}Theo quy định tại Điều 9 Nghị định này.".replace("này", "trên"),
        f"{A3}Sửa đổi như sau: “Theo khoản 9 Điều này.”",
        "Điều 1. Sửa đổi Quy chế\n1. Khoản 9 Điều 8.\n2. Thay khoản 3 Điều 7.",
        "Điều 1. A\n1.1. x\n1.2. y\nĐiều 2. B\nTheo khoản 2 Điều 1 Quy chế này.",
        f"{A3}Trong khoản 5 nói trên, điều này là phần 9.",
        f"{A3}Phụ lục I\nX\nĐiều 1. Y\nTheo Điều 3 Quy chế này.",
        "1. Một\n2. Hai, theo Điều 7.",
        "Article 1\nX\nSee Article 7 of the Law.",
    ],
)
def test_what_is_right_or_may_be_is_not_reported(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    "path", [path for path in TEXTS if path.stem not in ("doubles", "english")], ids=lambda path: path.stem
)
def test_whole_agreements_have_no_problem(path: Path) -> None:
    assert codes(path.read_text()) == []


def test_the_stated_number_of_articles_is_compared() -> None:
    assert codes(f"{A3}Phụ lục\nĐiều 1. X", clauses=3) == []
    assert codes(A3, clauses=4) == [("articles-counted", 5)]
    assert codes("1. Một\n2. Hai", clauses=4) == []


def test_a_text_of_too_many_provisions_is_refused() -> None:
    point = Provision(ProvisionKind.POINT, "a", "dieu-1-diem-a")
    article = Provision(ProvisionKind.ARTICLE, "1", "dieu-1", children=(point,) * MOST_PROVISIONS)
    (problem,) = check_provisions(AgreementText(provisions=(article,)), "a.md")
    assert problem.code == "too-many-provisions"


def test_a_provision_that_is_too_long_is_refused() -> None:
    assert codes(f"Điều 1. A\n{'x ' * (LONGEST_PROVISION // 2)}.") == [("provision-too-long", 1)]
    assert codes(f"Điều 1. A\n1. {'x ' * (LONGEST_PROVISION // 4)}.\n2. {'x ' * (LONGEST_PROVISION // 4)}.") == []


def test_problems_of_one_kind_are_bounded() -> None:
    assert len(codes("Điều 1. A\n" * 1_000)) < 100


@given(ANY_TEXT)
def test_any_text_is_checked(source: str) -> None:
    for problem in check_provisions(read_text(source), "a.md", clauses=3):
        assert problem.message("vi")
        assert problem.message("en")
        assert problem.location.line <= source.count("\n") + source.count("\r") + 1
