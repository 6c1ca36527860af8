"""Lighthouse scores of a page of each kind, loaded as on a phone with a slow network."""

import argparse
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks import portal
from benchmarks.bantin import BANTIN, program
from benchmarks.corpus import write_files
from benchmarks.served import served
from benchmarks.table import table
from benchmarks.workplace import log_progress, versions

_HERE = Path(__file__).resolve().parent
_LIGHTHOUSE = _HERE / "node_modules/lighthouse/cli/index.js"
_CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
# A page of each kind, in the sample and in the bulletin of `portal.py`, which has those that the sample lacks.
_PAGES = {
    "home": "sample/",
    "article": "sample/bai-viet/2021/bo-cong-an-va-bo-thong-tin-va-truyen-thong-ky-quy-che-phoi-hop/",
    "article, in English": "sample/en/articles/2012/public-security-and-national-assembly-sign-regulation/",
    "agreement": "sample/van-ban/2021/bo-cong-an-va-bo-thong-tin-va-truyen-thong-ky-quy-che-phoi-hop/",
    "agreement with its text": "portal/{text}",
    "replaced agreement": "portal/{replaced}",
    "agency": "sample/co-quan/bo-cong-an/",
    "agencies": "portal/co-quan/",
    "two agencies": "portal/co-quan/bca/voi/bqp/",
    "signatories": "sample/nguoi-ky/",
    "register": "portal/van-ban/",
    "year of the register": "portal/van-ban/nam/2021/",
    "agreements of a status": "portal/van-ban/tinh-trang/con-hieu-luc/",
    "in force at the end of a year": "sample/van-ban/con-hieu-luc/2021/",
    "deadlines": "portal/van-ban/sap-den-han/",
    "texts not published": "portal/van-ban/chua-cong-bo-toan-van/",
    "changes": "portal/van-ban/moi-thay-doi/",
    "corrections": "sample/dinh-chinh/",
    "statistics": "portal/thong-ke/",
    "cooperation of agencies": "portal/thong-ke/co-quan/",
    "data": "sample/du-lieu/",
    "glossary": "sample/giai-thich/",
    "archive": "portal/luu-tru/",
    "month": "portal/luu-tru/2021/04/",
    "news": "portal/bai-viet/",
    "subjects": "sample/chu-de/",
    "static page": "sample/gioi-thieu/",
    "site map": "sample/so-do-trang/",
    "search": "portal/tim-kiem/",
    "search with results": "portal/tim-kiem/?q=an+to%C3%A0n+th%E1%BB%B1c+ph%E1%BA%A9m",
}
_BAR, _MOST_SHIFT = 98, 0.0


def main() -> None:
    """Prints the score of each page and category, and the cumulative layout shift."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.lighthouse", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="how often each page is judged")
    parser.add_argument("--why", action="store_true", help="say what cost a page its points")
    arguments = parser.parse_args()
    if not _LIGHTHOUSE.exists():
        command = ["npm", "ci", "--prefix", str(_HERE), "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
        subprocess.run(command, check=True)
    accords = portal.accords()
    with tempfile.TemporaryDirectory(prefix="bantin-lighthouse-") as folder:
        out = Path(folder) / "sites"
        write_files(Path(folder) / "portal", portal.files(accords))
        for name, root in (("sample", _HERE.parent), ("portal", Path(folder) / "portal")):
            build = [program(), "build", str(root), "--out", str(out / name)]
            subprocess.run(build, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        with served(out) as address:
            by_page = {
                name: [_judged(address + path, name) for _ in range(arguments.rounds)]
                for name, path in _pages(accords).items()
            }
    version = next(iter(by_page.values()))[0]["lighthouseVersion"]
    print(f"{versions([BANTIN])}; Lighthouse {version}, mobile, median of {arguments.rounds}\n")
    print(table(["page", *_CATEGORIES, "layout shift"], [_line(name, reports) for name, reports in by_page.items()]))
    if arguments.why:
        for name, reports in by_page.items():
            print(f"\n{name}: {'; '.join(_losses(reports[0])) or 'nothing'}")


def _pages(accords: Sequence[portal.Accord]) -> dict[str, str]:
    text = next(one.url for one in accords if not one.in_article)
    replaced = next(one.url for one in accords if one.fate == "replaced" and not one.in_article)
    return {name: path.format(text=text, replaced=replaced) for name, path in _PAGES.items()}


def _judged(address: str, name: str) -> Mapping[str, Any]:
    log_progress("judging", name)
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        raise SystemExit("Lighthouse needs Chromium")
    command = ["node", str(_LIGHTHOUSE), address, "--quiet", "--output=json"]
    command += [
        f"--only-categories={','.join(_CATEGORIES)}",
        "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
    ]
    done = subprocess.run(command, check=True, capture_output=True, env={**os.environ, "CHROME_PATH": chromium})
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def _line(name: str, reports: Sequence[Mapping[str, Any]]) -> list[str]:
    scores = [median(100 * one["categories"][category]["score"] for one in reports) for category in _CATEGORIES]
    shift = max(one["audits"]["cumulative-layout-shift"]["numericValue"] for one in reports)
    marked = [f"{score:.0f}{'' if score >= _BAR else ' (!)'}" for score in scores]
    return [name, *marked, f"{shift:.3f}{'' if shift <= _MOST_SHIFT else ' (!)'}"]


def _losses(report: Mapping[str, Any]) -> list[str]:
    weighed = [
        reference["id"]
        for category in report["categories"].values()
        for reference in category["auditRefs"]
        if reference["weight"]
    ]
    audits = report["audits"]
    lost = [(audits[name], audits[name]["score"]) for name in dict.fromkeys(weighed)]
    return [f"{audit['title']} ({score:.2f})" for audit, score in lost if score is not None and score < 1]


if __name__ == "__main__":
    main()
