"""A shell that stays open."""

import pytest

from bantin.deploy.shell import ShellFailed, open_shell


def test_commands_follow_one_another_in_one_shell() -> None:
    with open_shell(["sh"]) as shell:
        assert shell.run("cd / && x='một hai'") == ""
        assert shell.run('pwd; printf %s "$x"') == "/\nmột hai"
        assert shell.run("cat") == ""
        assert shell.run("printf 'a\\n\\n'") == "a\n\n"


def test_a_command_that_fails_is_reported_with_its_words_and_the_shell_goes_on() -> None:
    with open_shell(["sh"]) as shell:
        with pytest.raises(ShellFailed) as raised:
            shell.run("echo lý do >&2; false")
        assert (raised.value.status, raised.value.text) == (1, "lý do\n")
        assert shell.run("echo còn") == "còn\n"


def test_a_shell_that_is_gone_is_reported() -> None:
    with open_shell(["sh", "-c", "echo mất kết nối >&2"]) as shell, pytest.raises(ShellFailed) as raised:
        shell.run("true")
    assert raised.value.status is None
    assert "mất kết nối" in raised.value.text
    with open_shell(["sh"]) as shell, pytest.raises(ShellFailed):
        shell.run("kill -9 $$")


def test_a_program_that_is_missing_is_named() -> None:
    with pytest.raises(FileNotFoundError) as raised, open_shell(["khong-co-lenh"]):
        pass
    assert raised.value.filename == "khong-co-lenh"
