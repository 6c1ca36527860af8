"""Files that are written whole: in place with their permissions, or not at all."""

from pathlib import Path

import pytest

from bantin.runtime.drafts import write_draft, write_whole


def test_a_file_is_written_with_the_permissions_that_it_had(tmp_path: Path) -> None:
    target = tmp_path / "tep"
    write_whole(target, b"mot")
    target.chmod(0o640)
    write_whole(target, b"hai")
    assert (target.read_bytes(), target.stat().st_mode & 0o777) == (b"hai", 0o640)
    assert list(tmp_path.iterdir()) == [target]


def test_a_draft_stands_beside_the_file_which_stays_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "tep"
    target.write_bytes(b"mot")
    draft = write_draft(target, b"hai")
    assert (draft.parent, draft.read_bytes(), target.read_bytes()) == (tmp_path, b"hai", b"mot")


def test_nothing_is_left_of_what_cannot_be_moved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(PermissionError):
        write_whole(tmp_path / "tep", b"mot")
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_left_of_a_draft_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "tep"
    target.write_bytes(b"mot")

    def refuse(_source: Path, _target: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("shutil.copymode", refuse)
    with pytest.raises(PermissionError):
        write_draft(target, b"hai")
    assert list(tmp_path.iterdir()) == [target]
