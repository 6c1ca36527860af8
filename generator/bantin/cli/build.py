"""``bantin build``."""

from datetime import date, datetime
from functools import partial
from pathlib import Path

import click

from bantin.build.build import build, find_edition
from bantin.build.request import BuildContext, Request
from bantin.cli.commands import command, option
from bantin.cli.engine import find_engine
from bantin.cli.executor import executor_address
from bantin.cli.memory import memory_of
from bantin.cli.next_change import tell_next_change
from bantin.cli.options import SANDBOXED, check_options, current_time, default_jobs, preview_id, root_argument
from bantin.cli.run import Result, RunOptions, run
from bantin.cli.words import Bilingual, WrongUse

_BUILD = Bilingual(
    """Dựng trang web từ bản tin trong THƯ-MỤC (thư mục có content/).

    Còn lỗi thì chưa ghi gì ra: trang đã có giữ nguyên.
    """,
    """Build the bulletin in ROOT (a folder with content/) into a site.

    Nothing is published while anything is wrong: the site stays as it was.
    """,
)
_OUT = Bilingual("Nơi ghi trang web.  [mặc định: THƯ-MỤC/site]", "Where to put the site.  [default: ROOT/site]")
_ADOPT = Bilingual(
    "Ghi vào thư mục đã có tệp không do Bantin tạo ra; các tệp đó được giữ lại.",
    "Publish into a folder with files that Bantin did not make; they stay.",
)
_NO_CACHE = Bilingual(
    "Đọc và dựng lại tất cả từ đầu, không ghi nhớ gì.",
    "Read and render everything anew, and remember nothing of it.",
)
_NO_HISTORY = Bilingual(
    "Không ghi trang được dựng từ commit nào của kho.",
    "Do not tell from which commits of the repository the site is made.",
)
_PROFILE = Bilingual(
    "Cho biết thời gian đã dùng vào đâu: theo chặng và theo mẫu trang.",
    "Tell where the time went: by stage and by template.",
)
_EXECUTOR = Bilingual(
    "Đọc và dựng trang trên cụm máy Dask; các máy phải thấy bản tin ở cùng đường dẫn.",
    "Read and render on a Dask cluster whose machines see the bulletin at the same path.",
)
_LEDGER = Bilingual(
    "Ghi các địa chỉ đã công khai vào content/.ledger.  [mặc định: có, trừ khi dùng --base-url, --as-of, --drafts, "
    "--preview]",
    "Note the addresses that are public in content/.ledger.  [default: yes, except with --base-url, --as-of, --drafts, "
    "--preview]",
)
_PREVIEW = Bilingual(
    "Dựng bản xem thử mang mã này, để triển khai bên cạnh trang công khai: bantin deploy --as preview/MÃ.",
    "Build the preview with this id, to deploy beside the public site: bantin deploy --as preview/ID.",
)
_NOT_PUBLIC = Bilingual(
    "--ledger không đi cùng --drafts, --as-of hay --preview: trang như thế không dành cho công chúng.",
    "--ledger does not go with --drafts, --as-of or --preview: the public does not get such a site.",
)
_NEXT = Bilingual(
    "Không dựng, chỉ in thời điểm sắp tới mà trang sẽ thay đổi dù không ai sửa tệp nào; “-” nếu không có.",
    "Build nothing; print the next moment at which the site changes although no file does, or “-” if there is none.",
)
_NEEDS_CACHE = Bilingual(
    "--executor không dùng được cùng --no-cache: các máy của cụm chia sẻ những gì đã đọc qua bộ nhớ đệm.",
    "--executor needs the cache: through it the machines of a cluster share what was read.",
)
_NO_SECRET = Bilingual(
    "--executor cần nơi giữ khóa của bộ nhớ đệm, nhưng không ghi được vào thư mục nào; hãy đặt XDG_STATE_HOME.",
    "--executor needs a place for the secret of the cache, and there is none; set XDG_STATE_HOME.",
)


@command("build", _BUILD)
@root_argument
@option("-o", "--out", type=click.Path(path_type=Path), words=_OUT)
@option("--adopt", is_flag=True, words=_ADOPT)
@option("--no-cache", is_flag=True, words=_NO_CACHE)
@option("--no-history", is_flag=True, words=_NO_HISTORY)
@option("--ledger/--no-ledger", default=None, words=_LEDGER)
@option("--profile", is_flag=True, words=_PROFILE)
@option("--executor", metavar="dask://HOST:PORT", callback=executor_address, words=_EXECUTOR)
@option("--preview", metavar="ID", default="", callback=preview_id, words=_PREVIEW)
@option("--next", "asks_next", is_flag=True, words=_NEXT)
@check_options
def build_command(  # noqa: PLR0917 - click calls it by name
    root: Path,
    out: Path | None,
    executor: str | None,
    preview: str,
    base_url: str | None,
    as_of: date | datetime | None,
    themes: str,
    jobs: int | None,
    style: str,
    *,
    adopt: bool,
    no_cache: bool,
    no_history: bool,
    ledger: bool | None,
    profile: bool,
    asks_next: bool,
    drafts: bool,
    strict: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Builds the bulletin in ``root``."""

    def work(request: Request, context: BuildContext) -> Result:
        if asks_next:
            return Result(find_edition(request, out or root / "site", context))
        built = build(request, out or root / "site", context, adopt=adopt)
        return Result(built.edition, built.report)

    if executor and no_cache:
        raise WrongUse(_NEEDS_CACHE)
    root = root.resolve() if executor else root
    cache_location = None if no_cache else memory_of(root)
    if executor and cache_location is None:
        raise WrongUse(_NO_SECRET)
    sandboxed = themes == SANDBOXED
    if ledger and (as_of or drafts or preview):
        raise WrongUse(_NOT_PUBLIC)
    keeps_ledger = not (as_of or base_url or drafts or preview) if ledger is None else ledger
    request = Request(
        root,
        current_time(),
        as_of,
        base_url,
        drafts,
        strict,
        not no_history,
        sandboxed,
        keeps_ledger=keeps_ledger,
        preview=preview,
    )
    run(
        work,
        request,
        RunOptions(default_jobs(jobs), style, quiet, verbose, cache_location, executor, profile),
        find_engine,
        partial(tell_next_change, style) if asks_next else None,
    )
