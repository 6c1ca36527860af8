"""The meaning of a name: the only thing with exactly this name, marks included; never a similar one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.content.name_lookup import Names, agency_key, agency_names, in_names, named, record_key, record_names
from bantin.domain.model import Agency, Agreement, Article, DatedName, Label, Outline, Term
from tests.content.strategies import bounded
from tests.domain.text.strategies import phrases

AGENCIES = (
    Agency(
        "bo-cong-an",
        "content/agencies/bo-cong-an.yml",
        Label("Bộ Công an", "Ministry of Public Security"),
        former_names=(DatedName(Label("Bộ Nội vụ cũ")),),
        abbreviations=("BCA",),
        aliases=("Bộ CA",),
    ),
    Agency("bo-noi-vu", "content/agencies/bo-noi-vu.yml", Label("Bộ Nội vụ"), abbreviations=("BNV",)),
    Agency("bo-van-hoa", "content/agencies/bo-van-hoa.yml", Label("Bộ Văn hóa, Thể thao và Du lịch")),
)
NAMES = Names(frozenset(one.id for one in AGENCIES), lambda: agency_names(AGENCIES), agency_key)
AGREEMENT = Agreement("qc-2012", "quy-che", (), (), title="Quy chế 2012", number="01/QCPH-BCA-VPQH")
UNNUMBERED = Agreement("cu", "quy-che", (), ())
RECORDS = (
    Article("content/articles/2012/bai.md", "dia-chi", 2012, "Lễ ký", Outline(), agreement=AGREEMENT),
    Article(
        "content/articles/undated/cu/index.md", "cu", None, "Bài cũ", Outline(), agreement=Agreement("cu", "x", (), ())
    ),
    Article("content/articles/2013/tin.md", "tin", 2013, "Tin", Outline()),
)
BASE = "https://bantin.example/"
RECORD_NAMES = Names(frozenset({"qc-2012", "cu"}), lambda: record_names(RECORDS), record_key(BASE))


@pytest.mark.parametrize(
    "name",
    ["bo-cong-an", "BO-CONG-AN", "Bộ Công an", "BỘ CÔNG AN", "bộ  công an", "BCA", "bca", "Bộ CA", "Bộ Nội vụ cũ",
     "ministry of public security", "bo-cong-an.yml", "agencies/bo-cong-an.yml", "/agencies/bo-cong-an.yml",
     "/co-quan/bo-cong-an/"],
)  # fmt: skip
def test_an_agency_is_known_by_all_its_names(name: str) -> None:
    assert NAMES.meanings(name) == ("bo-cong-an",)


@pytest.mark.parametrize("name", ["Bo Cong an", "Bộ Cộng an", "Bộ", "BCB", "bo-cong-anh", "", "…", "bo-cong-an.yml/y"])
def test_what_resembles_a_name_is_not_it(name: str) -> None:
    assert NAMES.meanings(name) == ()


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("Bo Cong an", "bo-cong-an"),
        ("Bộ Công ann", "bo-cong-an"),
        ("Bộ Công an (BCA)", "bo-cong-an"),
        ("bo-cong-na", "bo-cong-an"),
        ("bo_noi_vu", "bo-noi-vu"),
        ("BCT", None),
        ("BNG", None),
        ("BN", None),
        ("Bộ Công thương", None),
        ("bo-quoc-phong", None),
        ("Bộ Ngoại vụ", None),
    ],
)
def test_only_what_is_truly_near_is_suggested(typed: str, near: str | None) -> None:
    assert NAMES.near(typed) == near


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("bo-cong-an; bo-noi-vu", ("bo-cong-an", "bo-noi-vu")),
        ("BCA và Bộ Nội vụ", ("bo-cong-an", "bo-noi-vu")),
        ("BCA - BNV", ("bo-cong-an", "bo-noi-vu")),
        ("BCA; Bộ Lạ", ()),
        ("Bộ Lạ", ()),
    ],
)
def test_several_names_in_one_are_known_as_that(text: str, ids: tuple[str, ...]) -> None:
    assert NAMES.joined(text) == ids


def test_a_name_of_two_means_both() -> None:
    terms = (Term("a", Label("Kế hoạch")), Term("b", Label("KẾ HOẠCH", "Plan")))
    names = named(terms)
    assert names.meanings("kế hoạch") == ("a", "b")
    assert names.meanings("a") == ("a",)
    assert names.listed(names.meanings("kế hoạch")) == "a (Kế hoạch), b (KẾ HOẠCH)"
    assert names.spellings() == {"plan": "b"}


@pytest.mark.parametrize(
    "name",
    ["01/QCPH-BCA-VPQH", "Số 01/QCPH-BCA-VPQH", "01 / qcph – bca – vpqh", "bai.md", "2012/bai.md", "bai", "dia-chi",
     "/bai-viet/2012/dia-chi/", f"{BASE}bai-viet/2012/dia-chi/", "/en/articles/2012/dia-chi/",
     "content/articles/2012/bai.md", "../2012/bai.md", "Quy chế 2012", "lễ ký", "2012/bai/index.md"],
)  # fmt: skip
def test_a_record_is_known_by_its_number_its_titles_its_file_and_its_address(name: str) -> None:
    assert RECORD_NAMES.meanings(name) == ("qc-2012",)


@pytest.mark.parametrize(
    "name", ["undated/cu", "content/articles/undated/cu/index.md", "/bai-viet/khong-ro-ngay/cu/", "Bài cũ", "cu/"]
)
def test_a_record_without_a_date_is_known_too(name: str) -> None:
    assert RECORD_NAMES.meanings(name) == ("cu",)


@pytest.mark.parametrize(
    "name",
    ["2013/bai.md", "tin.md", "https://khac.example/bai-viet/2012/dia-chi/", "/co-quan/2012/bai/",
     "02/QCPH-BCA-VPQH", "/", ".md"],
)  # fmt: skip
def test_what_is_not_there_is_no_record(name: str) -> None:
    assert RECORD_NAMES.meanings(name) == ()


@bounded
@given(st.lists(phrases, min_size=1, max_size=5, unique=True), st.randoms())
def test_a_label_means_its_term_in_any_case(labels: list[str], random: object) -> None:
    names = named(tuple(Term(f"t-{number}", Label(label)) for number, label in enumerate(labels)))
    for number, label in enumerate(labels):
        for typed in (label, label.upper(), f" {label} "):
            assert f"t-{number}" in names.meanings(typed)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("bo-cong-an, bo-noi-vu", ["bo-cong-an", "bo-noi-vu"]),
        ("BCA; BNV", ["BCA", "BNV"]),
        ("BCA, Bộ Văn hóa, Thể thao và Du lịch, BNV", ["BCA", "Bộ Văn hóa, Thể thao và Du lịch", "BNV"]),
        ("Bộ X, Y", ["Bộ X", "Y"]),
        (" , ,", []),
    ],
)
def test_names_in_one_line_are_distinguished(text: str, parts: list[str]) -> None:
    assert list(in_names(text, NAMES)) == parts


def test_names_are_gathered_only_if_one_is_asked_for() -> None:
    def fail() -> list[tuple[str, str]]:
        raise AssertionError

    assert Names(frozenset({"a"}), fail).meanings("a") == ("a",)
