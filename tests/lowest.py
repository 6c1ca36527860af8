"""The lowest versions of Bantin's packages that ``pyproject.toml`` allows, as a constraints file for pip.

``python -m tests.lowest > lowest.txt`` needs only Python. The tools of the tests are not included: users do not install
them, and ``constraints.txt`` has their tested versions.
"""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

PYPROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"
_REQUIREMENT = re.compile(r"(?P<name>[A-Za-z0-9._-]+)(?:\[[a-z,]+\])?>=(?P<lowest>[0-9.]+)(?:,<[0-9.]+)?(?:;.+)?")


def constraints(project: dict[str, Any]) -> str:
    """A line ``name==version`` for each package that ``project`` needs, including extras except ``dev``.

    Raises ``ValueError`` for a requirement without a lower bound.
    """
    return "".join(sorted({f"{name}=={lowest}\n" for name, lowest in _lowest(project)}))


def _lowest(project: dict[str, Any]) -> Iterator[tuple[str, str]]:
    extras = project["optional-dependencies"]
    groups = [project["dependencies"], *(group for extra, group in extras.items() if extra != "dev")]
    for requirement in (requirement for group in groups for requirement in group):
        match = _REQUIREMENT.fullmatch(requirement.replace(" ", ""))
        if match is None:
            raise ValueError(requirement)
        yield match["name"], match["lowest"]


def main() -> None:
    """Prints the constraints."""
    print(constraints(tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]), end="")


if __name__ == "__main__":
    main()
