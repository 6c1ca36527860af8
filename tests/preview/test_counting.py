"""The counter of a preview: it works for the editor, and stores nothing."""

from pathlib import Path

import pytest

from bantin.preview import counting
from bantin.preview.counting import PreviewCounter, preview_counter
from tests.bulletins import COMPLETE, NOW, SITE, write
from tests.preview.previews import preview_of


def counter(root: Path, settings: str) -> PreviewCounter | None:
    write(root, COMPLETE, {"content/site.yml": f"{SITE}{settings}"})
    return preview_counter(preview_of(root), lambda: NOW)


@pytest.mark.parametrize("settings", ["", "counter: off\n", "counter: logs\n", "counter: nonsense\n", "x: y\n"])
def test_only_a_live_counter_runs(tmp_path: Path, settings: str) -> None:
    assert counter(tmp_path, settings) is None


def test_without_what_it_needs_there_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "find_spec", lambda _name: None)
    assert counter(tmp_path, "counter: live\n") is None


def test_a_live_counter_answers_where_the_settings_say(tmp_path: Path) -> None:
    made = counter(tmp_path, "counter: {mode: live, base: /bt/_so, start_total: 5}\n")
    assert made
    assert made.base == "/bt/_so"
    assert not list(tmp_path.glob("*.db"))
    made.store.close()
