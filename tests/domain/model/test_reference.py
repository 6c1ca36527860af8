"""References: places of a file that are locations once the file is named."""

from bantin.domain.model import Position
from bantin.domain.problems import Location


def test_a_place_within_a_file_is_a_location() -> None:
    assert Position(4, 9, 10).within("content/articles/2021/bai.md") == Location(
        "content/articles/2021/bai.md", 4, 9, 10
    )


def test_a_place_is_one_character_wide_unless_told() -> None:
    assert Position(4, 9).within("content/site.yml") == Location("content/site.yml", 4, 9, 1)


def test_places_stand_in_the_order_of_reading() -> None:
    places = [Position(1, 1), Position(1, 2), Position(2, 1), Position(10, 1)]
    assert sorted([places[3], places[1], places[0], places[2]]) == places
