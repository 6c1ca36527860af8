"""Builds the content of a bulletin in another language from the translations."""

from datetime import datetime

from msgspec.structs import replace

from bantin.domain.model import (
    Agreement,
    Article,
    Change,
    Content,
    Gone,
    Person,
    Photo,
    RecordFile,
    RecordHome,
    Site,
    StaticPage,
    TranslatedAgreement,
    Translation,
    note_of,
)
from bantin.domain.rules.showing import has_expired, is_shown


def translated(content: Content, site: Site, now: datetime, *, drafts: bool) -> Content:
    """``content`` in the language of ``site``, which lies below the main site.

    Untranslated content stays unchanged, marked as being in the main language; draft translations count only with
    ``drafts``. The path of a translated article is that of the translation's file. ``now`` is the moment of the index.
    """
    found = {
        one.original: one for one in content.translations if one.language == site.language and (drafts or not one.draft)
    }
    amended = _amended(content, now, drafts=drafts)
    return replace(
        content,
        site=site,
        articles=tuple(_article(one, found.get(one.path), site) for one in content.articles),
        pages=tuple(_page(one, found.get(one.path), site) for one in content.pages),
        records=tuple(_record(one, found.get(one.path), site, amended) for one in content.records),
        gone=tuple(_gone(one, found.get(one.path), site) for one in content.gone),
    )


def _article(article: Article, words: Translation | None, site: Site) -> Article:
    if words is None:
        return article if article.lang else replace(article, lang=site.main)
    agreement = article.agreement
    return replace(
        article,
        path=words.path,
        aliases=words.aliases,
        slug=words.slug or article.slug,
        original_slug=article.slug,
        title=words.title,
        outline=words.outline,
        lead=words.lead or article.lead,
        summary=words.summary or article.summary,
        photos=tuple(_photo(photo, words) for photo in article.photos),
        lang=words.language,
        agreement=_agreement(agreement, words.agreement) if agreement else None,
        digest=words.digest,
        meta_digest=f"{article.meta_digest}{words.meta_digest}",
        changes=_changes(article.changes, words),
    )


def _page(page: StaticPage, words: Translation | None, site: Site) -> StaticPage:
    if words is None:
        return page if page.lang else replace(page, lang=site.main)
    return replace(
        page,
        path=words.path,
        aliases=words.aliases,
        slug=words.slug or page.slug,
        title=words.title,
        outline=words.outline,
        lead=words.lead or page.lead,
        lang=words.language,
        # The digest of the file covers the front matter too.
        digest=words.digest,
        changes=_changes(page.changes, words),
    )


def _gone(gone: Gone, words: Translation | None, site: Site) -> Gone:
    """``gone`` under its translated title; the reason stays in its own language."""
    gone = replace(gone, original_slug=gone.slug, said_in=gone.said_in or gone.lang or site.main)
    if gone.name:
        is_translated = bool(getattr(gone.name, site.language))
        return replace(gone, title=gone.name.text(site.language), lang="" if is_translated else site.main)
    if words is None:
        return gone if gone.lang else replace(gone, lang=site.main)
    title = words.title or str(words.agreement.texts.get("title") or "")
    return replace(
        gone,
        path=words.path,
        aliases=words.aliases,
        slug=words.slug or gone.slug,
        title=title or gone.title,
        lang=words.language if title else gone.lang or site.main,
    )


def _amended(content: Content, now: datetime, *, drafts: bool) -> frozenset[str]:
    """The ids of the records whose texts were amended by what is shown at ``now``."""
    homes: tuple[RecordHome, ...] = (*content.articles, *content.records)
    amending = (home for home in homes if home.agreement and home.agreement.amends)
    zone = content.site.timezone
    shown = (
        one.agreement
        for one in amending
        # The record of an article that has expired stays.
        if is_shown(one, now, zone, drafts=drafts) or has_expired(one, now, zone)
    )
    return frozenset(one.to for agreement in shown if agreement for one in agreement.amends)


def _record(record: RecordFile, words: Translation | None, site: Site, amended: frozenset[str]) -> RecordFile:
    """``record`` with the texts of its translation, ``words``.

    An ``amended`` text stays in its own language: only the signed text was translated, not the amendments.
    """
    if words is None:
        return record if record.lang else replace(record, lang=site.main)
    has_text = words.text is not None and record.agreement.id not in amended
    return replace(
        record,
        path=words.path,
        aliases=words.aliases,
        agreement=_agreement(record.agreement, words.agreement),
        summary=words.summary or record.summary,
        text=words.text if has_text else record.text,
        lang=words.language,
        text_lang="" if has_text else record.lang or site.main,
        is_translation=has_text,
        digest=words.digest,
        meta_digest=f"{record.meta_digest}{words.meta_digest}",
        changes=_changes(record.changes, words),
    )


def _changes(changes: tuple[Change, ...], words: Translation) -> tuple[Change, ...]:
    return tuple(replace(one, note=note_of(one, words.changes) or one.note) for one in changes)


def _photo(photo: Photo, words: Translation) -> Photo:
    texts = next((one for one in words.photos if one.src == photo.src), photo)
    return replace(photo, alt=texts.alt, caption=texts.caption, credit=texts.credit or photo.credit)


def _agreement(agreement: Agreement, words: TranslatedAgreement) -> Agreement:
    place, there, text = agreement.signed_at, words.signed_at, agreement.full_text
    return replace(
        agreement,
        signatories=tuple(replace(one, person=_person(one.person, words)) for one in agreement.signatories),
        presided_by=tuple(_person(one, words) for one in agreement.presided_by),
        attended_by=tuple(_person(one, words) for one in agreement.attended_by),
        signed_at=replace(place, place=there.place or place.place, venue=there.venue or place.venue),
        full_text=replace(text, reason=words.text_reason or text.reason) if text else None,
        own=tuple((dict(agreement.own) | dict(words.own)).items()),
        **words.texts,
    )


def _person(person: Person, words: TranslatedAgreement) -> Person:
    texts = next((one for one in words.people if one.name == person.name), person)
    return replace(
        person,
        rank=texts.rank or person.rank,
        position=texts.position or person.position,
        also=texts.also or person.also,
        role=texts.role or person.role,
    )
