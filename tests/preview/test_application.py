"""The preview in a browser: the site as served, with an overlay of problems."""

import re
from pathlib import Path

import pytest

from bantin.preview import Preview
from bantin.preview.application import application, without_policy
from tests.bulletins import ARTICLE, COMPLETE, SITE, write
from tests.pictures import moving
from tests.preview.previews import Response, get, preview_of

BAI = "content/articles/2020/bai.md"
OVERLAY = 'id="bantin-problems"'
PAGES = ("/", "/bai-viet/2020/bai/", "/khong-co/")
OTHERS = ("/atom.xml", "/robots.txt", "/media/a.gif")


def made(root: Path) -> Preview:
    signed = ARTICLE.replace("  scope:", "  documents: [/media/a.gif]\n  scope:")
    return preview_of(write(root, COMPLETE, {BAI: signed, "content/media/a.gif": moving()}))


def break_it(preview: Preview, old: str = "co-quan-a,", new: str = "co-quan-x,") -> None:
    write(preview.root, {BAI: ARTICLE.replace(old, new)})
    assert preview.rebuild().failed


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Preview:
    """A preview whose bulletin stays as it is; links lead out of its site."""
    preview = made(tmp_path_factory.mktemp("served"))
    write(preview.root, {".bantin/preview-2/index.html": "timezone"})
    (preview.folder / "link").symlink_to(preview.root / "content")
    (preview.folder / "link-to-file.yml").symlink_to(preview.root / "content/site.yml")
    return preview


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Response], Preview]:
    """The pages of a preview while all was well, and the preview once it was not."""
    preview = made(tmp_path_factory.mktemp("broken"))
    good = {path: get(preview, path) for path in (*PAGES, *OTHERS)}
    break_it(preview)
    return good, preview


@pytest.fixture
def preview(tmp_path: Path) -> Preview:
    """A preview whose bulletin a test may change."""
    return made(tmp_path)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/index.html", "text/html; charset=utf-8"),
        ("/bai-viet/2020/bai/", "text/html; charset=utf-8"),
        ("/bai-viet/2020/bai/index.html", "text/html; charset=utf-8"),
        ("/media/a.gif", "image/gif"),
        ("/atom.xml", "application/atom+xml; charset=utf-8"),
        ("/rss.xml", "application/rss+xml; charset=utf-8"),
        ("/robots.txt", "text/plain; charset=utf-8"),
    ],
)
def test_every_file_of_the_site_is_served_as_what_it_is(served: Preview, path: str, kind: str) -> None:
    response = get(served, path)
    file = served.folder / path.lstrip("/")
    assert (response.status, response.headers["Content-Type"]) == (200, kind)
    assert response.body == (file / "index.html" if file.is_dir() else file).read_bytes()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.css", "text/css; charset=utf-8"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.svg", "image/svg+xml; charset=utf-8"),
        ("a.webp", "image/webp"),
        ("a.avif", "image/avif"),
        ("a.jpg", "image/jpeg"),
        ("a.pdf", "application/pdf"),
        ("a.csv", "text/csv; charset=utf-8"),
        ("a", "application/octet-stream"),
        ("a.khong-co", "application/octet-stream"),
    ],
)
def test_every_kind_of_file_is_shown_as_what_it_is(served: Preview, name: str, kind: str) -> None:
    write(served.folder, {name: "x"})
    assert get(served, f"/{name}").headers["Content-Type"] == kind


def test_nothing_is_kept_by_browsers(served: Preview) -> None:
    assert {get(served, path).headers["Cache-Control"] for path in ("/", "/robots.txt", "/khong-co/")} == {"no-store"}


@pytest.mark.parametrize(
    ("path", "target"), [("/co-quan", "/co-quan/"), ("/bai-viet/2020/bai", "/bai-viet/2020/bai/"), ("/đ", "/%C4%91/")]
)
def test_a_folder_without_its_slash_is_found_as_on_a_server(served: Preview, path: str, target: str) -> None:
    write(served.folder, {"đ/index.html": "x"})
    response = get(served, path)
    assert (response.status, response.headers["Location"]) == (301, target)


@pytest.mark.parametrize("path", ["/khong-co/", "/khong-co", "/co-quan/khong-co.html", "/index.html/", "/index.html/x"])
def test_an_address_that_does_not_exist_has_the_page_for_that(served: Preview, path: str) -> None:
    response = get(served, path)
    assert response.status == 404
    assert response.body == (served.folder / "404.html").read_bytes()


@pytest.mark.parametrize(
    "path",
    [
        "/../../content/site.yml",
        "/co-quan/../../../content/site.yml",
        "//../../content/site.yml",
        "/..\\..\\content\\site.yml",
        "/link/site.yml",
        "/link-to-file.yml",
        "/\0",
        "/../preview-2/index.html",
    ],
)
def test_nothing_outside_the_site_is_served(served: Preview, path: str) -> None:
    response = get(served, path)
    assert response.status == 404
    assert b"timezone" not in response.body


