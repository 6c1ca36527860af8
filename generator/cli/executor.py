"""``--executor``: work that is done on a cluster instead of in processes of this machine."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import click

from generator.workers import Through, Workers, local

_SECONDS = 10
"""How long a scheduler may take to answer."""


def executor_address(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    """``dask://HOST:PORT`` as the address of a scheduler; anything else is refused."""
    if value is None:
        return None
    try:
        parts = urlsplit(value)
        known = parts.scheme == "dask" and parts.hostname and parts.port and not parts.path.strip("/")
    except ValueError:
        known = False
    if not known:
        raise click.BadParameter("write the address of a Dask scheduler, such as dask://10.0.0.1:8786")
    return f"tcp://{parts.netloc}"


@contextmanager
def workers_at(address: str | None, jobs: int) -> Iterator[Workers]:
    """The workers of the cluster whose scheduler is at ``address``; without one, ``jobs`` of this machine."""
    if address is None:
        yield local(jobs)
        return
    try:
        from distributed import Client
    except ImportError as error:
        raise click.UsageError("Dask is not installed. Install it with: pip install 'bantin[dask]'") from error
    try:
        client = Client(address, timeout=_SECONDS, set_as_default=False)
    except OSError as error:
        raise click.UsageError(f"No Dask scheduler answers at {address}.") from error
    with client:
        cores = sum(client.ncores().values())
        if not cores:
            raise click.UsageError(f"The Dask scheduler at {address} has no workers.")
        yield Through(client.get_executor(pure=False), cores)
