"""Reading agreements of different layouts, and what holds for any text."""

import re
import unicodedata
from collections import Counter
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.domain.model.provision import AgreementText, Provision, ProvisionKind
from bantin.domain.provisions.anchors import is_anchor, word_of
from bantin.domain.provisions.reading import read_text
from bantin.domain.provisions.writing import write_text

TEXTS = sorted((Path(__file__).parent / "texts").glob("*.txt"))
# Beginnings and parts of lines, right and wrong ones, of which agreements and what looks like them are made.
PIECES = (*(Path(__file__).parent / "lines.txt").read_text().splitlines(), "\u00a0\u200b")
LINES = st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=30)
ENDS = st.lists(st.sampled_from(("\n", "\n\n", "\r\n", " \n\t\n", " ")), min_size=30, max_size=30)
ANY_TEXT = st.builds(lambda lines, ends: "".join(map("".join, zip(lines, ends, strict=False))), LINES, ENDS)


def outline(text: AgreementText) -> list[str]:
    """The text as a list of lines: what stands before, each provision with its own words, and the closing."""
    lines = [f"= {one}" for one in text.preamble]
    lines += [f"§ {one}" for one in text.bases]
    lines += [f"→ {one}" for one in text.formula]
    for provision in text.provisions:
        lines += _provision(provision, "")
    return lines + [f". {one}" for one in text.closing]


def _provision(one: Provision, indent: str) -> list[str]:
    number = f"[{one.number}]" if one.number else ""
    head = " ".join(filter(None, (one.anchor, number, "bare" if one.bare else "", one.heading)))
    inner = [line for child in one.children for line in _provision(child, f"{indent}  ")]
    return [f"{indent}{head}", *(f"{indent}  | {paragraph}" for paragraph in one.paragraphs), *inner]


def without_lines(text: AgreementText) -> AgreementText:
    def bare(one: Provision) -> Provision:
        return msgspec.structs.replace(one, line=0, children=tuple(map(bare, one.children)))

    return msgspec.structs.replace(text, provisions=tuple(map(bare, text.provisions)))


def words(text: str) -> Counter[str]:
    plain = unicodedata.normalize("NFC", re.sub("[\u200b\ufeff\u00ad]", "", text))
    return Counter(re.findall(r"[^\W_]+", plain.casefold()))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_an_agreement_is_read(path: Path) -> None:
    text = read_text(path.read_text())
    assert outline(text) == path.with_suffix(".outline").read_text().splitlines()
    assert without_lines(read_text(write_text(text))) == without_lines(text)
    assert words(write_text(text)) == words(path.read_text())


def test_there_are_agreements_of_many_layouts() -> None:
    assert len(TEXTS) >= 8


@given(ANY_TEXT)
def test_what_was_written_is_read_again(source: str) -> None:
    text = read_text(source)
    assert without_lines(read_text(write_text(text))) == without_lines(text)


@given(ANY_TEXT)
def test_no_word_is_lost(source: str) -> None:
    assert words(write_text(read_text(source))) == words(source)


@given(ANY_TEXT)
def test_anchors_are_unique_and_have_their_form(source: str) -> None:
    anchors = [provision.anchor for provision in read_text(source).walk()]
    assert len(anchors) == len(set(anchors))
    assert all(map(is_anchor, anchors))


@given(ANY_TEXT, st.integers(1, 50))
def test_lines_follow_the_text(source: str, first: int) -> None:
    provisions = list(read_text(source, first).walk())
    lines = [provision.line for provision in provisions]
    assert lines == sorted(lines)
    texts = dict(enumerate(re.split("\r\n|\r|\n", source), start=first))
    numbered = [provision for provision in provisions if provision.number]
    assert all(one.number.split()[-1].lower() in texts[one.line].lower() for one in numbered)


@given(st.text())
def test_any_text_is_read(source: str) -> None:
    assert words(write_text(read_text(source))) == words(source)


