"""What all tests share."""

import os
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-sites", action="store_true", help="Write the golden sites anew from what is built now.")


@pytest.fixture
def update_sites(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-sites"))


def missing(tool: str) -> None:
    """Skips a test whose tool is not on this machine; where nothing may be missing, fails it."""
    if os.environ.get("BANTIN_NO_SKIPS"):
        pytest.fail(f"{tool} is missing")
    pytest.skip(f"{tool} is missing; .ci/run installs it")
