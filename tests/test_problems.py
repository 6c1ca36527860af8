"""Every rule that Bantin enforces: worded in both languages, shown by a golden site or a mistake, documented."""

import importlib
import pkgutil
import re
import string
from collections import defaultdict
from pathlib import Path

import bantin
from bantin.domain.problems import LANGUAGES, Kind, Language, Severity, Wording
from tests.conftest import REPOSITORY
from tests.mistakes.test_mistakes import MISTAKES

SITES = Path(__file__).resolve().parent / "sites"

# Rules that a bulletin in a repository cannot break: they need a file of a megabyte, a link out of the content, a disk
# that is full. The tests named here break them.
ELSEWHERE = {
    "bad-ledger-line": "tests/content/test_ledger.py",
    "ledger-not-written": "tests/build/test_ledger_file.py",
    "ledger-is-link": "tests/content/test_ledger.py",
    "bad-record-file-name": "tests/content/test_record.py",
    "record-id-not-file-name": "tests/content/test_record.py",
    "text-of-closed-text": "tests/content/test_record.py",
    "changed-without-note": "tests/content/checks/test_unnoted_changes.py",
    "no-former-versions": "tests/site/test_former_versions.py",
    "git-not-found": "tests/content/test_git_history.py",
    "repository-not-trusted": "tests/content/test_git_history.py",
    **dict.fromkeys(
        (
            "translated-text-without-original",
            "provision-not-in-original",
            "provision-not-translated",
            "translated-text-amended",
        ),
        "tests/content/test_translation.py",
    ),
    "agreement-not-in-lines": "tests/migration/test_records.py",
    "record-file-exists": "tests/migration/test_records.py",
    "record-of-scheduled-article": "tests/migration/test_records.py",
    **dict.fromkeys(
        (
            "agency-not-in-lines",
            "agency-ended-on-another-day",
            "agency-ended-on-unknown-day",
            "agency-ended-before-its-time",
            "new-agency-ended",
            "new-agency-not-yet-there",
            "succession-cycle",
        ),
        "tests/migration/test_mergers.py",
    ),
    "bad-wording": "tests/outputs/test_wording.py",
    "feature-off": "tests/outputs/test_features.py",
    "plugin-failed": "tests/test_plugins.py",
    "plugin-filter-taken": "tests/test_plugins.py",
    "link-gone": "tests/links/test_check.py",
    "link-moved": "tests/links/test_check.py",
    "link-unreachable": "tests/links/test_check.py",
    "link-not-public": "tests/links/test_check.py",
    "hub-not-told": "tests/deploy/test_websub.py",
    "target-inside-site": "tests/deploy/test_targets.py",
    "target-busy": "tests/deploy/test_targets.py",
    "target-not-ours": "tests/deploy/test_targets.py",
    "program-missing": "tests/deploy/test_targets.py",
    "target-unreachable": "tests/deploy/test_targets.py",
    "target-refused": "tests/deploy/test_targets.py",
    "host-key-unknown": "tests/deploy/test_targets.py",
    "target-link-refused": "tests/deploy/test_targets.py",
    "target-full": "tests/deploy/test_targets.py",
    "drafts-not-deployed": "tests/deploy/test_targets.py",
    **dict.fromkeys(
        ("preview-not-deployed", "not-this-preview", "target-without-previews", "previews-blocked"),
        "tests/deploy/test_previews.py",
    ),
    "embargo-broken": "tests/deploy/test_embargo.py",
    "unreadable-embargo": "tests/deploy/test_embargo.py",
    "deploy-half-done": "tests/deploy/test_targets.py",
    "deploy-without-lock": "tests/deploy/test_targets.py",
    "deploy-failed": "tests/deploy/test_targets.py",
    "no-rollback": "tests/deploy/test_targets.py",
    "site-older-than-content": "tests/cli/test_deploy.py",
    "no-deploy-targets": "tests/cli/test_deploy.py",
    "unknown-deploy-target": "tests/cli/test_deploy.py",
    "nothing-to-deploy": "tests/cli/test_deploy.py",
    "too-many-removals": "tests/cli/test_deploy.py",
    "no-such-release": "tests/cli/test_deploy.py",
    "bad-service": "tests/content/schema/test_comments.py",
    "bad-giscus": "tests/content/schema/test_comments.py",
    "bad-desk": "tests/content/schema/test_cms.py",
    "no-desk": "tests/site/cms/test_pages.py",
    "one-engine": "tests/content/schema/test_comments.py",
    "bad-deploy-target": "tests/content/test_deploy_targets.py",
    "secret-in-settings": "tests/content/test_deploy_targets.py",
    "not-of-this-kind": "tests/content/test_deploy_targets.py",
    "file-too-large": "tests/content/test_load.py",
    "yaml-too-long": "tests/content/yaml/test_size_limits.py",
    "too-many-entries": "tests/content/yaml/test_size_limits.py",
    "value-too-long": "tests/content/yaml/test_size_limits.py",
    "markdown-too-many-lines": "tests/content/markdown/test_converter.py",
    "markdown-long-paragraph": "tests/content/markdown/test_converter.py",
    "file-unreadable": "tests/content/test_discover.py",
    "symlink-outside": "tests/content/test_discover.py",
    "symlink-folder": "tests/content/test_discover.py",
    "theme-link-outside": "tests/render/test_theme_loading.py",
    "theme-not-a-file": "tests/render/test_theme_loading.py",
    "template-unsafe": "tests/render/test_sandbox.py",
    "too-long-for-address": "tests/test_names.py",
    "symlink-in-memory": "tests/test_links.py",
    "tracked-memory": "tests/test_links.py",
    "yaml-syntax": "tests/content/yaml/test_parser.py",
    "signatures-not-checked": "tests/content/documents/test_reading.py",
    "main-language-missing": "tests/content/test_settings.py",
    "no-content": "tests/cli/test_build.py",
    "unsafe-output": "tests/output/publish/test_output.py",
    "output-not-ours": "tests/output/publish/test_output.py",
    "foreign-file": "tests/output/publish/test_publish.py",
    "symlink-in-output": "tests/output/publish/test_publish.py",
    "cannot-write": "tests/output/publish/test_publish.py",
    "output-busy": "tests/output/publish/test_lock.py",
    "no-receipt": "tests/output/verify/test_folder.py",
    "bad-receipt": "tests/output/verify/test_verification.py",
    "file-changed": "tests/output/verify/test_folder.py",
    "file-missing": "tests/output/verify/test_folder.py",
    "file-extra": "tests/output/verify/test_folder.py",
    "not-served": "tests/output/verify/test_web.py",
    "redirected-elsewhere": "tests/output/verify/test_web.py",
    "unreachable": "tests/output/verify/test_web.py",
    "cannot-listen": "tests/cli/test_serve.py",
    "bad-counter-figures": "tests/content/test_counter_figures.py",
    "bad-counter-base": "tests/content/schema/test_site.py",
    "bad-day": "tests/content/schema/test_site.py",
    "counter-store": "tests/cli/counter/test_counter.py",
    "counter-without-pages": "tests/cli/counter/test_counter.py",
    "counter-damaged": "tests/cli/counter/test_counter.py",
    "counter-day-known": "tests/cli/counter/test_counter.py",
    "counter-cannot-listen": "tests/cli/counter/test_counter.py",
    "bad-counter-day": "tests/counter/test_history.py",
    "bad-log-lines": "tests/counter/test_logs.py",
    "old-log-lines": "tests/counter/test_logs.py",
    "log-unreadable": "tests/counter/test_logs.py",
    "no-search-engine": "tests/render/search/test_index.py",
    "search-engine-failed": "tests/render/search/test_index.py",
    "no-counter-figures": "tests/cli/counter/test_counter.py",
    "image-too-large": "tests/content/images/test_examining.py",
    "heavy-image": "tests/content/images/test_examining.py",
    "image-changed": "tests/render/images/test_drawing.py",
    "provision-missing": "tests/content/checks/test_provisions.py",
    "provision-twice": "tests/content/checks/test_provisions.py",
    "provision-out-of-order": "tests/content/checks/test_provisions.py",
    "unusual-point-letter": "tests/content/checks/test_provisions.py",
    "reference-to-no-provision": "tests/content/checks/test_provisions.py",
    "articles-counted": "tests/content/checks/test_provisions.py",
    "too-many-provisions": "tests/content/checks/test_provisions.py",
    "provision-too-long": "tests/content/checks/test_provisions.py",
    "amended-without-text": "tests/content/checks/test_amendments.py",
    "amended-provision-missing": "tests/content/checks/test_amendments.py",
    "amended-provision-repealed": "tests/content/checks/test_amendments.py",
    "inserted-provision-exists": "tests/content/checks/test_amendments.py",
    "amendment-other-number": "tests/content/checks/test_amendments.py",
    "amendment-unreadable": "tests/content/checks/test_amendments.py",
    "inserted-without-place": "tests/content/checks/test_amendments.py",
    "amended-twice": "tests/content/checks/test_amendments.py",
    "amended-in-unknown-order": "tests/content/checks/test_amendments.py",
    "amends-cycle": "tests/content/checks/test_amendments.py",
    "amended-before-signing": "tests/content/checks/test_amendments.py",
    "amends-without-relation": "tests/content/checks/test_amendments.py",
    "amendment-undated": "tests/content/checks/test_amendments.py",
    "event-part-missing": "tests/content/checks/test_amendments.py",
    "bad-selector": "tests/importing/readers/pages/test_recipe.py",
    "bad-address-pattern": "tests/importing/readers/pages/test_recipe.py",
    "unknown-address-part": "tests/importing/readers/pages/test_recipe.py",
    "bad-old-address": "tests/importing/readers/pages/test_recipe.py",
    "no-old-address": "tests/importing/readers/pages/test_address_list.py",
    "file-listed-twice": "tests/importing/readers/pages/test_address_list.py",
    "open-guesses": "tests/content/checks/test_guesses.py",
}


