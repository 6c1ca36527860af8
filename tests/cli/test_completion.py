"""Completion: the scripts in real shells, and what is offered for each word."""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bulletins import COMPLETE, SITE, write
from tests.cli.commands import bantin
from tests.conftest import missing

NAMES = {
    "content/agencies/bo-cong-an.yml": "name: {vi: Bộ Công an, en: Ministry}\nabbreviations: [BCA]\n",
    "content/site.yml": f"{SITE}deploy: {{may-chu: {{kind: folder, to: /srv/a}}}}\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path / "bản tin", COMPLETE, NAMES)


def run(shell: str, script: str, root: Path, tmp_path: Path) -> str:
    """What ``script`` prints in a real ``shell`` in which ``bantin`` is a command. Skips where the shell is missing."""
    found = shutil.which(shell)
    if found is None:
        missing(shell)
    command = write(tmp_path / "bin", {"bantin": f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m bantin "$@"\n'})
    (command / "bantin").chmod(0o755)
    environment = {**os.environ, "PATH": f"{command}{os.pathsep}{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}
    done = subprocess.run([found, "-c", script], cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["bantin", "new", "ag"], {"agency"}),
        (["bantin", "todo", "--agency", "bo"], {"bo-cong-an"}),
        (["bantin", "new", "Tin", "--agency", "BC"], {"bo-cong-an"}),
        (["bantin", "new", "event", "b"], {"bai"}),
        (["bantin", "completion", ""], {"bash", "zsh", "fish"}),
    ],
)
def test_bash_completes(words: list[str], offered: set[str], root: Path, tmp_path: Path) -> None:
    line = " ".join(map(shlex.quote, words))
    script = f"""\
eval "$(bantin completion bash)"
COMP_WORDS=({line}); COMP_CWORD={len(words) - 1}
_bantin_completion bantin
printf '%s\\n' "${{COMPREPLY[@]}}"
complete -p bantin >/dev/null
"""
    assert set(run("bash", script, root, tmp_path).split()) == offered


def test_zsh_completes(root: Path, tmp_path: Path) -> None:
    script = 'autoload -U compinit; compinit -D; eval "$(bantin completion zsh)"; print $_comps[bantin]'
    assert run("zsh", script, root, tmp_path) == "_bantin_completion\n"


def test_fish_completes(root: Path, tmp_path: Path) -> None:
    script = 'bantin completion fish | source; complete -C "bantin todo --agency bo"'
    assert run("fish", script, root, tmp_path) == "bo-cong-an\tBộ Công an\n"


def offers(root: Path, line: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What is offered for the last word of ``line``, with its help."""
    words = line.split(" ")
    monkeypatch.chdir(root)
    monkeypatch.setenv("COMP_WORDS", line)
    monkeypatch.setenv("COMP_CWORD", str(len(words) - 1))
    monkeypatch.setenv("_BANTIN_COMPLETE", "zsh_complete")
    lines = bantin(locale="C").stdout.strip().splitlines()
    return {value: told for kind, value, told in zip(lines[::3], lines[1::3], lines[2::3], strict=True) if kind}


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("bantin todo --agency ", ["bo-cong-an", "co-quan-a", "co-quan-b"]),
        ("bantin new Tin --agency bca", ["bo-cong-an"]),
        ("bantin new --agency co", ["co-quan-a", "co-quan-b"]),
        ("bantin new record Tên --type ", ["quy-che"]),
        ("bantin new record Tên --field ", ["an-ninh"]),
        ("bantin new Tin --about ", ["bai"]),
        ("bantin new agency Tên --parent co-quan-b", ["co-quan-b"]),
        ("bantin new agency Tên --level c", ["central", "commune"]),
        ("bantin new event ", ["bai"]),
        ("bantin new event bai --kind re", ["replaced", "reviewed"]),
        ("bantin new translation bai.md --language ", ["vi", "en"]),
        ("bantin deploy --to ", ["may-chu"]),
        ("bantin rollback --to m", ["may-chu"]),
        ("bantin schema --kind rec", ["record", "record-translation"]),
        ("bantin new ", ["article", "record", "event", "agency", "page", "translation"]),
        ("bantin new --und", ["--undated"]),
        ("bantin s", ["serve", "schema"]),
        ("bantin --v", ["--version"]),
        ("bantin todo --agency x", []),
    ],
)
def test_ids_of_the_bulletin_are_offered(
    root: Path, line: str, offered: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert list(offers(root, line, monkeypatch)) == offered


def test_the_bulletin_is_the_one_that_is_named(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "khac", COMPLETE, {"content/agencies/bo-khac.yml": "name: Bộ khác\n"})
    (tmp_path / "trong").mkdir()
    assert "bo-khac" in offers(tmp_path / "trong", "bantin todo ../khac --agency bo", monkeypatch)
    assert "bo-khac" in offers(root, "bantin new ../khac Tin --agency bo", monkeypatch)
    assert offers(tmp_path / "trong", "bantin todo --agency ", monkeypatch) == {}


def test_a_file_is_left_to_the_shell(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(offers(root, "bantin mv content/", monkeypatch)) == ["content/"]


def test_help_is_in_the_language_of_the_bulletin(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert offers(root, "bantin che", monkeypatch) == {
        "check": "Kiểm tra mọi điều mà lệnh build kiểm tra, nhưng không ghi gì."
    }
    assert offers(root, "bantin todo --agenc", monkeypatch) == {"--agency": "Chỉ những việc liên quan đến cơ quan này."}
    write(root, {"content/site.yml": SITE.replace("language: vi", "language: en")})
    assert offers(root, "bantin todo --agenc", monkeypatch) == {"--agency": "Only what concerns this agency."}
    assert offers(root, "bantin todo --agency bo", monkeypatch) == {"bo-cong-an": "Ministry"}


@pytest.mark.parametrize("path", ["content/site.yml", "content/vocabulary.yml", "content/agencies/bo-cong-an.yml"])
def test_of_a_broken_file_nothing_is_offered(root: Path, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    write(root, {path: "["})
    found = {line: offers(root, f"bantin {line} ", monkeypatch) for line in ("todo --agency", "new Tin --type")}
    assert ("bo-cong-an" in found["todo --agency"]) is ("agencies" not in path)
    assert ("quy-che" in found["new Tin --type"]) is ("vocabulary" not in path)


@pytest.mark.parametrize("arguments", [[], ["tcsh"]])
def test_an_unknown_shell_is_refused(arguments: list[str]) -> None:
    result = bantin("completion", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "fish" in result.stderr
