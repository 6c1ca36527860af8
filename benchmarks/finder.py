"""How soon a filter of the register answers, in Chromium with a processor that is slowed down four times."""

import argparse
import gzip
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.bantin import BANTIN, program
from benchmarks.corpus import Corpus, write_corpus
from benchmarks.served import served
from benchmarks.table import number, table
from benchmarks.workplace import log_progress, versions, workplace

_SLOWED = 4
_ASKED = ("quy che", "Bộ 12", "bao ve", "00571", "khong co tu nay")
# Does what a reader does, and waits for what that finds: in seconds.
_TYPE = """async (text) => {
  const find = (name) => document.querySelector(`[data-bt=${name}]`);
  const form = find("query");
  const began = performance.now();
  form.elements.q.focus();
  form.elements.q.value = text;
  form.elements.q.dispatchEvent(new InputEvent("input", { bubbles: true }));
  const busy = performance.now() - began;
  const says = find("says");
  if (says.textContent !== says.dataset.busy) throw new Error("nothing is said at once");
  while (says.textContent === says.dataset.busy) await new Promise(requestAnimationFrame);
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return [busy / 1000, (performance.now() - began) / 1000];
}"""


def main() -> None:
    """Prints how long the first filter and later ones take, from the key to the rows, by the number of agreements."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.finder", description=__doc__)
    parser.add_argument("--agreements", type=int, nargs="*", default=[1_000, 5_000, 10_000], help="sizes of registers")
    parser.add_argument("--agencies", type=int, default=115, help="how many agencies sign them")
    parser.add_argument("--folder", type=Path, help="where to work; the sites stay there, to be looked at")
    arguments = parser.parse_args()
    print(f"{versions([BANTIN])}; processor slowed {_SLOWED} times; a pause of 0.15 s after the last key counts\n")
    with workplace(arguments.folder) as folder, _browser() as browser:
        lines = []
        for count in arguments.agreements:
            out = _site(write_corpus(folder / f"{count}", Corpus(count, arguments.agencies)))
            weight = len(gzip.compress((out / "van-ban/rows.js").read_bytes(), mtime=0)) / 1_000
            with served(out) as address:
                lines.append([f"{count:,}", f"{weight:.0f}", *_costs(browser, f"{address}van-ban/")])
    print(
        table(["agreements", "rows, KB", "a word said, s", "first filter, s", "most", "later ones, s", "most"], lines)
    )


@contextmanager
def _browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    if chromium is None:
        raise SystemExit("The register is searched in Chromium, which is not on this machine.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, chromium_sandbox=False)
        try:
            yield browser
        finally:
            browser.close()


def _site(root: Path) -> Path:
    log_progress("building", root.name)
    out = root / "site"
    subprocess.run([program(), "build", str(root), "-o", str(out), "-q"], check=True, stdout=subprocess.DEVNULL)
    return out


def _costs(browser: Browser, address: str) -> Sequence[str]:
    """Measures each word as the first thing that is asked for, and as one that comes after another."""
    said, first, later = [], [], []
    for text in _ASKED:
        context = browser.new_context()
        page = context.new_page()
        page.goto(address, wait_until="load")
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": _SLOWED})
        busy, took = _typed(page, text)
        said.append(busy)
        first.append(took)
        _typed(page, "hoi nghi")
        later.append(_typed(page, text)[1])
        context.close()
    return [number(max(said)), *(number(value) for times in (first, later) for value in (median(times), max(times)))]


def _typed(page: Page, text: str) -> tuple[float, float]:
    busy, took = page.evaluate(_TYPE, text)
    return busy, took


if __name__ == "__main__":
    main()
