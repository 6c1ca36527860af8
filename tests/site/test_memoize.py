"""Views that are made once."""

import pytest

from bantin.index import Directory
from bantin.site import memoize as module
from bantin.site.memoize import once
from tests.index.contents import article, bulletin


class Counter:
    """Makes texts of things, and counts how often."""

    def __init__(self) -> None:
        self.made = 0

    def __call__(self, thing: str, directory: Directory) -> str:
        self.made += 1
        return f"{thing} of {directory.site.title}"


def test_a_view_is_made_once_for_each_thing_of_each_directory() -> None:
    count, thing = Counter(), "a" * 5
    view = once(str, count)
    one, other = bulletin().directory, bulletin(article()).directory
    assert view(thing, one) is view(thing, one)
    assert count.made == 1
    view(thing, other)
    view("b", other)
    assert count.made == 3


def test_what_only_bears_the_same_name_is_another_thing() -> None:
    view, directory = once(str.lower, Counter()), bulletin().directory
    assert [view(one, directory) for one in ("a", "A", "a")] == ["a of Bản tin", "A of Bản tin", "a of Bản tin"]


def test_not_everything_that_was_ever_made_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST", 1)
    count, directory = Counter(), bulletin().directory
    view = once(str, count)
    assert [view(one, directory) for one in "abab"] == [f"{one} of Bản tin" for one in "abab"]
    assert count.made == 4
