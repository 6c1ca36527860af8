"""The site to be sent is whole, or it is not sent."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bantin.deploy import pack
from bantin.domain.problems import BulletinError
from tests.deploy.sites import BASE, FIRST, site


def test_a_site_is_what_its_receipt_names_and_the_receipt(tmp_path: Path) -> None:
    made = pack(site(tmp_path / "site", FIRST))
    assert made.files.keys() == {*FIRST, "provenance.json"}
    assert made.base_url == BASE


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (lambda folder: (folder / "provenance.json").unlink(), "nothing-to-deploy"),
        (lambda folder: (folder / "provenance.json").write_text("{}"), "bad-receipt"),
        (lambda folder: (folder / "index.html").unlink(), "nothing-to-deploy"),
        (lambda folder: (folder / "index.html").write_text("short"), "nothing-to-deploy"),
        (lambda folder: (folder / ".bantin-staging").mkdir(), "nothing-to-deploy"),
    ],
    ids=["no receipt", "bad receipt", "a file is gone", "a file is other", "a build is on"],
)
def test_what_is_not_whole_is_refused(tmp_path: Path, damage: Callable[[Path], object], code: str) -> None:
    folder = site(tmp_path / "site", FIRST)
    damage(folder)
    with pytest.raises(BulletinError) as raised:
        pack(folder)
    assert [problem.code for problem in raised.value.problems] == [code]