def kinds() -> dict[str, Kind]:
    """Every rule of the package, by the name of the constant that holds it."""
    found: dict[str, Kind] = {}
    for module in pkgutil.walk_packages(bantin.__path__, "bantin."):
        if "problems" not in module.name:
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            for position, kind in enumerate(value if isinstance(value, tuple) else (value,)):
                if isinstance(kind, Kind):
                    found[f"{module.name}.{name}.{position}"] = kind
    return found


KINDS = kinds()
# The table of mistakes makes a bulletin for each, and reads both wordings.
MISTAKEN = {mistake.code for mistake in MISTAKES}


def shown(language: Language) -> str:
    return "".join(path.read_text() for path in sorted(SITES.glob(f"*/expected/problems.{language}.txt")))


def pattern(template: str, code: str) -> str:
    """A pattern for the message that a template makes."""
    parts = [re.escape(literal) + (".*" if field is not None else "") for literal, field, _, _ in _parse(template)]
    return "".join(parts) + re.escape(f" [{code}]")


def _parse(template: str) -> list[tuple[str, str | None, str | None, str | None]]:
    return list(string.Formatter().parse(template))


def fields(wording: Wording) -> set[str]:
    return {name for template in (wording.message, wording.hint) for _, name, _, _ in _parse(template) if name}


