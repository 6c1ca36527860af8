"""`bantin desk` in a real browser: from the first word of an article to the public branch, by two editors."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect

from bantin.desk.saving import Bulletin
from tests.bulletins import ARTICLE
from tests.content.documents.pdfs import pdf
from tests.desk.repository import MINH, PATH, edited, git_in, text_at, waiting
from tests.outputs.desk import LONG, add, begin, choose, fill, open_entry, part, publish
from tests.outputs.served_desk import HEADER, at_desk, bulletin_with_desk, desk_at
from tests.outputs.test_desk import jpeg

FOLDER = "content/articles/2026/ky-quy-che-moi"


@pytest.fixture(scope="module")
def bulletin(tmp_path_factory: pytest.TempPathFactory) -> Bulletin:
    more = {f"content/agencies/co-quan-{one}.yml": f"name: Cơ quan {one.upper()}\n" for one in "cd"}
    return bulletin_with_desk(tmp_path_factory.mktemp("served") / "ban-tin", more)


def write_article(page: Page) -> None:
    """Writes an article with four parties, two photos and a document; it names an agreement that there is not."""
    begin(page)
    fill(page, title="Ký quy chế mới", published="2026-11-30", lead="Hôm nay: ký.")
    add(page, "authors")
    fill(page, authors__0="Lan")
    add(page, "about")
    fill(page, about__0="khong-co")
    part(page, "agreement").get_by_role("checkbox").first.click()
    choose(page, "agreement.type", "Quy chế")
    for number, agency in enumerate(("Cơ quan A", "Cơ quan B", "Cơ quan C", "Cơ quan D")):
        add(page, "agreement.parties")
        choose(page, f"agreement.parties.{number}.agency", agency)
    choose(page, "agreement.fields", "An ninh")
    fill(page, agreement__title="Quy chế", agreement__signed_on="2026-11-29", agreement__text_public="yes")
    add(page, "agreement.documents")
    attach(
        page, "agreement.documents.0.file", FilePayload(name="Quy chế.pdf", mimeType="application/pdf", buffer=pdf("A"))
    )
    for number, alt in enumerate(("Lễ ký", "Đại biểu dự lễ ký")):
        add(page, "photos")
        photo = FilePayload(name=f"IMG_{number}.JPG", mimeType="image/jpeg", buffer=jpeg(number))
        attach(page, f"photos.{number}.src", photo)
        part(page, f"photos.{number}.alt").get_by_role("textbox").fill(alt)
    fill(page, body="Nội dung.")
    publish(page)


def attach(page: Page, path: str, file: FilePayload) -> None:
    part(page, path).locator("input[type=file]").first.set_input_files(file)


def click_save(page: Page) -> None:
    page.get_by_role("button", name="Lưu", exact=True).click()


def changes_in(page: Page) -> None:
    """Opens the list of what waits."""
    summary = page.locator("#changes summary")
    expect(summary).to_be_visible(timeout=LONG)
    if page.locator("#changes").get_attribute("open") is None:
        summary.click()


def approve(page: Page) -> None:
    page.get_by_role("button", name="Trạng thái").click()
    page.get_by_role("menuitemradio", name="Sẵn sàng").click()


def test_an_article_is_written_reviewed_mended_and_published(browser: Browser, bulletin: Bulletin) -> None:
    git = bulletin.git
    (git.root / "content/pages").mkdir()
    (git.root / "content/pages/nhap.md").write_text("của người khác, chưa commit")
    before = git.head("main") or ""
    with desk_at(git.root, "--user-header", HEADER) as address:
        with at_desk(browser, address, "lan") as page:
            write_article(page)
            click_save(page)
            page.get_by_role("button", name="Gửi duyệt", exact=True).click()
            changes_in(page)
            # What is wrong is told with the label of the field, and at the field itself.
            expect(page.locator("#changes")).to_contain_text("Còn lỗi, chưa đăng được", timeout=LONG)
            expect(page.locator("#changes li .finding").first).to_contain_text("Nói về văn bản: Không có bản ghi nào")
            open_entry(page, "articles-2026-folders", "Ký quy chế mới")
            expect(part(page, "about").locator(".finding").first).to_contain_text("“khong-co”", timeout=LONG)
            part(page, "about").get_by_role("button", name="Gỡ bỏ").last.click()
            expect(part(page, "about.0")).to_have_count(0)
            click_save(page)
            expect(page.get_by_role("button", name="Tạo bài viết mới").first).to_be_visible(timeout=LONG)
            expect(page.locator("#changes")).to_contain_text("Không có lỗi", timeout=LONG)
            # The preview is of the article as it was saved, with its photo; the public site does not have it.
            preview = page.context.new_page()
            preview.goto(page.locator("#changes a").get_attribute("href") or "")
            preview.get_by_role("link", name="Ký quy chế mới").first.click()
            expect(preview.get_by_role("heading", level=1)).to_have_text("Ký quy chế mới")
            for name in ("Lễ ký", "Đại biểu dự lễ ký"):
                expect(preview.get_by_role("img", name=name, exact=True).first).to_be_visible()
            for party in "ABCD":
                expect(preview.get_by_role("main").get_by_text(f"Cơ quan {party}").first).to_be_visible()
            assert "Ký quy chế mới" not in (preview.request.get(address)).text()
            # Who may not publish cannot approve either.
            open_entry(page, "articles-2026-folders", "Ký quy chế mới")
            approve(page)
            expect(page.locator("#changes")).to_contain_text(
                "Chỉ người có quyền đăng mới làm được việc này", timeout=LONG
            )
        assert git.head("main") == before
        with at_desk(browser, address, "minh") as page:
            open_entry(page, "articles-2026-folders", "Ký quy chế mới")
            approve(page)
            page.get_by_role("button", name="Xuất bản bài viết").click()
            page.get_by_role("alertdialog").get_by_role("button", name="Xuất bản").click()
            expect(page.get_by_role("button", name="Tạo bài viết mới").first).to_be_visible(timeout=LONG)
            public = page.context.new_page()
            for _ in range(30):
                public.goto(address)
                if public.get_by_role("link", name="Ký quy chế mới").count():
                    break
                public.wait_for_timeout(500)
            expect(public.get_by_role("link", name="Ký quy chế mới").first).to_be_visible()
    after = git.head("main") or ""
    files = {f"{FOLDER}/{name}" for name in ("index.md", "img_0.jpg", "img_1.jpg", "quy-che.pdf")}
    assert git.changed(before, after) == dict.fromkeys(sorted(files), "A")
    assert {path for path in files if (git.root / path).is_file()} == files
    assert git_in(git.root, "status", "--short") == "?? content/pages/"
    assert sorted(one.name for one in git.history(after)) == ["Quản trị", "lan", "lan", "minh"]


def test_what_another_editor_has_saved_is_not_overwritten(browser: Browser, bulletin: Bulletin) -> None:
    """And what is in a form is not lost when the sign-in ends, nor when it cannot be saved."""
    git = bulletin.git
    branch = "cms/articles-2020/bai"
    with desk_at(git.root, "--user-header", HEADER) as address, at_desk(browser, address, "lan") as page:
        told = page.get_by_role("alertdialog")
        open_entry(page, "articles-2020", "Hai cơ quan ký quy chế")
        fill(page, title="Của Lan")
        page.context.set_extra_http_headers({})
        click_save(page)
        expect(told).to_contain_text("Chưa đăng nhập", timeout=LONG)
        told.get_by_role("button").last.click()
        expect(told).to_have_count(0)
        page.context.set_extra_http_headers({HEADER: "lan"})
        # Meanwhile, another editor saves the same article for review.
        waiting(bulletin, edited(old="Hai cơ quan", new="Của Minh"), editor=MINH, branch=branch)
        click_save(page)
        expect(told).to_contain_text("đã được Trần Minh sửa sau khi biểu mẫu này được mở", timeout=LONG)
        told.get_by_role("button").last.click()
        # The form is as it was, with what was written in it.
        expect(part(page, "title").get_by_role("textbox")).to_have_value("Của Lan")
    assert text_at(git, branch, PATH) == ARTICLE.replace("Hai cơ quan", "Của Minh")
    assert git.line("rev-list", "--count", f"main..{branch}") == "1"


def test_an_editor_saves_again_what_the_same_form_has_saved(browser: Browser, bulletin: Bulletin) -> None:
    """The form keeps the file as it was before its own first save."""
    path = "content/articles/2026/tin-moi/index.md"
    with desk_at(bulletin.git.root, "--user-header", HEADER) as address, at_desk(browser, address, "lan") as page:
        begin(page)
        fill(page, title="Tin mới")
        for lead in ("Một.", "Hai."):
            fill(page, lead=lead)
            click_save(page)
            page.get_by_role("button", name="Để sau").click()
            expect(page.get_by_role("button", name="Tạo bài viết mới").first).to_be_visible(timeout=LONG)
            open_entry(page, "articles-2026-folders", "Tin mới")
    assert "lead: Hai.\n" in (text_at(bulletin.git, "cms/articles-2026-folders/tin-moi", path) or "")


def test_on_the_machine_itself_the_user_of_git_signs_in_with_a_click(browser: Browser, tmp_path: Path) -> None:
    bulletin = bulletin_with_desk(tmp_path / "ban-tin")
    for key, value in (("user.name", "Quản Trị"), ("user.email", "quan-tri@co-quan.example")):
        bulletin.git("config", key, value)
    with desk_at(bulletin.git.root, "--publisher", "quan-tri@co-quan.example") as address:
        with at_desk(browser, address, "ai-do") as page:
            open_entry(page, "articles-2020", "Hai cơ quan ký quy chế")
            fill(page, title="Đã sửa")
            click_save(page)
            page.get_by_role("button", name="Gửi duyệt", exact=True).click()
            expect(page.get_by_role("button", name="Tạo bài viết mới").first).to_be_visible(timeout=LONG)
        (last,) = bulletin.git.history("cms/articles-2020/bai", most=1)
        assert (last.name, last.email) == ("Quản Trị", "quan-tri@co-quan.example")
