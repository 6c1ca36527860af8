"""The patterns of values in the form, and the items of lists, by their types in the schema."""

from collections.abc import Mapping

from bantin.content.schema import values as kinds
from bantin.content.schema.agreement_values import Expiry, TextPublic
from bantin.content.schema.words import INDEFINITE
from bantin.site.cms import patterns
from bantin.site.cms.patterns import Pattern
from bantin.site.views import Json

PATTERNS: Mapping[object, Pattern] = {
    kinds.EdtfDate: patterns.DATE,
    kinds.PublicationMoment: patterns.MOMENT,
    kinds.Instant: patterns.INSTANT,
    kinds.ExactMoment: patterns.DAY_OR_INSTANT,
    kinds.Length: patterns.DURATION,
    kinds.Slug: patterns.SLUG,
    kinds.Ref: patterns.RECORD,
    kinds.Url: patterns.URL,
    kinds.Lang: patterns.LANGUAGE,
    kinds.Sha256: patterns.SHA256,
    Expiry: patterns.EXPIRY,
    TextPublic: patterns.PUBLIC,
}
# The shapes of values that files may also write differently than their pattern requires.
SHAPES: Mapping[str, Json] = {
    patterns.PUBLIC.regex: {"kind": "public"},
    patterns.EXPIRY.regex: {"kind": "choice", "of": (INDEFINITE,), "named": (INDEFINITE,)},
}
LISTS: Mapping[object, Pattern | None] = {
    kinds.Texts: None,
    kinds.Tags: patterns.WORD,
    kinds.Aliases: patterns.ALIAS,
}
