"""Problems of deployment. Whatever goes wrong, the public site stays as it is."""

from bantin.domain.problems import Kind, Severity, Wording

_E, _W = Severity.ERROR, Severity.WARNING

NO_TARGETS = Kind(
    "no-deploy-targets",
    _E,
    Wording("No place to deploy to is named here.", "Add “deploy:” to site.yml; docs/publishing.md shows how."),
    Wording("Chưa khai nơi triển khai.", "Hãy thêm “deploy:” vào site.yml; xem docs/publishing.vi.md."),
)
UNKNOWN_TARGET = Kind(
    "unknown-deploy-target",
    _E,
    Wording("There is no target “{name}”.", "Targets of site.yml: {known}."),
    Wording("Không có nơi triển khai “{name}”.", "Các nơi đã khai trong site.yml: {known}."),
)
NOTHING_BUILT = Kind(
    "nothing-to-deploy",
    _E,
    Wording("There is no whole site here: {reason}.", "Build it first: bantin build."),
    Wording("Ở đây chưa có trang hoàn chỉnh: {reason}.", "Hãy dựng trang trước: bantin build."),
)
DRAFTS = Kind(
    "drafts-not-deployed",
    _E,
    Wording(
        "The site here was built with drafts, which are not for the public.",
        "Build it again without them: bantin build.",
    ),
    Wording(
        "Trang ở đây được dựng kèm bản nháp, không được công khai.", "Hãy dựng lại, không kèm bản nháp: bantin build."
    ),
)
IS_PREVIEW = Kind(
    "preview-not-deployed",
    _E,
    Wording(
        "The site here is the preview “{id}”, which must not take the place of the public site.",
        "Build it again without --preview, or deploy it beside the public site: bantin deploy --to NAME "
        "--as preview/{id}.",
    ),
    Wording(
        "Trang ở đây là bản xem thử “{id}”, không được thay cho trang công khai.",
        "Hãy dựng lại, không dùng --preview, hoặc triển khai bên trang công khai: bantin deploy --to TÊN "
        "--as preview/{id}.",
    ),
)
NOT_THIS_PREVIEW = Kind(
    "not-this-preview",
    _E,
    Wording("The site here is not the preview “{id}”.", "Build it: bantin build --preview {id}."),
    Wording("Trang ở đây không phải là bản xem thử “{id}”.", "Hãy dựng: bantin build --preview {id}."),
)
NO_PREVIEWS = Kind(
    "target-without-previews",
    _E,
    Wording("“{name}” is a store, which takes no previews.", "Name a folder, a host or a branch as their target."),
    Wording(
        "“{name}” là kho lưu trữ, không nhận bản xem thử.", "Hãy dùng nơi triển khai là thư mục, máy chủ hoặc nhánh."
    ),
)
PREVIEWS_BLOCKED = Kind(
    "previews-blocked",
    _E,
    Wording("The file “{place}” of the branch stands where previews belong.", "Give it another name, and deploy."),
    Wording("Tệp “{place}” của nhánh nằm ở chỗ dành cho bản xem thử.", "Hãy đổi tên tệp đó rồi triển khai."),
)
EMBARGOED = Kind(
    "embargo-broken",
    _E,
    Wording(
        "This file tells “{key}” of {file}, which is under embargo until {until}.",
        "Build the site again: bantin build. If that does not help, look which public file of the bulletin tells it.",
    ),
    Wording(
        "Tệp này có “{key}” của {file}, vốn phải giữ kín đến {until}.",
        "Hãy dựng lại trang: bantin build. Nếu vẫn còn, hãy xem tệp công khai nào của bản tin nhắc đến điều đó.",
    ),
)
OUTDATED = Kind(
    "site-older-than-content",
    _W,
    Wording(
        "The site here is older than its content. Files that have changed since it was built: {files}.",
        "Build it, and deploy again: bantin build.",
    ),
    Wording(
        "Trang ở đây cũ hơn nội dung. Số tệp đã thay đổi sau lần dựng gần nhất: {files}.",
        "Hãy dựng lại rồi triển khai lại: bantin build.",
    ),
)
INSIDE_SITE = Kind(
    "target-inside-site",
    _E,
    Wording("The target lies inside the site or the content.", "Name a folder of its own."),
    Wording("Nơi triển khai nằm trong chính trang hoặc nội dung.", "Hãy chỉ một thư mục riêng."),
)
TOO_MANY_REMOVALS = Kind(
    "too-many-removals",
    _E,
    Wording(
        "{removed} of {there} files that are public would be removed.",
        "If that is meant, say --allow-removals. If not, look whether the site is built as a whole.",
    ),
    Wording(
        "Sẽ xóa {removed} trong {there} tệp đang công khai.",
        "Nếu đúng ý định, hãy thêm --allow-removals. Nếu không, hãy kiểm tra xem trang đã được tạo đầy đủ chưa.",
    ),
)
BUSY = Kind(
    "target-busy",
    _E,
    Wording("Somebody else is deploying to “{name}”.", "Wait until that has ended, and try again."),
    Wording("Đang có người khác triển khai lên “{name}”.", "Hãy đợi xong rồi chạy lại."),
)
NOT_OURS = Kind(
    "target-not-ours",
    _E,
    Wording("“{place}” stands where the link to the live site belongs.", "Move it away, or name another folder."),
    Wording("“{place}” nằm ở chỗ dành cho liên kết đến trang đang chạy.", "Hãy chuyển nó đi hoặc chỉ thư mục khác."),
)
LINK_REFUSED = Kind(
    "target-link-refused",
    _E,
    Wording(
        "On the way to the folder of “{name}” lies a link that belongs to another user, which rsync does not follow.",
        "Name the folder that the link leads to under “to:”, or let the link belong to root there: chown -h root LINK.",
    ),
    Wording(
        "Trên đường dẫn tới thư mục của “{name}” có liên kết thuộc người dùng khác nên rsync không đi theo.",
        "Hãy ghi vào “to:” thư mục mà liên kết dẫn tới, hoặc đổi chủ của liên kết ở máy đó: chown -h root LIÊN-KẾT.",
    ),
)
NO_PROGRAM = Kind(
    "program-missing",
    _E,
    Wording("The program {program} is needed and is not installed.", "Install it: {how}."),
    Wording("Cần chương trình {program} nhưng máy chưa cài.", "Hãy cài: {how}."),
)
NO_CONNECTION = Kind(
    "target-unreachable",
    _E,
    Wording(
        "“{name}” cannot be reached: {reason}.",
        "The site that is public stays. Check the name and the network, and run again.",
    ),
    Wording(
        "Không kết nối được “{name}”: {reason}.", "Trang công khai giữ nguyên. Hãy kiểm tra tên, mạng rồi chạy lại."
    ),
)
REFUSED = Kind(
    "target-refused",
    _E,
    Wording("“{name}” does not let us in: {reason}.", "Check the key and its rights; the site that is public stays."),
    Wording("“{name}” từ chối: {reason}.", "Hãy kiểm tra khóa và quyền; trang công khai giữ nguyên."),
)
UNKNOWN_HOST_KEY = Kind(
    "host-key-unknown",
    _E,
    Wording(
        "The host of “{name}” is not known, or is not the one that it was.",
        "Compare its fingerprint with the administrator's and add it: ssh-keyscan HOST >> ~/.ssh/known_hosts.",
    ),
    Wording(
        "Chưa biết máy chủ của “{name}”, hoặc khóa của máy chủ đã đổi.",
        "Hãy đối chiếu dấu vân tay với người quản trị rồi thêm: ssh-keyscan MÁY >> ~/.ssh/known_hosts.",
    ),
)
FULL = Kind(
    "target-full",
    _E,
    Wording("There is no room left at “{name}”.", "Make room, and run again; the site that is public stays."),
    Wording("“{name}” đã hết chỗ.", "Hãy giải phóng dung lượng rồi chạy lại; trang công khai giữ nguyên."),
)
FAILED = Kind(
    "deploy-failed",
    _E,
    Wording("Deploying to “{name}” failed: {reason}.", "The site that is public stays. Mend the cause, and run again."),
    Wording("Triển khai lên “{name}” thất bại: {reason}.", "Trang công khai giữ nguyên. Hãy khắc phục rồi chạy lại."),
)
HALF_DONE = Kind(
    "deploy-half-done",
    _E,
    Wording(
        "Deploying to “{name}” broke off half-way: {reason}.",
        "Part of the new site is public by now, and nothing that was is lost. Mend the cause and run it again: it goes "
        "on where it stopped.",
    ),
    Wording(
        "Triển khai lên “{name}” bị ngắt giữa chừng: {reason}.",
        "Một phần trang mới đã công khai, chưa mất nội dung nào. Hãy khắc phục rồi chạy lại, lệnh sẽ làm tiếp phần còn "
        "lại.",
    ),
)
NO_LOCK = Kind(
    "deploy-without-lock",
    _W,
    Wording(
        "The store “{name}” knows no lock: two deployments at once would not notice each other.",
        "See to it that only one of them runs, such as by a single job in CI.",
    ),
    Wording(
        "Kho “{name}” không hỗ trợ khóa: hai lần triển khai cùng lúc sẽ không nhận ra nhau.",
        "Hãy bảo đảm mỗi lúc chỉ có một lần triển khai, ví dụ chỉ chạy từ CI.",
    ),
)
NO_RELEASE = Kind(
    "no-such-release",
    _E,
    Wording(
        "There is no such release to go back to.",
        "Write enough of the name of one that is kept: {releases}. Public now: {live}.",
    ),
    Wording(
        "Không có bản phát hành ấy để quay lại.",
        "Hãy ghi tên (hoặc đủ phần đầu của tên) một bản còn giữ: {releases}. Đang công khai: {live}.",
    ),
)
NO_ROLLBACK = Kind(
    "no-rollback",
    _E,
    Wording("A store keeps no releases.", "Check out the earlier commit, build it, and deploy that."),
    Wording("Kho lưu trữ không giữ các bản phát hành.", "Hãy lấy lại commit trước, dựng trang rồi triển khai."),
)
HUB_FAILED = Kind(
    "hub-not-told",
    _W,
    Wording(
        "The hub {hub} could not be told of the new articles: {reason}.",
        "The site is public all the same; readers of its feeds learn of them a little later.",
    ),
    Wording(
        "Không báo được bài mới cho trạm {hub}: {reason}.",
        "Trang vẫn đã công khai; người theo dõi kênh tin chỉ biết muộn hơn một chút.",
    ),
)
