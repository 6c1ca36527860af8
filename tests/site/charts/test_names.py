"""Names in charts: cut so that they can still be told apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.site.charts.names import fold


@pytest.mark.parametrize(
    ("name", "longest", "lines"),
    [
        ("Bộ Công an", 10, ("Bộ Công an",)),
        ("Văn phòng UBND tỉnh Lào Cai", 20, ("Văn phòng UBND tỉnh", "Lào Cai")),
        ("Văn phòng Đoàn đại biểu Quốc hội tỉnh Lào Cai", 16, ("Văn phòng Đoàn", "… tỉnh Lào Cai")),
        ("Viện Nghiên-cứu-chiến-lược-an-ninh", 12, ("Viện", "Nghiên-cứu-chiến-lược-an-ninh")),
        ("Ngânhàngnhànước", 5, ("Ngânhàngnhànước",)),
    ],
)
def test_a_name_keeps_its_beginning_and_its_end(name: str, longest: int, lines: tuple[str, ...]) -> None:
    assert fold(name, longest) == lines


@given(st.lists(st.text("abđ", min_size=1, max_size=9), min_size=1, max_size=9).map(" ".join), st.integers(12, 30))
def test_a_name_of_short_words_fits(name: str, longest: int) -> None:
    lines = fold(name, longest)
    assert 1 <= len(lines) <= 2
    assert all(len(line) <= longest for line in lines)
    assert " ".join(lines) == name or ("… " in lines[-1] and name.endswith(lines[-1].removeprefix("… ")))
    assert name.startswith(lines[0])
