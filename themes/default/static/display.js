// What a reader has chosen of text size, ground and contrast holds on every page: it is kept in this browser alone, and
// only once something has been chosen. It runs before the page is painted, so that nothing flashes. The panel is left by
// Escape, or by pressing anything else.
(() => {
  const NAMES = ["size", "ground", "contrast"];
  const KEY = "bantin-display";
  const shown = document.documentElement.dataset;
  const fields = () => document.querySelectorAll("[data-bt=display] input");
  try {
    const kept = JSON.parse(localStorage.getItem(KEY)) ?? {};
    for (const name of NAMES) if (typeof kept[name] === "string") shown[name] = kept[name];
  } catch {
    // A browser that keeps nothing shows the page as it is.
  }
  const panel = () => document.querySelector("[data-bt=display] details");
  addEventListener("pointerdown", ({ target }) => {
    if (!panel()?.contains(target)) panel()?.removeAttribute("open");
  });
  addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !panel()?.open) return;
    if (panel().contains(document.activeElement)) panel().firstElementChild.focus();
    panel().open = false;
  });
  addEventListener("DOMContentLoaded", () => {
    for (const field of fields()) {
      const name = field.name.replace("bt-", "");
      if (shown[name]) field.checked = field.value === shown[name];
      field.addEventListener("change", () => {
        shown[name] = field.value;
        try {
          localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(NAMES.map((one) => [one, shown[one]]))));
        } catch {
          // It holds on this page at least.
        }
      });
    }
  });
})();

// A printed page says when it was printed, and where it is from on every sheet: style sheets alone know neither.
addEventListener("beforeprint", () => {
  const { lang } = document.documentElement;
  const day = new Date().toLocaleDateString(lang === "en" ? "en-GB" : lang, { day: "2-digit", month: "2-digit", year: "numeric" });
  const place = document.querySelector("[data-bt=printed]");
  if (!place) return;
  place.textContent = place.dataset.said.replace("#", day);
  const [left, right] = [place.dataset.address, place.textContent].map((text) => `content: ${JSON.stringify(text)}; font: 7pt sans-serif`);
  document.styleSheets[0].insertRule(`@page { @bottom-left { ${left} } @bottom-right { ${right} } }`);
});

// Pages that were read stay readable without a network; the worker that keeps them is beside the folder of this script.
if (location.protocol === "https:" && document.querySelector("[data-bt=manifest]")) {
  const worker = new URL("../sw.js", document.currentScript.src);
  addEventListener("load", () => navigator.serviceWorker?.register(worker).catch(() => {}));
}
