"""``editors`` in ``site.yml``."""

import pytest

from bantin.content.schema.site import SiteFields
from tests.bulletins import SITE
from tests.content.readings import told
from tests.content.schema.forms import fields_of, form


def test_there_is_no_desk_by_default() -> None:
    assert fields_of(SiteFields, SITE).editors is None


@pytest.mark.parametrize(
    "text",
    [
        "{backend: github, repository: co-quan/ban-tin, branch: main}",
        "{backend: gitlab, repository: a/b/c, app_id: x}",
        "{backend: gitea, repository: a/b, base_url: 'https://git.example', api_root: 'https://git.example/api/v1'}",
        "{backend: github, repository: a/b, review: no}",
        "{backend: test-repo}",
    ],
)
def test_a_desk_writes_to_a_repository(text: str) -> None:
    assert fields_of(SiteFields, f"{SITE}editors: {text}\n").editors


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("{backend: svn}", "5:20+3", "bad-choice"),
        ("{repository: a/b}", "5:1+7", "missing-key"),
        ("{backend: github}", "5:1+7", "bad-desk"),
        ("{backend: github, repository: a}", "5:1+7", "bad-desk"),
        ("{backend: github, repository: 'a/b c'}", "5:1+7", "bad-desk"),
        ("{backend: test-repo, repository: a/b}", "5:1+7", "bad-desk"),
        ("{backend: github, repository: a/b, base_url: x}", "5:55+1", "bad-url"),
    ],
)
def test_a_desk_that_makes_no_sense_is_refused(text: str, place: str, code: str) -> None:
    assert told(form(SiteFields, f"{SITE}editors: {text}\n").problems) == [f"{place} {code}"]
