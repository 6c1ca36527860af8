"""Places names beside the circles of a network, where there is room for them."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from bantin.site.charts.layout import Ends, Point
from bantin.site.charts.names import fold
from bantin.site.views import NameplateView

# In sixteenths of an em. Letters differ in width; this is more than the average.
_LETTER, _LINE, _BASELINE = 7.2, 14.0, 11.0
_FREE = 3.0
_LONGEST = 20


class Circle(Struct, frozen=True):
    """A circle with its name. Names of circles with a higher ``weight`` are placed first."""

    name: str
    x: float
    y: float
    radius: float
    weight: int


class _Box(Struct, frozen=True):
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "_Box") -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, other: "_Box") -> bool:
        return (
            self.left <= other.left
            and self.top <= other.top
            and self.right >= other.right
            and self.bottom >= other.bottom
        )

    def is_crossed(self, one: Point, other: Point) -> bool:
        """Whether a line crosses the box, found by clipping it at each side (Liang and Barsky, 1984)."""
        begin, end = 0.0, 1.0
        for low, high, start, stop in (
            (self.left, self.right, one[0], other[0]),
            (self.top, self.bottom, one[1], other[1]),
        ):
            if start == stop:
                if not low < start < high:
                    return False
                continue
            first, last = sorted(((low - start) / (stop - start), (high - start) / (stop - start)))
            begin, end = max(begin, first), min(end, last)
        return begin < end


def plates(circles: Sequence[Circle], edges: Sequence[Ends], width: float, height: float) -> dict[int, NameplateView]:
    """Places the names of ``circles`` within ``width`` and ``height``, by their positions.

    Each name goes where the fewest of the ``edges`` cross it. A name is left out if it would cover a circle or another
    name in every place.
    """
    ground = _Box(0, 0, width, height)
    lines = [((circles[one].x, circles[one].y), (circles[other].x, circles[other].y)) for one, other in edges]
    taken = [_Box(one.x - one.radius, one.y - one.radius, one.x + one.radius, one.y + one.radius) for one in circles]
    placed: dict[int, NameplateView] = {}
    for number in sorted(range(len(circles)), key=lambda number: (-circles[number].weight, number)):
        free = [
            (sum(box.is_crossed(*line) for line in lines), plate, box)
            for plate, box in _choices(circles[number])
            if ground.holds(box) and not any(box.meets(other) for other in taken)
        ]
        if free:
            _, placed[number], box = min(free, key=lambda choice: choice[0])
            taken.append(box)
    return placed


def _choices(circle: Circle) -> Iterator[tuple[NameplateView, _Box]]:
    """The possible places of a name, with their boxes: below the circle, above it, right and left of it."""
    lines = fold(circle.name, _LONGEST)
    wide, high = max(map(len, lines)) * _LETTER, len(lines) * _LINE
    away = circle.radius + _FREE
    for anchor, x, left, top in (
        ("middle", circle.x, circle.x - wide / 2, circle.y + away),
        ("middle", circle.x, circle.x - wide / 2, circle.y - away - high),
        ("start", circle.x + away, circle.x + away, circle.y - high / 2),
        ("end", circle.x - away, circle.x - away - wide, circle.y - high / 2),
    ):
        plate = NameplateView(lines, round(x, 1), round(top + _BASELINE, 1), anchor)
        yield plate, _Box(left, top, left + wide, top + high)
