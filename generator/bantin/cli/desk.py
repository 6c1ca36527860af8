"""``bantin desk``."""

import os
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

import click

from bantin.cli.bulletin import read_site
from bantin.cli.commands import command, option
from bantin.cli.console import Console
from bantin.cli.memory import memory_of
from bantin.cli.options import SANDBOXED, base_url_option, current_time, root_argument, themes_option
from bantin.cli.run import PROBLEMS, WRONG_USE
from bantin.cli.words import Bilingual, WrongUse, WrongValue
from bantin.domain.problems import UsageError, has_errors
from bantin.report import Summary

_DESK = Bilingual(
    """Mở bàn biên tập của bản tin trong THƯ-MỤC ngay trên máy này, không cần tài khoản ở nơi khác.

    Biểu mẫu mở bằng trình duyệt; bài được lưu vào kho Git của bản tin, ghi tên người viết. Bài gửi duyệt có bản xem
    thử; chỉ người có tên trong publishers (site.yml) mới đăng được. Để nhiều người cùng dùng, hãy đặt sau cổng đăng
    nhập của cơ quan (--user-header, --trusted, --base-url).
    """,
    """Serve the editors' desk of the bulletin in ROOT on this machine, without an account anywhere else.

    The form opens in a browser; what is saved goes into the Git repository of the bulletin, in the writer's name. What
    waits for review has a preview; only those named as publishers (site.yml) may publish it. For several people, put it
    behind the agency's own sign-in (--user-header, --trusted, --base-url).
    """,
)
_HOST = Bilingual("Địa chỉ mạng để mở.", "The network address to listen at.")
_PORT = Bilingual("Cổng để mở.", "The port to listen at.")
_BASE_URL = Bilingual(
    "Địa chỉ mà biên tập viên mở, khi ở sau cổng đăng nhập.", "The address that editors open, behind a sign-in."
)
_HEADER = Bilingual(
    "Tiêu đề HTTP mà cổng đăng nhập dùng để cho biết tên người dùng, ví dụ X-Remote-User.",
    "The HTTP header in which the sign-in names the user, such as X-Remote-User.",
)
_TRUSTED = Bilingual(
    "Mạng của cổng đăng nhập; chỉ tin tiêu đề đến từ đó. Có thể nêu nhiều lần.  [mặc định: máy này]",
    "The network of the sign-in; the header is believed only from there. May be given repeatedly.  [default: this "
    "machine]",
)
_PUBLISHER = Bilingual(
    "Người được đăng: tên đăng nhập hoặc thư điện tử, thay cho danh sách trong site.yml. Có thể nêu nhiều lần.",
    "Who may publish: a login or a mail address, in place of the list in site.yml. May be given repeatedly.",
)
_NO_REPOSITORY = Bilingual(
    "{root} không nằm trong kho Git, hoặc máy này chưa có Git. Hãy chạy git init rồi commit bản tin.",
    "{root} is in no Git repository, or Git is not on this machine. Run git init, and commit the bulletin.",
)
_NO_BRANCH = Bilingual(
    "Kho Git của bản tin chưa có commit nào trên nhánh đang mở.",
    "The Git repository of the bulletin has no commit on a branch that is checked out.",
)
_NO_USER = Bilingual(
    "Git chưa biết tên người dùng máy này. Hãy chạy: git config user.name "
    "'Họ Tên' && git config user.email ten@co-quan.vn",
    "Git does not know the user of this machine. Run: git config user.name 'Name' && "
    "git config user.email me@agency.vn",
)
_OPEN_TO_ALL = Bilingual(
    "Ở địa chỉ này ai cũng vào được bàn biên tập. Hãy đặt sau cổng đăng nhập, với --user-header, hoặc dùng 127.0.0.1.",
    "Anybody could use the desk at this address. Put it behind a sign-in, with --user-header, or listen at 127.0.0.1.",
)
_NO_PUBLISHERS = Bilingual(
    "Chưa ai được đăng. Hãy ghi publishers dưới editors trong site.yml, hoặc dùng --publisher.",
    "Nobody may publish. Name publishers below editors in site.yml, or use --publisher.",
)
_NO_NETWORK = Bilingual(
    "“{text}” không phải là một mạng; hãy viết ví dụ 10.0.0.0/8", "“{text}” is no network; write one like 10.0.0.0/8"
)
_NO_ORIGIN = Bilingual(
    "bàn biên tập phải ở gốc của một tên miền, ví dụ https://bien-tap.co-quan.vn/",
    "the desk has to be at the root of a host, such as https://desk.agency.vn/",
)


@command("desk", _DESK)
@root_argument
@option("--host", default="127.0.0.1", show_default=True, words=_HOST)
@option("--port", default=8010, show_default=True, type=click.IntRange(1, 65535), words=_PORT)
@base_url_option(_BASE_URL)
@option("--user-header", default="", metavar="NAME", words=_HEADER)
@option("--trusted", multiple=True, metavar="NETWORK", words=_TRUSTED)
@option("--publisher", "publishers", multiple=True, metavar="NAME", words=_PUBLISHER)
@themes_option
def desk_command(  # noqa: PLR0917 - click calls it by name
    root: Path,
    host: str,
    port: int,
    base_url: str | None,
    user_header: str,
    trusted: Sequence[str],
    publishers: Sequence[str],
    themes: str,
) -> None:
    """Serves the desk of the bulletin in ``root``."""
    # Imported lazily: only this command needs the server.
    from bantin.counter.peers import LOOPBACK, parse_networks, read_address
    from bantin.desk.git import current_branch, find_git
    from bantin.desk.opening import KEY, Opening, open_desk, run
    from bantin.desk.review import FOLDER
    from bantin.desk.sign_in import SignIn, load_key, local_editor
    from bantin.preview import require_port

    _, site = read_site(root)
    at = read_address(host)
    if not user_header and not (at and any(at in network for network in LOOPBACK)):
        raise WrongUse(_OPEN_TO_ALL)
    try:
        networks = parse_networks(trusted) or LOOPBACK
    except ValueError as error:
        raise WrongValue(_NO_NETWORK, text=", ".join(trusted)) from error
    address = base_url or f"http://{host}:{port}/"
    if urlsplit(address).path != "/":
        raise WrongValue(_NO_ORIGIN)
    git = find_git(root, os.environ)
    if git is None:
        raise WrongUse(_NO_REPOSITORY, root=root)
    branch, local = current_branch(git), local_editor(git)
    if branch is None:
        raise WrongUse(_NO_BRANCH)
    if local is None and not user_header:
        raise WrongUse(_NO_USER)
    named = (*publishers,) or (site.editors.publishers if site.editors else ())
    allowed = named or ((local.login,) if local and not user_header else ())
    if not allowed:
        raise WrongUse(_NO_PUBLISHERS)
    try:
        require_port(host, port)
    except UsageError as error:
        Console("text", site.language, root).problems([error.problem])
        raise SystemExit(WRONG_USE) from None
    reviewed = site.editors.review if site.editors else True
    cache = memory_of(root / FOLDER)
    opening = Opening(git, branch, allowed, address, site.language, reviewed, cache, sandboxed=themes == SANDBOXED)
    console = Console("text", site.language, root)
    desk = open_desk(opening, current_time, console.problems)
    problems = desk.build_site()
    if has_errors(problems):
        console.end(problems, Summary.failed(problems, 0))
        raise SystemExit(PROBLEMS)
    sign_in = SignIn(load_key(root / KEY), local, user_header, networks)
    click.echo(f"{address}{opening.form}")
    run(desk, sign_in, host, port)
