"""Messages about wrong use of the command line."""

import click

from bantin.cli.click_words import in_vietnamese
from bantin.cli.words import Bilingual, WrongUse, WrongValue
from bantin.domain.problems import Language
from bantin.domain.text.suggestions import nearest

_ERROR = Bilingual("Lỗi: {message}", "Error: {message}")
_MORE = Bilingual("Xem hướng dẫn: {command}", "For help: {command}")
_VALUE = Bilingual("Giá trị của {name} không hợp lệ: {message}", "Invalid value for {name}: {message}")
_VALUE_ALONE = Bilingual("Giá trị không hợp lệ: {message}", "Invalid value: {message}")
_MISSING_ARGUMENT = Bilingual("Thiếu đối số {name}.", "Missing argument {name}.")
_MISSING_OPTION = Bilingual("Thiếu tùy chọn {name}.", "Missing option {name}.")
_CHOOSE = Bilingual(" Hãy chọn: {choices}.", " Choose from: {choices}.")
_NO_OPTION = Bilingual("Không có tùy chọn {name}.", "There is no option {name}.")
_MEANT = Bilingual(" Có phải {near}?", " Did you mean {near}?")


def show_error(error: click.ClickException, language: Language) -> None:
    """Writes the usage, the help command and the error to standard error."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        click.echo(error.format_message(), err=True)
        return
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    if ctx is not None:
        command = f"{ctx.command_path} --help"
        click.echo(f"{ctx.get_usage()}\n{_MORE.of(language).format(command=command)}\n", err=True)
    click.echo(_ERROR.of(language).format(message=message_of(error, language)), err=True)


def message_of(error: click.ClickException, language: Language) -> str:
    """Returns the message of an error in ``language``."""
    if isinstance(error, WrongUse):
        return error.phrase.of(language)
    if isinstance(error, click.MissingParameter):
        return _missing(error, language)
    if isinstance(error, click.NoSuchOption):
        return _no_option(error, language)
    if isinstance(error, WrongValue):
        message = error.phrase.of(language)
    else:
        message = in_vietnamese(error.message) if language == "vi" else error.message
    return _of_parameter(error, message, language) if isinstance(error, click.BadParameter) else message


def _of_parameter(error: click.BadParameter, message: str, language: Language) -> str:
    name = error.param_hint or (error.param.get_error_hint(error.ctx) if error.param and error.ctx else None)
    if not name:
        return _VALUE_ALONE.of(language).format(message=message)
    name = name if isinstance(name, str) else " / ".join(name)
    return _VALUE.of(language).format(name=name.replace("'", "").strip("[]"), message=message)


def _missing(error: click.MissingParameter, language: Language) -> str:
    param = error.param
    if param is None or error.ctx is None:
        return in_vietnamese(error.format_message()) if language == "vi" else error.format_message()
    words = _MISSING_OPTION if param.param_type_name == "option" else _MISSING_ARGUMENT
    message = words.of(language).format(name=param.get_error_hint(error.ctx).replace("'", ""))
    if isinstance(param.type, click.Choice):
        message += _CHOOSE.of(language).format(choices=", ".join(map(str, param.type.choices)))
    return message


def _no_option(error: click.NoSuchOption, language: Language) -> str:
    message = _NO_OPTION.of(language).format(name=error.option_name)
    known = [name for param in error.ctx.command.get_params(error.ctx) for name in param.opts] if error.ctx else []
    near = nearest(error.option_name, [name for name in known if name.startswith("--")])
    return message + (_MEANT.of(language).format(near=near) if near else "")
