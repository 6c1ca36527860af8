"""Untrusted themes: templates access only the values that they receive; the output is the same otherwise."""

from pathlib import Path

import pytest

from bantin.build.build import build
from bantin.build.request import MEMORY
from bantin.domain.problems import BulletinError
from tests.bulletins import COMPLETE, SITE, build_site, files_of, problems_of, request, tools, write
from tests.cli.commands import bantin
from tests.render.themes import CHILD

THEMED = {**COMPLETE, **CHILD, "content/site.yml": f"{SITE}search: off\ntheme: mine\n"}
STARTED = "cycler.__init__.__globals__.os.mkdir"
"""The way from what Jinja gives to every template to what the machine can do."""

ATTEMPTS = {
    "an attribute": "{{ ''.__class__.__mro__ }}",
    "an item": "{{ page['__class__'] }}",
    "a filter": "{{ ''|attr('__class__') }}",
    "a filter of many": "{{ ['']|map(attribute='__class__')|first }}",
    "a format": "{{ '{0.__class__}'.format('') }}",
    "a format of a mapping": "{{ '{a.__class__}'.format_map({'a': ''}) }}",
    "a global": "{{ cycler.__init__.__globals__ }}",
    "a translation": "{{ _.__globals__ }}",
    "the page": "{{ page.__struct_fields__ }}",
    "the site": "{{ site.__reduce__() }}",
    "the template": "{{ self.__init__ }}",
    "a macro": "{% macro m() %}{% endmacro %}{{ m._func }}",
    "a kept macro": "{% macro m() %}{% endmacro %}{{ kept(m).macro._environment }}",
    "what is kept": "{% macro m() %}{% endmacro %}{{ kept(m).texts.clear() }}",
    "a list": "{% set x = [] %}{{ x.append(1) }}",
    "the files of the theme": "{{ site.assets.update({}) }}",
    "a loop": "{% for x in [1] %}{{ loop.__class__ }}{% endfor %}",
    "a generator": "{{ (['']|map('upper')).gi_frame }}",
}


def themed(root: Path, template: str) -> Path:
    """A bulletin whose theme shows its home page so."""
    return write(root, THEMED, {"themes/mine/templates/home.html": f"\n{template}"})


@pytest.mark.parametrize("name", ATTEMPTS)
def test_an_attempt_to_reach_further_is_reported_with_its_place(tmp_path: Path, name: str) -> None:
    (problem,) = problems_of(themed(tmp_path, ATTEMPTS[name]), sandboxed=True)
    assert (problem.code, str(problem.location)) == ("template-unsafe", "themes/mine/templates/home.html:2")


def test_in_the_sandbox_a_template_runs_nothing(tmp_path: Path) -> None:
    made = tmp_path / "made"
    root = themed(tmp_path / "bulletin", f"{{{{ {STARTED}('{made}') }}}}")
    assert [problem.code for problem in problems_of(root, sandboxed=True)] == ["template-unsafe"]
    assert not made.exists()
    # A theme that is trusted is a program.
    assert problems_of(root) == ()
    assert made.is_dir()


def test_a_site_that_is_up_to_date_is_looked_at_again_in_the_sandbox(tmp_path: Path) -> None:
    root = themed(tmp_path, "{{ ''.__class__ }}")
    remembering = tools(memory=root / MEMORY)
    build(request(root), root / "site", remembering)
    before = files_of(root / "site")
    with pytest.raises(BulletinError):
        build(request(root, sandboxed=True), root / "site", remembering)
    assert files_of(root / "site") == before


def test_a_theme_that_reaches_no_further_makes_the_same(tmp_path: Path) -> None:
    card = "{% macro card(one) %}<b>{{ one }}</b>{% endmacro %}{% set card = kept(card) %}"
    asked = "{{ card(page.title) }}{{ _('Home') }}{{ site['title'] }}{{ '{}'.format(1000|number) }}{{ range(3)|list }}"
    root = themed(tmp_path, card + asked)
    build_site(root, tmp_path / "trusted")
    build_site(root, tmp_path / "sandboxed", sandboxed=True)
    assert files_of(tmp_path / "sandboxed") == files_of(tmp_path / "trusted")


@pytest.mark.parametrize("command", ["build", "check"])
def test_the_command_is_told_or_its_environment(tmp_path: Path, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    root = themed(tmp_path, "{{ ''.__class__ }}")
    assert bantin(command, root).exit_code == 0
    refused = bantin(command, root, "--themes", "sandboxed")
    assert (refused.exit_code, "[template-unsafe]" in refused.output) == (1, True)
    monkeypatch.setenv("BANTIN_THEMES", "sandboxed")
    assert bantin(command, root).exit_code == 1
    assert bantin(command, root, "--themes", "trusted").exit_code == 0
    monkeypatch.setenv("BANTIN_THEMES", "none")
    assert bantin(command, root).exit_code == 2
