"""The language of the command is that of the bulletin, or else of the locale; no word is in another one."""

import ast
import errno
import os
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from bantin.cli import main
from bantin.cli.click_words import _PHRASES, in_vietnamese, metavar_in_vietnamese
from bantin.cli.commands import Command, Context, Group, Option
from bantin.cli.language import locale_language, spoken_language
from bantin.domain.problems import LANGUAGES, Language
from tests.bulletins import COMPLETE, SITE, write
from tests.cli.commands import bantin
from tests.conftest import REPOSITORY

ENGLISH = {**COMPLETE, "content/site.yml": SITE.replace("language: vi", "language: en")}

# Names of things, and words that are typed as they stand.
NAMES = frozenset(
    [
        "about",
        "agency",
        "article",
        "code",
        "completion",
        "eval",
        "event",
        "fish",
        "iii",
        "indefinite",
        "migrate",
        "page",
        "record",
        "todo",
        "records",
        "schema",
        "translation",
        "zsh",
        "apache",
        "bantin",
        "bash",
        "caddy",
        "commit",
        "content",
        "counter",
        "cron",
        "csv",
        "dask",
        "examples",
        "github",
        "gitlab",
        "https",
        "json",
        "nginx",
        "node",
        "npm",
        "pages",
        "redis",
        "web",
        "markdown",
        "service",
        "site",
        "sigterm",
        "snapshot",
        "stats",
        "text",
        "theme",
        "themes",
        "tls",
        "url",
        "build",
        "check",
        "serve",
        "import",
        "confirm",
        "draft",
        "true",
        "word",
        "yaml",
        "news",
        "review",
        "files",
        "verify",
        "backup",
        "repair",
        "new",
        "init",
        "links",
        "editors",
        "deploy",
        "rollback",
        "eject",
        "from-logs",
        "live",
        "logs",
        "off",
        "mode",
        "combined",
        "day",
        "views",
        "visits",
        "yml",
        "docs",
        "port",
        "host",
        "command",
        "dask",
        "localhost",
        "vocabulary",
        "none",
        "icacls",
        "name",
        "desk",
        "git",
        "http",
        "publishers",
        "access",
        "log",
        "usr",
        "var",
        "log",
        "srv",
        "www",
        "socket",
        "run",
        "unix",
        "bulletin.example",
        "bulletin",
    ]
)
VIETNAMESE = re.compile(r"[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđơư]", re.IGNORECASE)


def commands(command: click.Command = main, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Command]]:
    """Every command, with the words that lead to it."""
    assert isinstance(command, Command)
    yield path, command
    if isinstance(command, Group):
        for name in command.list_commands(click.Context(command)):
            inner = command.get_command(click.Context(command), name)
            assert inner is not None
            yield from commands(inner, (*path, name))


COMMANDS = dict(commands())


def context(path: tuple[str, ...], language: Language) -> click.Context:
    """The context that a command is run in."""
    found: click.Context = Context(main, info_name="bantin", language=language, help_option_names=["-h", "--help"])
    for length in range(1, len(path) + 1):
        found = Context(COMMANDS[path[:length]], info_name=path[length - 1], parent=found)
    return found


def help_of(path: tuple[str, ...], language: Language) -> str:
    return COMMANDS[path].get_help(context(path, language))


def words(text: str) -> set[str]:
    """The words of help that are not names of options, files, addresses or examples of commands."""
    prose = re.sub(r"\S*[-./_:$=](?=\S)\S*|\[[a-z|]+\]|\{[a-z|]+\}", " ", text)
    return {word.lower() for word in re.findall(r"(?<![^\s(“\[])[A-Za-z]{3,}(?![^\s,:;.)”\]?!])", prose)} - NAMES


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_help_in_vietnamese_has_no_english_words_left(path: tuple[str, ...]) -> None:
    said, english = help_of(path, "vi"), help_of(path, "en")
    assert said.startswith("Cách dùng: bantin")
    assert words(said) & words(english) == set()
    assert not VIETNAMESE.search(english)
    # Everything exists in both languages.
    assert said.count("\n\n") == english.count("\n\n")
    assert set(re.findall(r"--[a-z-]+", said)) == set(re.findall(r"--[a-z-]+", english))


def test_the_words_that_are_looked_for_are_those_of_sentences() -> None:
    found = words(help_of(("build",), "en"))
    assert {"usage", "where", "the", "default", "range", "integer", "options", "publish"} <= found


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_every_option_says_what_it_is_for_in_both_languages(path: tuple[str, ...]) -> None:
    ctx = context(path, "vi")
    for param in COMMANDS[path].get_params(ctx):
        if isinstance(param, click.Option):
            assert isinstance(param, Option), param.name
            assert param.words.vi
            assert param.words.en
            assert param.words.vi != param.words.en
    assert COMMANDS[path].words.vi != COMMANDS[path].words.en


