"""Dates that a running text mentions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.domain.text.dates import Edtf
from bantin.domain.text.mentioned_dates import Mention, mentions
from tests.domain.text.strategies import bounded

OTHER = Edtf(2016, 5, 7)


def found(text: str) -> list[tuple[str, int, int, int | None, str]]:
    """Each date in its words, its parts, and how the seventh of May 2016 would stand in its place."""
    return [
        (text[one.start : one.end], one.day, one.month, one.year, one.rewritten_for(OTHER))
        for one in sorted(mentions(text), key=lambda one: one.start)
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Ngày 20/11/2026, tại", ("20/11/2026", 20, 11, 2026, "07/5/2016")),
        ("ngày 05/06/2020.", ("05/06/2020", 5, 6, 2020, "07/05/2016")),
        ("ngày 5/6/2020", ("5/6/2020", 5, 6, 2020, "7/5/2016")),
        ("(20-11-2026)", ("20-11-2026", 20, 11, 2026, "07-5-2016")),
        ("20.11.2026", ("20.11.2026", 20, 11, 2026, "07.5.2016")),
        ("20 / 11 / 2026", ("20 / 11 / 2026", 20, 11, 2026, "07/5/2016")),
        ("Sáng 20/11, tại", ("20/11", 20, 11, None, "07/5")),
        ("ngày 20 tháng 11 năm 2026", ("20 tháng 11 năm 2026", 20, 11, 2026, "07 tháng 5 năm 2016")),
        ("Ngày 5\n  tháng 01 năm 2026", ("5\n  tháng 01 năm 2026", 5, 1, 2026, "7 tháng 05 năm 2016")),
        ("ngày 20 tháng 11, hai bên", ("20 tháng 11", 20, 11, None, "07 tháng 5")),
        ("On the 20 November 2026", ("20 November 2026", 20, 11, 2026, "7 May 2016")),
        ("On the November 20, 2026", ("November 20, 2026", 20, 11, 2026, "May 7, 2016")),
        ("the 3rd May", ("3rd May", 3, 5, None, "7 May")),
    ],
)
def test_a_date_is_found_and_another_can_be_written_in_its_place(
    text: str, parts: tuple[str, int, int, int | None, str]
) -> None:
    assert found(text) == [parts]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026-11-20",
        "20/13/2026",
        "32/11/2026",
        "0/11/2026",
        "20/25 vụ",
        "12/3/5 phố Huế",
        "phiên bản 1.2.3",
        "1.2",
        "số 20/11/2026/QĐ-BCA".replace("20/11", "120/11"),
        "tháng 11 năm 2026",
        "trong tháng",
        "20 Brumaire 2026, the year",
    ],
)
def test_what_is_no_date_is_passed_over(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("when", "fits"),
    [
        ("2026-11-20", True),
        ("2026-11", True),
        ("2026", True),
        ("XXXX-11-20", True),
        ("2016-11-20", False),
        ("2026-12", False),
    ],
)
def test_what_is_not_known_contradicts_nothing(when: str, fits: bool) -> None:
    (one,) = mentions("ngày 20/11/2026")
    assert one.fits(Edtf.parse(when)) == fits


@bounded
@given(st.lists(st.sampled_from([*"0123456789/.- \n", "ngày ", " tháng ", " năm ", "November ", "the "])).map("".join))
def test_dates_stand_where_they_are_said_to(text: str) -> None:
    for one in mentions(text):
        assert isinstance(one, Mention)
        assert text[one.start].isdigit() or text[one.start].isupper()
        assert 0 <= one.start < one.end <= len(text)
        assert one.fits(Edtf(one.year, one.month, one.day))
