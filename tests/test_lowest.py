"""The lowest allowed versions are those of ``pyproject.toml``, and what was tested last lies within its bounds."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement

from tests.conftest import REPOSITORY
from tests.lowest import constraints


def project() -> dict[str, list[str]]:
    loaded: dict[str, list[str]] = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["project"]
    return loaded


def test_every_package_of_an_installation_is_bounded() -> None:
    lowest = dict(line.split("==") for line in constraints(project()).splitlines())
    for text in project()["dependencies"]:
        needed = Requirement(text)
        assert needed.specifier.contains(lowest[needed.name])
        assert f">={lowest[needed.name]}" in str(needed.specifier)


def test_extras_count_and_tools_do_not() -> None:
    extras = {"s3": ["boto3>=1.40"], "win": ["uvloop>=0.21; sys_platform != 'win32'"], "dev": ["pytest>=8.3"]}
    text = constraints({"dependencies": ["pypdf[crypto]>=7.1", "jinja2>=3.1.6,<4"], "optional-dependencies": extras})
    assert text.split() == ["boto3==1.40", "jinja2==3.1.6", "pypdf==7.1", "uvloop==0.21"]


@pytest.mark.parametrize("requirement", ["nh3", "nh3<1", "nh3~=0.3", "nh3>=0.3,!=0.3.1"])
def test_what_has_no_lower_bound_is_refused(requirement: str) -> None:
    with pytest.raises(ValueError, match=re.escape(requirement)):
        constraints({"dependencies": [requirement], "optional-dependencies": {}})


def test_what_was_tested_lies_within_the_bounds() -> None:
    lines = (REPOSITORY / "constraints.txt").read_text().splitlines()
    tested = {name.lower(): version for name, version in (line.split("==") for line in lines)}
    for text in project()["dependencies"]:
        needed = Requirement(text)
        assert needed.specifier.contains(tested[needed.name.lower()]), text
