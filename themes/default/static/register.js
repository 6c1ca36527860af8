// Puts what searches and sorts the register before its table. It runs where that is to stand, before the table is there,
// so that nothing moves. finder.js, which does the work, and the rows come when something is first asked for, be it in
// the address.
{
  const find = (name) => document.querySelector(`[data-bt=${name}]`);
  const tools = find("tools");

  const start = () => {
    tools.after(tools.content);
    const form = find("query");
    const says = find("says");
    const filters = find("filters");

    const wide = matchMedia("(min-width: 45.01rem)");
    const unfold = () => {
      filters.open = wide.matches;
    };
    unfold();
    wide.addEventListener("change", unfold);

    let loading;
    const load = () => {
      loading ??= new Promise((done, failed) => {
        const rows = Object.assign(document.createElement("link"), { rel: "preload", as: "script", href: form.dataset.rows });
        const script = Object.assign(document.createElement("script"), { src: form.dataset.script, onload: done, onerror: failed });
        document.head.append(rows, script);
      });
      return loading;
    };

    const wake = async ({ type, target }) => {
      // From then on all is heard there.
      if ("ready" in form.dataset) return;
      if (type === "input") says.textContent = says.dataset.busy;
      try {
        await load();
        if (type === "click") target.closest("button")?.click();
      } catch {
        loading = undefined;
        delete document.documentElement.dataset.asked;
        says.textContent = says.dataset.failed;
      }
    };

    const names = [form.dataset.agency, ...[...form.elements].map((field) => field.name)].filter(Boolean);
    const state = new URLSearchParams(location.search);
    const asked = names.some((name) => state.get(name));
    if (asked) {
      document.documentElement.dataset.asked = "new";
      says.textContent = says.dataset.busy;
    }

    addEventListener("DOMContentLoaded", () => {
      const table = find("records");
      table.after(find("rest").content);
      for (const head of table.tHead.rows[0].cells) {
        const button = document.createElement("button");
        button.type = "button";
        button.append(...head.childNodes);
        head.append(button);
      }
      for (const part of [form, table.tHead]) {
        for (const type of ["pointerdown", "focusin", "input", "click"]) part.addEventListener(type, wake);
      }
      if (asked || [...form.elements].some((field) => field.value)) wake({});
    });
  };

  // The fields of a theme of an earlier version are for another script: there are its lists.
  if (tools.content.querySelector("[data-bt=query]").dataset.script) start();
}
