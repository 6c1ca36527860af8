"""Skeletons: a cached page without its texts gives the same page once these are inserted."""

import contextlib

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from bantin.build.prepare import PreparedSite, prepare
from bantin.domain.problems import BulletinError
from bantin.runtime.cache import open_store
from bantin.site.bodies import TextPart
from bantin.site.skeleton import Skeleton, decode_skeleton, encode_skeleton
from bantin.site.views import HeadingView, ListView, StaticView
from tests.bulletins import request, tools
from tests.conftest import REPOSITORY

SITES = sorted(path.name for path in (REPOSITORY / "tests/sites").iterdir() if (path / "input").is_dir())
VIEW = StaticView(url="a/", title="A", lead="", updated=None, lang="")
SKELETON = Skeleton("a/", "", "page.html", (TextPart("mot", ("bai/",), headings=(HeadingView(2, "b", "B"),)),), VIEW)


def test_every_page_with_a_text_of_every_golden_site_is_read_back_as_it_was() -> None:
    kinds = set()
    for site in SITES:
        ready: PreparedSite | None = None
        root = REPOSITORY / "tests/sites" / site / "input"
        with open_store(None, b"") as store, contextlib.suppress(BulletinError):
            ready = prepare(request(root), tools(), store)
        if ready is None:
            continue
        for page in ready.pages:
            if page.texts:
                view = page.blank(ready.directories[page.prefix])
                skeleton = Skeleton(page.address, page.prefix, page.template, page.texts, view)
                assert decode_skeleton(encode_skeleton(skeleton)) == skeleton
                kinds.add(type(view).__name__)
    assert kinds == {"ArticleView", "StaticView", "FeedView", "JsonFeedView"}


def test_a_text_in_a_row_is_not_taken_for_one() -> None:
    full = msgspec.structs.replace(SKELETON, view=msgspec.structs.replace(VIEW, html=Markup("<script>")))
    assert decode_skeleton(encode_skeleton(full)) == SKELETON


@given(st.binary() | st.sampled_from([b"", b"\xc1", msgspec.msgpack.encode(["StaticView", 1])]))
def test_bytes_that_hold_no_blank_are_refused(data: bytes) -> None:
    with pytest.raises((msgspec.DecodeError, ValueError)):
        decode_skeleton(data)


def test_a_blank_of_another_kind_is_refused() -> None:
    listed = msgspec.msgpack.encode([ListView.__name__, msgspec.Raw(msgspec.msgpack.encode({}))])
    with pytest.raises(ValueError, match="ListView"):
        decode_skeleton(listed)
