"""The file of an agency: successions and the agency above are written into it, and every other byte stays."""

from collections.abc import Callable
from datetime import date

import pytest

from bantin.migration.agency_lines import with_day, with_parent, with_successor

PATH, DAY = "content/agencies/bo-a.yml", date(2025, 3, 1)
NEW = "{agency: bo-b, on: 2025-03-01}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("name: Bộ A\n", f"name: Bộ A\nsuccessors:\n  - {NEW}\n"),
        # No line end, those of Windows, and a mark of the encoding.
        ("name: Bộ A", f"name: Bộ A\nsuccessors:\n  - {NEW}\n"),
        ("\ufeffname: Bộ A\r\n# hết\r\n", f"\ufeffname: Bộ A\r\n# hết\r\nsuccessors:\r\n  - {NEW}\r\n"),
        # Lists in all their forms, with comments and odd indents around.
        ("successors: []  # chưa\nname: Bộ A\n", f"successors: [{NEW}]  # chưa\nname: Bộ A\n"),
        ("successors:\nname: Bộ A\n", f"successors:\n  - {NEW}\nname: Bộ A\n"),
        (
            "name: 'Bộ A'\nsuccessors:   # sau\n-   bo-c\n\n# website\nwebsite: https://a.example/\n",
            f"name: 'Bộ A'\nsuccessors:   # sau\n-   bo-c\n-   {NEW}\n\n# website\nwebsite: https://a.example/\n",
        ),
        (
            "name: Bộ A\nsuccessors: [{agency: bo-c,\n  on: 2025-03-01}]\n",
            f"name: Bộ A\nsuccessors: [{NEW}, {{agency: bo-c,\n  on: 2025-03-01}}]\n",
        ),
        (
            "name: Bộ A\nsuccessors:\n    - agency: bo-c\n      on: 2025-03-01  # QĐ",
            f"name: Bộ A\nsuccessors:\n    - agency: bo-c\n      on: 2025-03-01  # QĐ\n    - {NEW}\n",
        ),
    ],
)
def test_a_successor_is_added(before: str, after: str) -> None:
    made = with_successor(before.encode(), PATH, "bo-b", DAY)
    assert made is not None
    assert made.decode() == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("successors: [bo-b, bo-c]\n", "successors: [{agency: bo-b, on: 2025-03-01}, bo-c]\n"),
        (
            "successors:\n  - Bộ Văn hóa, Thể thao  # nay\n",
            "successors:\n  - {agency: 'Bộ Văn hóa, Thể thao', on: 2025-03-01}  # nay\n",
        ),
        ("successors:\n  - agency: bo-b\n", "successors:\n  - agency: bo-b\n    on: 2025-03-01\n"),
        ("successors:\n- agency: bo-b  # nay", "successors:\n- agency: bo-b  # nay\n  on: 2025-03-01"),
        ("successors: [{agency: bo-b}]\n", "successors: [{agency: bo-b, on: 2025-03-01}]\n"),
        ("successors: [{on: '2025', agency: bo-b}]\n", "successors: [{on: 2025-03-01, agency: bo-b}]\n"),
        ("successors:\n  - {agency: bo-b, on: unknown}\n", "successors:\n  - {agency: bo-b, on: 2025-03-01}\n"),
    ],
)
def test_a_succession_gets_its_day(before: str, after: str) -> None:
    made = with_day(f"name: Bộ A\n{before}".encode(), PATH, ("successors", 0), DAY)
    assert made is not None
    assert made.decode() == f"name: Bộ A\n{after}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("parent: bo-a\nname: Cục\n", "parent: bo-b\nname: Cục\n"),
        ("name: Cục\nparent:   'Bộ A'   # trước là Tổng cục\n", "name: Cục\nparent:   bo-b   # trước là Tổng cục\n"),
        ("{name: Cục, parent: bo-a}\n", "{name: Cục, parent: bo-b}\n"),
    ],
)
def test_another_agency_is_above(before: str, after: str) -> None:
    made = with_parent(before.encode(), PATH, "bo-b")
    assert made is not None
    assert made.decode() == after


@pytest.mark.parametrize(
    "edit",
    [
        lambda data: with_successor(data, PATH, "bo-b", DAY),
        lambda data: with_parent(data, PATH, "bo-b"),
        lambda data: with_day(data, PATH, ("successors", 0), DAY),
    ],
)
@pytest.mark.parametrize(
    "text",
    [
        "{name: Bộ A, former_names: [X]}\n",
        "---\nname: Bộ A\nparent: >-\n  bo\n  a\n...\n",
        "name: Bộ A\nsuccessors: {agency: bo-c}\nparent:\n",
    ],
)
def test_lines_in_another_form_are_left_alone(edit: Callable[[bytes], bytes | None], text: str) -> None:
    assert edit(text.encode()) is None


def test_a_line_in_decomposed_letters_changes_where_it_must() -> None:
    """As macOS stores them; the columns of the tree count composed letters."""
    made = with_parent("name: Cục\nparent: bo-a  # Bộ cũ\n".replace("ộ", "o\u0323\u0302").encode(), PATH, "bo-b")
    assert made is not None
    assert made.decode() == "name: Cục\nparent: bo-b  # Bo\u0323\u0302 cũ\n"