def test_there_are_rules() -> None:
    assert len(KINDS) > 80


def test_rules_that_no_bulletin_breaks_are_broken_by_the_test_that_is_named() -> None:
    codes = {kind.code for kind in KINDS.values()}
    tests = {path: (REPOSITORY / path).read_text() for path in set(ELSEWHERE.values())}
    assert [code for code, path in ELSEWHERE.items() if code in codes and f'"{code}"' not in tests[path]] == []


def test_every_other_rule_is_shown_by_a_golden_site_or_a_mistake() -> None:
    left = {name: kind for name, kind in KINDS.items() if kind.code not in {*ELSEWHERE, *MISTAKEN}}
    said = {language: shown(language) for language in LANGUAGES}
    never_shown = [
        (name, language)
        for name, kind in left.items()
        for language in LANGUAGES
        if not re.search(pattern(kind.wording(language).message, kind.code), said[language])
    ]
    assert never_shown == []


def test_both_languages_say_the_same() -> None:
    """A hint may do without a value that the other language's needs; a message may not."""
    values = {
        name: [fields(Wording(kind.wording(language).message, "")) - {*LANGUAGES} for language in LANGUAGES]
        for name, kind in KINDS.items()
    }
    assert [name for name, (vi, en) in values.items() if vi != en] == []
    wordings = {name: (kind.vi, kind.en) for name, kind in KINDS.items()}
    assert [name for name, both in wordings.items() if not all(one.message and one.hint for one in both)] == []


def test_one_code_has_one_severity() -> None:
    severities: dict[str, set[Severity]] = defaultdict(set)
    for kind in KINDS.values():
        severities[kind.code].add(kind.severity)
    assert [code for code, found in severities.items() if len(found) > 1] == []
    assert [code for code in severities if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)] == []


def test_every_rule_is_documented() -> None:
    """``docs/problems.md`` lists every code with its severity and its message in English."""
    documented = (REPOSITORY / "docs/problems.md").read_text()
    assert [kind.code for kind in KINDS.values() if f"`{kind.code}`" not in documented] == []