@pytest.mark.parametrize(
    ("arguments", "vi", "en"),
    [
        (["nwe"], "Không có lệnh “nwe”. Có phải “new”?", "There is no command “nwe”. Did you mean “new”?"),
        (["xyzzy"], "Không có lệnh “xyzzy”.", "There is no command “xyzzy”."),
        (["counter", "bakup"], "Có phải “backup”?", "Did you mean “backup”?"),
        (["build", "--stirct"], "Không có tùy chọn --stirct. Có phải --strict?", "Did you mean --strict?"),
        (["build", "--out"], "Tùy chọn '--out' cần một giá trị.", "Option '--out' requires an argument."),
        (["build", "--quiet=1"], "Tùy chọn '--quiet' không nhận giá trị.", "does not take a value."),
        (["build", "--as-of", "mai"], "Giá trị của --as-of không hợp lệ: “mai” không phải là một ngày", "is no day"),
        (["build", "--as-of", "1066-10-14"], "các năm 1900 đến 2200", "the years 1900 to 2200"),
        (["build", "-j", "99"], "99 không nằm trong khoảng 1<=x<=64.", "99 is not in the range"),
        (["build", "-j", "x"], "'x' không phải là số nguyên.", "'x' is not a valid integer range."),
        (["build", "--format", "xml"], "'xml' không phải là một trong 'text'", "'xml' is not one of"),
        (["build", "--base-url", "x"], "hãy viết địa chỉ của một trang web", "write the address of a site"),
        (["build", "a", "b", "c"], "Thừa đối số: b c", "Got unexpected extra arguments (b c)"),
        (["build", "a-file"], "'a-file' là tệp, không phải thư mục.", "Directory 'a-file' is a file."),
        (["ci"], "Thiếu đối số {github|gitlab}. Hãy chọn: github, gitlab.", "Choose from: github, gitlab."),
        (["ci", "github"], "không có thư mục “content”", "it has no folder “content”"),
        (["deploy"], "Thiếu tùy chọn --to.", "Missing option --to."),
        (["verify"], "Thiếu đối số URL-hoặc-THƯ-MỤC.", "Missing argument URL-or-DIR."),
        (["verify", "."], "Không đạt: 1 vấn đề.", "Failed; problems found: 1."),
        (
            ["verify", "khong-co"],
            "không phải là thư mục, cũng không phải địa chỉ",
            "is neither a folder nor an address",
        ),
        (["verify", "--receipt", "khong-co", "."], "Không có tệp 'khong-co'.", "File 'khong-co' does not exist."),
        (["links", "."], "Không đọc được biên nhận ở .", "There is no receipt at ."),
        (["new", "Tên"], "Trong . chưa có bản tin dùng được", "There is no sound bulletin in ."),
        (["theme", "eject", "khong-co"], "Không có giao diện “khong-co”", "There is no theme “khong-co”"),
        (["init", "."], ". không trống; hãy chọn một thư mục mới.", ". is not empty; name a new folder."),
        (["build"], "lỗi: ", "error: "),
        (["serve"], "lỗi: ", "error: "),
        (["counter", "verify"], "lỗi: ", "error: "),
        (["counter", "import", "khong-co"], "Không có tệp 'khong-co'.", "File 'khong-co' does not exist."),
        ([], "Cách dùng: bantin [TÙY CHỌN] LỆNH [ĐỐI SỐ]...", "Usage: bantin [OPTIONS] COMMAND [ARGS]..."),
    ],
)
def test_outside_of_a_bulletin_the_locale_decides_how_wrong_use_is_reported(
    arguments: list[str], vi: str, en: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write(tmp_path, {"a-file": "x"}))
    for locale, said, other in (("vi_VN.UTF-8", vi, "Usage:"), ("C.UTF-8", en, "Cách dùng:")):
        result = bantin(*arguments, locale=locale)
        assert result.exit_code in (1, 2)
        assert said in result.output
        assert other not in result.output


def test_the_bulletin_decides_wherever_the_command_is_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vietnamese, english = write(tmp_path / "vi", COMPLETE), write(tmp_path / "en", ENGLISH)
    monkeypatch.chdir(tmp_path)
    for locale in ("C", "vi_VN.UTF-8"):
        assert "Tùy chọn" in bantin("build", vietnamese, "--adop", locale=locale).stderr.replace("tùy", "Tùy")
        assert "There is no option" in bantin("build", english, "--adop", locale=locale).stderr
        assert "Cách dùng:" in bantin("build", vietnamese / "content/site.yml", locale=locale).stderr
        assert "Usage:" in bantin("counter", "verify", f"--root={english}", "--no", locale=locale).stderr
    monkeypatch.chdir(vietnamese / "content")
    assert "Cách dùng:" in bantin("build", "--help", locale="C").stdout
    monkeypatch.chdir(english)
    assert "Usage:" in bantin("build", "--help", locale="vi_VN").stdout


