// The search page. What is asked for stands in the address, so that it can be shared and gone back to. The engine is
// started with the page; what answers and what suggests is loaded with the first letter that is typed, or with the
// question that the address asks.
const start = (form) => {
  const says = document.querySelector("[data-bt=count]");
  const ways = document.querySelector("[data-bt=ways]");
  const facets = form.querySelector("[data-bt=facets]");
  const fields = [...form.elements].filter((field) => field.name);
  const engine = import(new URL(form.dataset.engine, document.baseURI)).then(async (loaded) => {
    // In the page itself, what the page has preloaded is not loaded again; nor is a second script.
    await loaded.options({ noWorker: true, metaCacheTag: "" });
    await loaded.init();
    return loaded;
  });
  // Told once something is asked for.
  engine.catch(() => {});
  let answers;

  // All at once, although the first imports the others: each step is a way to the server and back.
  const load = () => {
    // Without what the bulletin calls things, a question is looked for as it is written; without the newest, in everything.
    const given = (address) =>
      fetch(new URL(address, document.baseURI))
        .then((response) => response.json())
        .catch(() => undefined);
    const { names, newest } = form.dataset;
    const modules = [import("./results.js"), import("./find.js"), import("./question.js"), import("./newest.js")];
    // A theme of an earlier version does not say where the newest are.
    answers ??= Promise.all([given(names), newest && given(newest), ...modules]).then(([names, newest, { results }]) =>
      results(form, engine, names, newest ?? [], go),
    );
    answers.catch(() => (answers = undefined));
    return answers;
  };

  const run = async () => {
    if (!answers && !fields.some((field) => field.value && field.name !== "sort")) return;
    says.textContent = says.dataset.busy;
    ways.hidden = true;
    try {
      await (await load()).show();
    } catch {
      says.textContent = says.dataset.failed;
      ways.hidden = false;
    }
  };

  const read = () => {
    const wanted = new URLSearchParams(location.search);
    for (const field of fields) {
      const value = wanted.get(field.name) ?? "";
      // What an address asks for is offered even before it is known how much there is of it.
      if (field.options && ![...field.options].some((option) => option.value === value)) field.add(new Option(value, value));
      field.value = value;
    }
    run();
  };

  const go = () => {
    const wanted = new URLSearchParams(fields.filter((field) => field.value).map((field) => [field.name, field.value]));
    const address = `${location.pathname}${wanted.size ? "?" : ""}${wanted}`;
    if (address !== location.pathname + location.search) history.pushState(null, "", address);
    run();
  };

  // A theme of an earlier version has no place for suggestions.
  const offers = form.querySelector("[data-bt=suggestions]");
  const words = form.elements.q;
  const suggest = async () => {
    load();
    await (await import("./suggest.js")).suggest(form, words, offers);
  };
  if (offers) {
    const combobox = { role: "combobox", "aria-autocomplete": "list", "aria-controls": offers.id, "aria-expanded": "false" };
    for (const [name, value] of Object.entries(combobox)) words.setAttribute(name, value);
    // What cannot be suggested can still be asked for.
    words.addEventListener("input", () => suggest().catch(() => {}), { once: true });
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go();
  });
  facets.addEventListener("change", go);
  facets.addEventListener("toggle", async () => facets.open && (await load()).offer());
  addEventListener("popstate", read);
  read();
};

const form = document.querySelector("form[data-bt=search]");
if (form) start(form);
