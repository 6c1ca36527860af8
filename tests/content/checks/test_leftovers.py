"""Leftovers in a file are reported at their place, unless it is a draft or the editor has confirmed them."""

from pathlib import Path

import pytest

from bantin.content.checks.leftovers import check_personal
from bantin.domain.text.leftovers import SAMPLES
from bantin.scaffold import NewBulletin, bulletin_files
from tests.bulletins import ARTICLE, COMPLETE, TODAY, codes_of, problems_of, write

BAI = "content/articles/2020/bai.md"
WORK = "Nội dung.\n\nTODO: hỏi ông A, 0912 345 678\n\n[điền tên]\n"


def left(root: Path, text: str) -> list[str]:
    return [
        f"{problem.location.line}:{problem.location.column} {problem.code}"
        for problem in problems_of(write(root, COMPLETE, {BAI: text}))
    ]


def test_each_place_is_reported(tmp_path: Path) -> None:
    text = ARTICLE.replace("Nội dung.\n", WORK).replace("lead: Sa-pô.", "lead: TODO viết sa-pô")
    assert left(tmp_path, text) == [
        "4:7 unfinished",
        "19:1 unfinished",
        "19:18 personal-number",
        "21:1 placeholder",
    ]


def test_a_draft_is_work(tmp_path: Path) -> None:
    text = ARTICLE.replace("Nội dung.\n", WORK).replace("lead: Sa-pô.", "lead: TODO viết sa-pô\ndraft: true")
    assert left(tmp_path, text) == []


@pytest.mark.parametrize("said", ["[0912 345 678]", "[0912.345.678]", "['+84912345678']", "[0987654321, 0912345678]"])
def test_a_number_that_may_be_public_is_said_once(said: str, tmp_path: Path) -> None:
    text = ARTICLE.replace("Nội dung.", "Gọi 0912 345 678 hoặc 0912345678.").replace(
        "lead:", f"public_numbers: {said}\nlead:"
    )
    assert left(tmp_path, text) == []


def test_the_hint_of_a_number_works(tmp_path: Path) -> None:
    text = ARTICLE.replace("Nội dung.", "Gọi +84 912 345 678.")
    (problem,) = problems_of(write(tmp_path, COMPLETE, {BAI: text}))
    line = problem.hint("vi").rpartition(": ")[0].rpartition(" ")[2] + ": " + problem.hint("vi").rpartition(": ")[2]
    assert left(tmp_path, text.replace("lead:", f"{line}\nlead:")) == []


def test_a_contact_is_there_to_be_called(tmp_path: Path) -> None:
    text = ARTICLE.replace("  scope:", "  contact: ['Văn phòng, ĐT 0912 345 678']\n  scope:")
    assert left(tmp_path, text) == []


def test_numbers_are_reported_up_to_a_bound() -> None:
    text = "\n".join(f"09123456{n:02}" for n in range(90))
    assert len(list(check_personal(text, text.encode(), BAI, ()))) == 10


def test_a_value_that_is_wrong_anyway_is_reported_once(tmp_path: Path) -> None:
    assert left(tmp_path, ARTICLE.replace("signed_on: 2020-05-05", "signed_on: ...")) == ["11:14 bad-date"]


def test_settings_are_looked_through(tmp_path: Path) -> None:
    agency = "name: Cơ quan A\ncontact: {address: đang cập nhật, email: a@example.com}\n"
    assert codes_of(write(tmp_path, COMPLETE, {"content/agencies/co-quan-a.yml": agency})) == [
        "unfinished",
        "sample-address",
    ]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_sentences_of_a_new_bulletin_are_known(language: str) -> None:
    new = NewBulletin("Bản tin", "https://bantin.example/", language, "none", TODAY)  # type: ignore[arg-type]
    texts = "".join(bulletin_files(new).values())
    assert sum(sample in texts for sample in SAMPLES) == 3
