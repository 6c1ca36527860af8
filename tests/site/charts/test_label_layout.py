"""Names beside circles: where there is room for them, and where they cover nothing."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from bantin.site.charts.label_layout import Circle, plates

CIRCLES = st.lists(
    st.builds(
        Circle,
        st.sampled_from(["A", "Bộ Công an", "Văn phòng Đoàn đại biểu Quốc hội tỉnh Lào Cai"]),
        st.integers(0, 400).map(float),
        st.integers(0, 200).map(float),
        st.just(12.0),
        st.integers(1, 9),
    ),
    max_size=12,
)
Box = tuple[float, float, float, float]


def boxes(circles: list[Circle], width: float, height: float) -> dict[int, Box]:
    """Where each name stands, if it does, by the width of letters that is certainly not too large."""
    found = {}
    for number, plate in plates(circles, [], width, height).items():
        wide = 6 * max(map(len, plate.lines))
        left = plate.x - {"start": 0, "middle": wide / 2, "end": wide}[plate.anchor]
        found[number] = (left, plate.y - 11, left + wide, plate.y + 14 * len(plate.lines) - 11)
    return found


def apart(one: Box, other: Box) -> bool:
    return one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


@given(CIRCLES)
def test_no_name_covers_a_circle_or_another_name_or_leaves_the_drawing(circles: list[Circle]) -> None:
    placed = boxes(circles, 400, 200)
    around = [(one.x - one.radius, one.y - one.radius, one.x + one.radius, one.y + one.radius) for one in circles]
    assert all(apart(box, circle) for box in placed.values() for circle in around)
    assert all(apart(one, other) for one, other in combinations(placed.values(), 2))
    assert all(
        left >= 0 and top >= 0 and right <= 400 and bottom <= 200 for left, top, right, bottom in placed.values()
    )


def test_where_there_is_room_every_circle_has_its_name() -> None:
    circles = [Circle("Bộ Công an", 100.0, 50.0 + 80 * number, 12.0, 1) for number in range(3)]
    assert plates(circles, [], 400, 300).keys() == {0, 1, 2}


def test_where_there_is_none_the_heavier_has_its_name() -> None:
    light, heavy = (Circle("Bộ Công an", 60.0 + weight, 20.0, 12.0, weight) for weight in (1, 2))
    assert plates([light, heavy], [], 110, 60).keys() == {1}


def test_a_name_stands_where_no_line_runs() -> None:
    circles = [Circle("Bộ", 200.0, 100.0 * number, 12.0, 1) for number in (1, 2, 3)]
    middle = plates(circles, [(0, 1), (1, 2)], 400, 400)[1]
    assert (middle.anchor, middle.x) == ("start", 215.0)
    across = [Circle("Bộ", 100.0 * number, 200.0, 12.0, 1) for number in (1, 2, 3)]
    assert plates(across, [(0, 1), (1, 2)], 400, 400)[1].anchor == "middle"