@pytest.mark.parametrize("path", PAGES)
def test_what_is_wrong_lies_over_every_page_and_the_last_good_site_below(
    broken: tuple[dict[str, Response], Preview], path: str
) -> None:
    good, response = broken[0][path], get(broken[1], path)
    assert OVERLAY not in good.text
    assert response.status == good.status
    assert response.text.count(OVERLAY) == 1
    assert "content/articles/2020/bai.md:9:13" in response.text
    assert "Bên dưới là bản tốt gần nhất." in response.text
    before, after = good.text.split("</body>")
    assert response.text.startswith(before)
    assert response.text.endswith(f"</body>{after}")


@pytest.mark.parametrize("path", OTHERS)
def test_nothing_is_laid_over_what_is_no_page(broken: tuple[dict[str, Response], Preview], path: str) -> None:
    assert get(broken[1], path) == broken[0][path]


def test_it_is_laid_over_a_page_once(broken: tuple[dict[str, Response], Preview]) -> None:
    write(broken[1].folder, {"x.html": "<body></body></body>"})
    assert get(broken[1], "/x.html").text.count(OVERLAY) == 1


def test_mending_it_takes_the_overlay_away(preview: Preview) -> None:
    break_it(preview)
    write(preview.root, {BAI: ARTICLE.replace("Hai cơ quan", "Ba cơ quan")})
    preview.rebuild()
    text = get(preview, "/bai-viet/2020/bai/").text
    assert OVERLAY not in text
    assert "Ba cơ quan" in text


def test_warnings_are_not_laid_over_the_page(preview: Preview) -> None:
    write(preview.root, {BAI: ARTICLE.replace("lead: Sa-pô.\n", "")})
    assert not preview.rebuild().failed
    (warning,) = preview.snapshot.problems
    assert OVERLAY not in get(preview, "/").text
    write(preview.root, {BAI: ARTICLE.replace("lead: Sa-pô.\n", "").replace("co-quan-a,", "co-quan-x,")})
    assert warning in preview.rebuild().problems
    text = get(preview, "/").text
    assert OVERLAY in text
    assert warning.message("vi") not in text


def test_a_problem_shows_its_line_with_a_caret_and_what_to_do(preview: Preview) -> None:
    break_it(preview, "scope: central", "scope: world")
    text = get(preview, "/").text
    overlay = text[text.index(OVERLAY) :]
    assert "<pre>13 |   scope: world\n              ^^^^^</pre>" in overlay
    assert "central (trung ương), provincial (cấp tỉnh), internal (nội bộ)" in overlay


def test_nothing_in_a_problem_is_taken_for_html(preview: Preview) -> None:
    break_it(preview, "scope: central", "scope: '<script>alert(1)</script></body>&'")
    text = get(preview, "/").text
    overlay = text[text.index(OVERLAY) :]
    assert "<script>" not in overlay
    assert "&lt;script&gt;alert(1)&lt;/script&gt;&lt;/body&gt;&amp;" in overlay


def test_where_no_site_has_been_built_yet_the_problems_stand_alone(tmp_path: Path) -> None:
    preview = preview_of(write(tmp_path, COMPLETE, {BAI: ARTICLE.replace("co-quan-a,", "co-quan-x,")}))
    response = get(preview, "/")
    assert response.status == 404
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    assert OVERLAY in response.text
    assert "Chưa có bản nào để xem." in response.text


def test_problems_are_shown_in_the_language_of_the_site(preview: Preview) -> None:
    write(preview.root, {"content/site.yml": SITE.replace("language: vi", "language: en")})
    break_it(preview)
    text = get(preview, "/").text
    assert "The site could not be built" in text
    assert "Below is the last good one." in text


def test_of_many_errors_the_first_are_laid_over_the_page_and_the_others_counted(tmp_path: Path) -> None:
    wrong = {f"content/articles/2020/sai-{n:02}.md": ARTICLE.replace("central", "world") for n in range(25)}
    text = get(preview_of(write(tmp_path, COMPLETE, wrong)), "/").text
    assert text.count("<li>") == 20
    assert "sai-19.md:13:10" in text
    assert "… và 5 lỗi khác: xem trong cửa sổ lệnh." in text


def test_what_is_put_into_a_page_to_show_it_again_may_run(served: Preview) -> None:
    policy = b'<meta http-equiv="Content-Security-Policy"'
    shown = (served.folder / "index.html").read_bytes()
    assert policy in shown
    environment = {"PATH_INFO": "/", "REQUEST_METHOD": "GET"}
    body = b"".join(without_policy(application(served))(environment, lambda _status, _headers: None))
    assert body == re.sub(policy + b"[^>]*>\n", b"", shown)