@pytest.mark.parametrize(
    "line",
    [
        "Điều 5 Quy chế này quy định về việc phối hợp.",
        "điều 5. Trách nhiệm",
        "Theo Điều 5. Trách nhiệm",
        "“Điều 5. Trách nhiệm”",
        "> Điều 5. Trách nhiệm",
        "Điều khoản thi hành",
        "Điều 5.2 của Hợp đồng",
        "Mục tiêu",
        "Phần lớn các đơn vị",
        "Chương trình phối hợp",
        "1.1.2020",
        "10.000 đồng",
        "2012. Một năm",
        "a lô",
        "Article 5 of this Agreement applies.",
    ],
)
def test_no_provision_begins(line: str) -> None:
    (article,) = read_text(f"Điều 1. Một\nHai.\n{line}\n").provisions
    assert [one.paragraphs for one in article.walk()] == [("Hai.", line)]


@pytest.mark.parametrize(
    ("line", "anchor"),
    [
        ("Điều 5. Trách nhiệm", "dieu-5"),
        ("Điều 5: Trách nhiệm", "dieu-5"),
        ("Điều 5.Trách nhiệm", "dieu-5"),
        ("ĐIỀU 5 Trách nhiệm", "dieu-5"),
        ("Điều 05 – Trách nhiệm", "dieu-5"),
        ("Điều 5đ. Trách nhiệm", "dieu-5dd"),
        ("\t Điều\u00a05.\tTrách nhiệm", "dieu-5"),
        ("**Điều 5. Trách nhiệm**", "dieu-5"),
        ("**Điều 5**. Trách nhiệm", "dieu-5"),
        ("*Điều 5.* Trách nhiệm", "dieu-5"),
        ("_Điều 5. Trách nhiệm_", "dieu-5"),
        ("### Điều 5. Trách nhiệm", "dieu-5"),
        ("Chương V. Trách nhiệm", "chuong-5"),
        ("PHẦN MỘT. Trách nhiệm", "phan-1"),
        ("Phần thứ mười hai. Trách nhiệm", "phan-12"),
        ("CHƯƠNG XIX TRÁCH NHIỆM", "chuong-19"),
        ("Phụ lục số 2. Trách nhiệm", "phu-luc-2"),
        ("Appendix B: Responsibilities", "appendix-b"),
    ],
)
def test_a_provision_begins(line: str, anchor: str) -> None:
    (provision,) = read_text(line).provisions
    assert (provision.anchor, provision.heading.lower()) == (
        anchor,
        "responsibilities" if "Resp" in line else "trách nhiệm",
    )
    assert word_of(provision).kind is provision.kind


def test_the_line_of_a_provision_is_that_of_its_number() -> None:
    text = read_text("Mở đầu\r\n\r\nĐiều 1. X\r1. Y\n\n\na) Z\n", first_line=10)
    assert [one.line for one in text.walk()] == [12, 13, 16]


def test_points_of_vietnamese_letters_follow_each_other() -> None:
    letters = "abcdđeghiklmnopqrstuvxy"
    text = read_text("Điều 1. X\n1. Y:\n" + "".join(f"{letter}) mục {letter};\n" for letter in letters))
    points = [one for one in text.walk() if one.kind is ProvisionKind.POINT]
    assert "".join(one.number for one in points) == letters


def test_many_provisions_deep_and_long_are_read() -> None:
    articles = "".join(f"Điều {number}. X\n1. A\na) B\n" for number in range(1, 1_001))
    text = read_text(f"Phần I\nChương I\nMục 1\nTiểu mục 1\n{articles}Điều 1001. {'dài ' * 20_000}.\n")
    assert sum(1 for _ in text.walk()) == 4 + 3 * 1_000 + 1


def test_a_party_in_capitals_above_a_post_is_part_of_the_signatures() -> None:
    text = read_text("Điều 1. Hiệu lực\nTừ ngày ký.\n\nBỘ CÔNG AN\nBỘ TRƯỞNG\nTô Lâm\n")
    assert text.closing == ("BỘ CÔNG AN", "BỘ TRƯỞNG", "Tô Lâm")
    assert text.provisions[0].paragraphs == ("Từ ngày ký.",)
