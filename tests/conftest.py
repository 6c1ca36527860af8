"""Fixtures and settings of all tests."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from types import CodeType
from typing import ClassVar, NoReturn, TypeVar

import pytest
from hypothesis import settings
from jinja2 import nodes

from bantin.render.environment import QuickEnvironment, ThemeEnvironment, environment_class

T = TypeVar("T")
REPOSITORY = Path(__file__).resolve().parent.parent
# A copy of this repository's bulletin: additions to that do not change any tests.
SAMPLE = REPOSITORY / "tests/sites/sample/input"

# The share of examples that property tests try, and of cases that exhaustive tests try: in `make test-fast`, in `make
# test`, and in `.ci/run`, which tries all.
SHARES = {"fast": 0.1, "usual": 0.25, "full": 1.0}
SHARE = SHARES[os.environ.get("BANTIN_EXAMPLES", "usual")]


def examples(most: int) -> int:
    """The number of examples to try in this run, of at most ``most``."""
    return max(min(most, 5), round(most * SHARE))


def tried(cases: Iterable[T]) -> Iterator[T]:
    """The cases to try in this run: a random sample that is the same in every run."""
    dice = Random(0)
    return (case for case in cases if dice.random() < SHARE)


# Machines may be slow or busy, and no test depends on time.
settings.register_profile("bantin", deadline=None, max_examples=examples(100))
settings.load_profile("bantin")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-sites", action="store_true", help="Write the golden sites anew from what is built now.")


@pytest.fixture
def update_sites(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-sites"))


class Remembering(QuickEnvironment):
    """The Jinja environment of themes, with a cache of compiled templates for all builds of a process.

    Most of the time of a small build is spent on compiling the bundled templates, and there are hundreds of such
    builds. The result depends only on the source and the language, since all environments have the same options.
    """

    compiled: ClassVar[dict[tuple[object, ...], CodeType]] = {}

    def compile(  # type: ignore[override]
        self, source: str | nodes.Template, name: str | None = None, filename: str | None = None
    ) -> CodeType:
        if not isinstance(source, str):
            return super().compile(source, name, filename)
        # Jinja formats constants when it compiles: as 1.000 or as 1,000, which depends on the language.
        key = (source, name, filename, self.filters["number"](1000))
        if key not in self.compiled:
            self.compiled[key] = super().compile(source, name, filename)
        return self.compiled[key]


def remembering(*, sandboxed: bool) -> type[ThemeEnvironment]:
    """The environment that the renderer would use, or in place of Bantin's own the one with a cache."""
    chosen = environment_class(sandboxed=sandboxed)
    return Remembering if chosen is QuickEnvironment else chosen


@pytest.fixture(scope="session", autouse=True)
def templates_compiled_once() -> Iterator[None]:
    """Makes the renderer use environments with a cache."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bantin.render.renderer.environment_class", remembering)
        # And writes nothing to the user's own cache folder.
        patch.setattr("bantin.render.renderer.compiled_templates", lambda *_given, **_options: None)
        yield


@pytest.fixture(scope="session", autouse=True)
def state_of_their_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Redirects the folder of the user's secret to one of the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        yield


def missing(tool: str) -> NoReturn:
    """Skips a test whose tool is not installed. Fails it instead if ``BANTIN_NO_SKIPS`` is set."""
    if os.environ.get("BANTIN_NO_SKIPS"):
        pytest.fail(f"{tool} is missing")
    pytest.skip(f"{tool} is missing; .ci/run installs it")
