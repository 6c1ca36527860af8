"""``--executor``: runs work on a cluster instead of in processes of this machine."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import click

from bantin.cli.words import Bilingual, WrongUse, WrongValue
from bantin.runtime.workers import ExecutorWorkers, Workers, local

_TIMEOUT = 10  # seconds, for connecting to the scheduler
_ADDRESS = Bilingual(
    "hãy viết địa chỉ của bộ điều phối Dask, ví dụ dask://10.0.0.1:8786",
    "write the address of a Dask scheduler, such as dask://10.0.0.1:8786",
)
_NO_DASK = Bilingual(
    "Chưa cài Dask. Để cài: pip install distributed", "Dask is not installed. To install it: pip install distributed"
)
_SILENT = Bilingual("Không có bộ điều phối Dask nào trả lời ở {address}.", "No Dask scheduler answers at {address}.")
_IDLE = Bilingual("Bộ điều phối Dask ở {address} chưa có máy nào.", "The Dask scheduler at {address} has no workers.")


def executor_address(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    """Converts ``dask://HOST:PORT`` to the address of a scheduler; refuses anything else."""
    if value is None:
        return None
    try:
        parts = urlsplit(value)
        known = parts.scheme == "dask" and parts.hostname and parts.port and not parts.path.strip("/")
    except ValueError:
        known = False
    if not known:
        raise WrongValue(_ADDRESS)
    return f"tcp://{parts.netloc}"


@contextmanager
def workers_at(address: str | None, jobs: int) -> Iterator[Workers]:
    """Yields the workers of the cluster with its scheduler at ``address``, or ``jobs`` local ones if it is ``None``."""
    if address is None:
        yield local(jobs)
        return
    try:
        from distributed import Client
    except ImportError as error:
        raise WrongUse(_NO_DASK) from error
    try:
        client = Client(address, timeout=_TIMEOUT, set_as_default=False)
    except OSError as error:
        raise WrongUse(_SILENT, address=address) from error
    with client:
        cores = sum(client.ncores().values())
        if not cores:
            raise WrongUse(_IDLE, address=address)
        yield ExecutorWorkers(client.get_executor(pure=False), cores)
