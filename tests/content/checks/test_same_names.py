"""Agencies that share something, as they may."""

from pathlib import Path

import pytest

from tests.bulletins import COMPLETE, codes_of, write


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("name: Bộ Cũ\nsuccessors: [co-quan-b]\nabbreviations: [BC]\n", "name: Bộ Cũ\nabbreviations: [BC]\n"),
        ("name: Bộ A\nwebsite: https://a.example/\n", "name: B\nparent: co-quan-a\nwebsite: https://a.example/\n"),
        ("name: Xã Tam Thanh\n", "name: Xã Tam Thành\n"),
        ("name: {vi: Bộ A, en: Ministry A}\n", "name: {vi: Bộ B, en: Ministry B}\n"),
        ("name: Bộ A\naliases: [Bộ A, bộ a]\n", "name: Bộ B\n"),
        ("name: Bộ A\nabbreviations: [BA]\n", "name: Bộ Â\nabbreviations: [BÂ]\n"),
    ],
)
def test_agencies_that_can_be_distinguished_are_not_reported(one: str, other: str, tmp_path: Path) -> None:
    files = {"content/agencies/co-quan-a.yml": one, "content/agencies/co-quan-b.yml": other}
    assert codes_of(write(tmp_path, COMPLETE, files)) == []


def test_two_names_of_one_agency_that_are_anothers_are_reported_once(tmp_path: Path) -> None:
    name = "name: {vi: Bộ A, en: Ministry A}\naliases: [Bộ Một]\n"
    files = {"content/agencies/co-quan-a.yml": name, "content/agencies/co-quan-b.yml": name}
    assert codes_of(write(tmp_path, COMPLETE, files)) == ["same-agency-name"]
