"""Where readers report errors: by mail, or at the host of the repository if it is known."""

import pytest
from msgspec.structs import replace

from bantin.domain.model import Contact
from bantin.site.error_reports import report_view
from bantin.site.views import ReportView
from tests.index.contents import SITE

GITLAB = ("issue%5Btitle%5D", "issue%5Bdescription%5D")


@pytest.mark.parametrize(
    ("repository", "report"),
    [
        ("https://github.com/o/tin/blob/{commit}/{path}", ("https://github.com/o/tin/issues/new", "title", "body")),
        ("https://git.example/a/b/c/-/blob/{commit}/{path}", ("https://git.example/a/b/c/-/issues/new", *GITLAB)),
        (
            "https://codeberg.org/o/tin/src/commit/{commit}/{path}",
            ("https://codeberg.org/o/tin/issues/new", "title", "body"),
        ),
    ],
)
def test_an_issue_is_begun_at_the_host_of_the_repository(repository: str, report: tuple[str, str, str]) -> None:
    assert report_view(replace(SITE, repository=repository)) == ReportView(*report)


@pytest.mark.parametrize("repository", ["", "https://git.example/cgit/tin/tree/{path}?id={commit}"])
def test_where_no_issues_are_known_nothing_is_reported(repository: str) -> None:
    assert report_view(replace(SITE, repository=repository)) is None


def test_a_mail_to_the_editors_is_what_everybody_can_write() -> None:
    site = replace(
        SITE, contact=Contact(email="tin@x.example"), repository="https://github.com/o/tin/blob/{commit}/{path}"
    )
    assert report_view(site) == ReportView("mailto:tin@x.example", "subject", "body")
