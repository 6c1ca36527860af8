"""The bulletin that a command is for: the one that is named, or else the one that the working folder is in."""

import os
from pathlib import Path

import click
from click.core import ParameterSource


def find_root(folder: Path) -> Path:
    """The folder of the bulletin that ``folder`` is in, at any depth; ``folder`` itself if there is none."""
    # Imported lazily: help needs nothing of it.
    from bantin.content.files import SITE

    here = Path(os.path.abspath(folder))  # noqa: PTH100 - links are not followed
    found = next((one for one in (here, *here.parents) if (one / SITE).is_file()), here)
    return folder if found == here else Path(os.path.relpath(found))


def root_of(ctx: click.Context, parameter: click.Parameter, value: Path) -> Path:
    """The folder that was named; where none was, the bulletin that the working folder is in."""
    is_named = parameter.name is not None and ctx.get_parameter_source(parameter.name) is not ParameterSource.DEFAULT
    return value if is_named else find_root(value)