@pytest.mark.parametrize(
    ("settings", "language"),
    [
        ("title: Bản tin ký kết\n", "vi"),
        (unicodedata.normalize("NFD", "title: Bản tin\nlanguage: tiếng Việt\n"), "vi"),
        ("title: Bulletin of agreements\n", "en"),
        ("title: Bản tin\nlanguage: en\n", "en"),
        ("title: Bulletin\nlanguage: 'vi'\n", "vi"),
        ("title: Café à Düsseldorf\n", "en"),
        ("", "en"),
    ],
)
def test_settings_that_do_not_name_their_language_are_shown_in_that_of_their_words(
    settings: str, language: Language, tmp_path: Path
) -> None:
    assert spoken_language([write(tmp_path, {"content/site.yml": settings})], {}) == language
    said = bantin("check", tmp_path, "-j", 1).stderr
    assert ("lỗi: " if language == "vi" else "error: ") in said


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "vi_VN.UTF-8"}, "vi"),
        ({"LANG": "vi"}, "vi"),
        ({"LANG": "C", "LC_MESSAGES": "vi_VN"}, "vi"),
        ({"LANG": "vi_VN", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LANG": "vi_VN", "LC_ALL": ""}, "vi"),
        ({"LANG": "vic_US"}, "en"),
        ({"LANG": "fr_FR"}, "en"),
    ],
)
def test_the_locale_is_found_as_posix_says(environment: dict[str, str], language: Language) -> None:
    assert locale_language(environment) == language


@pytest.mark.parametrize("argument", ["\0", "x" * 5000, "~root", "--", "-j", "--out=", "https://x.example/"])
def test_no_argument_is_too_strange_to_be_looked_at(
    argument: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert spoken_language([argument], {"LANG": "vi_VN"}) == "vi"


def test_an_option_before_the_bulletin_does_not_stand_for_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write(tmp_path / "here", COMPLETE))
    there = write(tmp_path / "there", ENGLISH)
    assert spoken_language(["--quiet", "--drafts", there], {}) == "en"
    assert spoken_language(["--quiet", f"--out={there}"], {}) == "en"
    assert spoken_language(["--quiet"], {}) == "vi"


def _messages(module: str) -> set[str]:
    """The messages that a module of click passes to gettext."""
    tree = ast.parse((Path(click.__file__).parent / module).read_text())
    return {
        argument.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "ngettext")
        for argument in node.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    }


# Replaced by ``usage.py`` and ``commands.py``, or part of features that the command does not use: passwords, editors,
# pagers, deprecated parameters, types that no option has, programming errors.
UNUSED = re.compile(
    r"UUID|deprecat|Deprecat|Did you mean|Aborted|default|env var|^(file|directory|path|d|Options|Commands|Error: .*)$"
    r"|Positional|Missing (arg|opt|par|\{)|No such|Invalid value|Usage:|Try |Choose from|Choice\(|twice|unknown error"
    r"|Possible options|valid boolean"
    r"|defined|[Pp]arameter|mutually|decl|prompt|Show |Confirm|continue|version|start character|tuple"
    r"|do not match|invalid input|dynamic|is not \{choice\}|Argument \{name|iterable|Option group|required"
)


@pytest.mark.parametrize("module", ["core.py", "types.py", "parser.py", "exceptions.py"])
def test_all_that_click_says_of_wrong_use_is_known(module: str) -> None:
    known = {re.sub(r"\{\w+\}", "{}", phrase) for phrase in _PHRASES}
    said = {re.sub(r"\{\w+(![rs])?\}", "{}", message) for message in _messages(module) if not UNUSED.search(message)}
    assert said - known == set()


def test_what_click_says_is_translated_with_what_was_typed() -> None:
    assert in_vietnamese("Directory 'a is a file. b' does not exist.") == "Không có thư mục 'a is a file. b'."
    assert in_vietnamese("Một câu khác.") == "Một câu khác."
    assert metavar_in_vietnamese("[ROOT] URL-or-DIR dask://HOST:PORT TOTEXT") == (
        "[THƯ-MỤC] URL-hoặc-THƯ-MỤC dask://MÁY:CỔNG TOTEXT"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_reasons_of_the_system_are_shown_in_the_language(
    language: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write(tmp_path, COMPLETE if language == "vi" else ENGLISH)

    def full(*_arguments: object, **_options: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_text", full)
    told = bantin("new", root, "Tên", "--agency", "co-quan-a", "--agency", "co-quan-b")
    assert told.exit_code == 2
    assert ("hết chỗ trên đĩa" if language == "vi" else "No space left on device") in told.stderr


def test_what_the_system_refuses_ends_in_a_line_not_in_a_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_folder: Path) -> Iterator[Path]:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(tmp_path))

    monkeypatch.setattr(Path, "iterdir", refused)
    result = bantin("init", tmp_path)
    assert (result.exit_code, result.stderr) == (1, f"Lỗi: {tmp_path}: không có quyền truy cập.\n")


@pytest.mark.parametrize(
    "path", sorted((REPOSITORY / "generator/bantin/cli").rglob("*.py")), ids=lambda path: path.stem
)
def test_no_command_speaks_one_language_only(path: Path) -> None:
    """Errors are raised as ``WrongUse`` and ``WrongValue``; commands are made by ``bantin.cli.commands``."""
    text = path.read_text()
    if path.name in ("commands.py", "words.py"):
        return
    assert re.findall(r"raise click\.\w+\(|click\.(?:command|group|option|argument|prompt|confirm)\(", text) == (
        ["click.prompt("] * 2 if path.name == "asking.py" else []
    )
