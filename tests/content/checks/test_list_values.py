"""Lists in one value, and single values that have commas."""

import pytest

from tests.content.readings import SIGNED, file_of, read_agency_file, read_article, told


def codes(front_matter: str) -> list[str]:
    return [one.rpartition(" ")[2] for one in told(read_article(file_of(front_matter)).problems)]


@pytest.mark.parametrize(
    "line",
    [
        "tags: thiên tai",
        "tags: ['thiên tai, cứu hộ']",
        "tags:\n  - 'thiên tai, cứu hộ'",
        "tags: thông tin và truyền thông",
        "tags: [C#, phòng cháy/chữa cháy]",
        "authors: Cổng thông tin điện tử tỉnh",
        "authors: Ban Thông tin và Truyền thông",
        "authors: ['Phòng Tin, Ảnh']",
        "authors: [Báo Nhân dân]",
    ],
)
def test_one_value_is_one(line: str) -> None:
    assert codes(f"title: Bài\n{line}\n") == []


def test_the_title_of_a_law_may_have_commas() -> None:
    assert codes(SIGNED + "  legal_basis: Luật Quản lý, sử dụng vũ khí\n  contact: Phòng 2, Cục A\n") == []


def test_the_name_of_an_agency_may_have_commas() -> None:
    assert read_agency_file("name: A\naliases: Bộ Văn hóa, Thể thao và Du lịch\n").problems == ()


def test_a_list_over_two_lines_is_reported_without_a_line_to_type() -> None:
    (problem,) = (
        one
        for one in read_article(file_of("title: Bài\ntags:\n  thiên tai,\n  cứu hộ\n")).problems
        if one.code == "list-in-one-value"
    )
    assert problem.value("mended") == ""
    assert "thiên tai, cứu hộ" in problem.hint("vi")
