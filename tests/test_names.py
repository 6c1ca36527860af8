"""Everything that passes ``check`` builds: names that are impossible for files are reported with their place."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.bulletins import ARTICLE, COMPLETE, SITE, UNSEARCHED, VOCABULARY, build_site, problems_of, write
from tests.output.serving.test_servers import SERVERS
from tests.pictures import drawing

BAI = "content/articles/2020/bai.md"
SETTINGS = f"{SITE}search: off\n"
LONG, LONGEST = "a" * 300, "a" * 252


def written(line: str) -> dict[str, str | bytes]:
    """The article with a line more in its front matter."""
    return {BAI: ARTICLE.replace("agreement:\n", f"{line}\nagreement:\n", 1)}


def set_to(line: str) -> dict[str, str | bytes]:
    return {"content/site.yml": f"{SETTINGS}{line}\n"}


def pictured(name: str) -> dict[str, str | bytes]:
    """The article with a photo whose file is called so."""
    return {**written(f"photos: [{{src: {name}, alt: x}}]"), f"content/articles/2020/{name}": drawing()}


Files = Mapping[str, str | bytes]
TOO_LONG: dict[str, tuple[Files, str]] = {
    "slug": (written(f"slug: {LONG}"), f"{BAI}:6:7"),
    "slug, by a letter": (written(f"slug: {LONGEST}a"), f"{BAI}:6:7"),
    "tag": (written(f"tags: [ngắn, {LONG}]"), f"{BAI}:6:14"),
    "tag that shares its slug": (written(f"tags: [{'đô ' * 80}, {'đổ ' * 80}]"), f"{BAI}:6:8"),
    "alias": (written(f"aliases: [cu/{LONG}]"), f"{BAI}:6:11"),
    "alias of many parts": (written(f"aliases: [{'a/' * 3000}]"), f"{BAI}:6:11"),
    "photo": (pictured(f"{LONG[:250]}.png"), f"content/articles/2020/{LONG[:250]}.png"),
    "record": ({BAI: ARTICLE.replace("agreement:\n", f"agreement:\n  id: {LONG}\n")}, f"{BAI}:7:7"),
    "signer": ({BAI: ARTICLE.replace("Nguyễn Văn A", "Nguyễn " * 60)}, f"{BAI}:10:24"),
    "section": (set_to(f"sections: {{{LONG}: A}}"), "content/site.yml:6:12"),
    "theme": (set_to(f"theme: {LONG}"), "content/site.yml:6:8"),
    "type": ({"content/vocabulary.yml": VOCABULARY.replace("quy-che", LONG)}, "content/vocabulary.yml:2:3"),
    "file at the root": ({f"content/root/{LONG[:255]}": "x"}, f"content/root/{LONG[:255]}"),
}


@pytest.mark.parametrize("name", TOO_LONG)
def test_a_name_that_no_file_can_have_is_reported_with_its_place(tmp_path: Path, name: str) -> None:
    files, place = TOO_LONG[name]
    told = problems_of(write(tmp_path, COMPLETE, UNSEARCHED, files))
    assert ("too-long-for-address", place) in [(problem.code, str(problem.location)) for problem in told]


LONG_ENOUGH: dict[str, Files] = {
    "slug": written(f"slug: {LONGEST}"),
    "tag": written(f"tags: [{'đô ' * 25}, {'đổ ' * 25}]"),
    "alias": written(f"aliases: [{LONGEST}/{LONGEST}/{LONGEST}]"),
    "photo": pictured(f"{LONG[:220]}.png"),
    "record": {BAI: ARTICLE.replace("agreement:\n", f"agreement:\n  id: {LONGEST[:240]}\n")},
    "section": {**set_to(f"sections: {{{LONGEST}: A}}"), **written(f"section: {LONGEST}")},
    "file": {f"content/articles/2019/{LONGEST}.md": ARTICLE.replace("2020-05", "2019-04")},
    "agency": {f"content/agencies/{LONGEST[:251]}.yml": "name: Cơ quan dài\n"},
    "file at the root": {f"content/root/{LONGEST}": "x"},
}


@pytest.mark.parametrize("name", LONG_ENOUGH)
def test_the_longest_that_passes_builds(tmp_path: Path, name: str) -> None:
    build_site(write(tmp_path, COMPLETE, {"content/site.yml": SETTINGS}, LONG_ENOUGH[name]))
    assert (tmp_path / "site/index.html").exists()


PICTURES = {
    "itself": "bai.md",
    "another page": "/pages/gioi-thieu.md",
    "a page with an anchor": "/pages/gioi-thieu.md#top",
    "an agency": "/agencies/co-quan-a.yml",
    "a draft": "nhap.md",
    "the settings": "/site.yml",
    "a table": "bang.csv",
}


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_that_leads_to_no_image_is_reported(tmp_path: Path, name: str) -> None:
    files: dict[str, str | bytes] = {
        BAI: f"{ARTICLE}\n![ảnh]({PICTURES[name]})\n",
        "content/pages/gioi-thieu.md": "---\ntitle: Giới thiệu\n---\n\nNội dung.\n",
        "content/articles/2020/nhap.md": ARTICLE.replace("2020-05", "2020-04").replace("lead:", "draft: true\nlead:"),
        "content/articles/2020/bang.csv": "a,b\n",
    }
    met = [one for one in problems_of(write(tmp_path, COMPLETE, files)) if one.location.path == BAI]
    assert [(one.code, str(one.location)) for one in met] == [("bad-file-type", f"{BAI}:19:8")]


BASES = (
    "{x}", "x;y", "$host", "a}b", "a'b", "%20", "%7B", "(a", "a)", "[a", "a|b", "*", "a+b", ":a", "a//b", "..", ".a",
    "./a", "a/../b", "@a", "a,b", "a&b", "a=b", "a!b", "`a`", "^a",
)  # fmt: skip


@pytest.mark.parametrize("base", BASES)
def test_an_address_that_servers_read_otherwise_is_refused(tmp_path: Path, base: str) -> None:
    settings = SETTINGS.replace("https://bantin.example/", "'https://bantin.example/" + base.replace("'", "''") + "/'")
    (problem,) = problems_of(write(tmp_path, COMPLETE, {"content/site.yml": settings}))
    assert (problem.code, str(problem.location)) == ("bad-base-url", "content/site.yml:2:11")


@pytest.mark.parametrize("host", ["u:p@bantin.example", "u@bantin.example"])
def test_an_address_with_a_password_is_refused(tmp_path: Path, host: str) -> None:
    settings = {"content/site.yml": SETTINGS.replace("bantin.example", host)}
    assert [problem.code for problem in problems_of(write(tmp_path, COMPLETE, settings))] == ["bad-base-url"]


@pytest.mark.parametrize("server", SERVERS)
@pytest.mark.parametrize("base", ["", "ban-tin/", "Ban_Tin-1.0~/2026/", "~a/"])
def test_servers_understand_what_is_written_for_every_address(tmp_path: Path, server: str, base: str) -> None:
    settings = SETTINGS.replace("https://bantin.example/", f"https://bantin.example:8443/{base}")
    aliased = {**written("aliases: [cu/~Bai_1.0, /tin.html]"), "content/site.yml": settings}
    build_site(write(tmp_path, COMPLETE, aliased), tmp_path / "site")
    program, *options = SERVERS[server](tmp_path, tmp_path, tmp_path / "site", 8080)
    check = ["validate", *options[1:]] if server == "caddy" else ["-t", *options]
    done = subprocess.run([program, *check], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "zone", ["localtime", "posixrules", "posix/UTC", "posix/Asia/Ho_Chi_Minh", "right/UTC", "Factory", "zone.tab", ".."]
)
def test_a_time_zone_that_is_another_one_elsewhere_is_refused(tmp_path: Path, zone: str) -> None:
    settings = {"content/site.yml": SETTINGS.replace("Asia/Ho_Chi_Minh", f"'{zone}'")}
    told = problems_of(write(tmp_path, COMPLETE, settings))
    assert [(one.code, one.location.line) for one in told] == [("bad-timezone", 4)]


@pytest.mark.parametrize("zone", ["UTC", "Etc/GMT-7", "Asia/Saigon", "America/Argentina/Buenos_Aires"])
def test_every_time_zone_of_the_database_is_known(tmp_path: Path, zone: str) -> None:
    settings = {"content/site.yml": SETTINGS.replace("Asia/Ho_Chi_Minh", zone)}
    assert problems_of(write(tmp_path, COMPLETE, settings)) == ()
