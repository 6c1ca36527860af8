"""VALIDATE: an agency's file."""

import pytest
from hypothesis import given

from bantin.domain.model import (
    Agency,
    Contact,
    DatedName,
    Label,
    Level,
    Position,
    Reference,
    ReferenceTarget,
    Succession,
)
from bantin.domain.text.dates import Edtf
from tests.content.readings import AGENCY, assert_well_told, read_agency_file, told
from tests.content.strategies import any_file, bounded

WHOLE = """\
name: {vi: Bộ Khoa học và Công nghệ, en: Ministry of Science and Technology}
former_names:
  - {name: Ủy ban Khoa học Nhà nước, since: 1959, until: 1992-09}
abbreviations: [KHCN, MOST]
aliases: Bộ KH&CN
parent: chinh-phu
level: Central
website: https://most.example.vn/
contact:
  address: 113 Trần Duy Hưng, Hà Nội
  phone: 024.3943
  email: bo@most.example.vn
predecessors:
  - bo-thong-tin
  - {agency: uy-ban-khoa-hoc, on: 1992-10}
successors: [bo-moi]
"""


def test_the_name_is_all_that_an_agency_needs() -> None:
    checked = read_agency_file("name: Cơ quan\n")
    assert checked.problems == ()
    name = Reference(ReferenceTarget.KEY, "name", Position(1, 7, 7))
    assert checked.value == Agency("co-quan", AGENCY, Label("Cơ quan"), references=(name,))


def test_an_agency_may_be_a_draft() -> None:
    checked = read_agency_file("name: Cơ quan\ndraft: true\n")
    assert checked.problems == ()
    assert checked.value
    assert checked.value.draft


def test_everything_that_a_file_says_is_taken_over() -> None:
    checked = read_agency_file(WHOLE)
    assert checked.problems == ()
    assert checked.value == Agency(
        id="co-quan",
        path=AGENCY,
        name=Label("Bộ Khoa học và Công nghệ", "Ministry of Science and Technology"),
        former_names=(DatedName(Label("Ủy ban Khoa học Nhà nước"), Edtf(1959), Edtf(1992, 9)),),
        abbreviations=("KHCN", "MOST"),
        aliases=("Bộ KH&CN",),
        parent="chinh-phu",
        level=Level.CENTRAL,
        website="https://most.example.vn/",
        contact=Contact("113 Trần Duy Hưng, Hà Nội", "024.3943", "bo@most.example.vn"),
        predecessors=(Succession("bo-thong-tin"), Succession("uy-ban-khoa-hoc", Edtf(1992, 10))),
        successors=(Succession("bo-moi"),),
        references=(
            Reference(ReferenceTarget.AGENCY, "chinh-phu", Position(6, 9, 9)),
            Reference(ReferenceTarget.KEY, "name", Position(1, 1, 4)),
            Reference(ReferenceTarget.KEY, "website", Position(8, 10, 24)),
            Reference(ReferenceTarget.AGENCY, "bo-thong-tin", Position(14, 5, 12)),
            Reference(ReferenceTarget.AGENCY, "uy-ban-khoa-hoc", Position(15, 14, 15)),
            Reference(ReferenceTarget.AGENCY, "bo-moi", Position(16, 14, 6)),
        ),
    )


@pytest.mark.parametrize("stem", ["a", "bo-cong-an", "v03", "113"])
def test_the_file_name_is_the_id(stem: str) -> None:
    agency = read_agency_file("name: x\n", f"content/agencies/{stem}.yml").value
    assert agency is not None
    assert agency.id == stem


@pytest.mark.parametrize(
    ("stem", "slug"),
    [
        ("Bộ Công an", "bo-cong-an"),
        ("Đ", "d"),
        ("bo_cong_an", "bo-cong-an"),
        ("bo--cong-an", "bo-cong-an"),
        ("-bo", "bo"),
        ("bo.cong-an", "bo-cong-an"),
        ("___", "ten-co-quan"),
    ],
)
def test_a_file_name_that_cannot_be_an_id_is_refused_with_one_that_can(stem: str, slug: str) -> None:
    checked = read_agency_file("name: x\nlevel: xa\n", f"content/agencies/{stem}.yml")
    assert checked.value is None
    assert told(checked.problems) == ["0:0+1 bad-agency-file-name", "2:8+2 bad-choice"]
    (problem,) = (problem for problem in checked.problems if problem.code == "bad-agency-file-name")
    assert dict(problem.values) == {"name": stem, "slug": slug}


def test_an_agency_whose_file_name_is_no_id_is_none() -> None:
    checked = read_agency_file("name: x\n", "content/agencies/Bộ.yml")
    assert checked.value is None
    assert told(checked.problems) == ["0:0+1 bad-agency-file-name"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("aliases: [x]\n", "1:1+1 missing-key"),
        ("name: {fr: x}\n", "1:1+4 bad-choice"),
        ("name: [x]\n", "1:1+4 expected-text"),
        ("name: x\ntên: y\n", "2:1+3 unknown-key"),
        ("name: x\nlevel: xa\n", "2:8+2 bad-choice"),
        ("name: x\nwebsite: javascript:alert(1)\n", "2:10+19 bad-url"),
        ("name: x\nformer_names: [{since: 2010}]\n", "2:16+1 missing-key"),
        ("name: x\nformer_names: [{name: y, since: hôm qua}]\n", "2:33+7 bad-date"),
        ("name: x\nsuccessors: [{agency: y, on: 2020-13}]\n", "2:30+7 impossible-date"),
        ("name: x\nsuccessors: y\n", "2:13+1 expected-list"),
        ("name: x\ncontact: {phone: [1]}\n", "2:11+5 expected-text"),
    ],
)
def test_what_is_wrong_in_a_file_is_reported_at_its_place(text: str, problem: str) -> None:
    checked = read_agency_file(text)
    assert checked.value is None
    assert told(checked.problems) == [problem]


@bounded
@given(any_file(WHOLE, "name: Cơ quan\n"))
def test_any_bytes_are_an_agency_or_refused_with_a_reason(data: bytes) -> None:
    checked = read_agency_file(data)
    assert checked.value is not None or checked.problems
    assert_well_told(checked.problems, data, AGENCY)
