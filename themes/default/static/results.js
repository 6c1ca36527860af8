// Answers what is asked on the search page, and shows the results.
import { AT_ONCE, asked, excerpt, find, isTogether, ownFirst, place } from "./find.js";
import { newestOf } from "./newest.js";
import { interpret } from "./question.js";

const FACETS = ["agency", "year", "type", "field", "status"];

/** The filter for what both filters let through. */
const both = (one, other) => (Object.keys(other).length ? { all: [one, other] } : one);

/**
 * The answer to a question that was `read`: its results, best first, the words by which they were found, the pages that
 * are shown above them, and the chips that say what they were narrowed by. It is looked for as it is written if its words
 * stand together somewhere, or if nothing is found for what it was read as.
 */
export const answer = async (engine, text, read, chosen, byDate) => {
  const look = async (words, filters) => {
    const found = await find(engine, words, filters, byDate || !words);
    return { ...found, words, results: byDate ? found.results : await ownFirst(found.results, words) };
  };
  const isNarrowed = Object.keys(read.filters).length > 0;
  const isQuoted = isNarrowed && read.words && (await isTogether(engine, asked(text), chosen));
  if (isNarrowed && !isQuoted) {
    const found = await look(asked(read.words), both(read.filters, chosen));
    if (found.results.length) return { ...found, pages: read.pages, chips: read.chips };
  }
  const found = await look(asked(read.named || text), chosen);
  const isFound = found.results.length || !read.words;
  const pages = isNarrowed && !isQuoted && !read.pages.length ? read.nearby : read.pages;
  return { ...(isFound ? found : await look(asked(read.words), chosen)), pages, chips: [] };
};

/**
 * What shows results on the page of `form`, the first ones perhaps from what is `newest`; `go` asks for what stands in its
 * fields.
 */
export const results = (form, starting, names, newest, go) => {
  const language = document.documentElement.lang;
  const says = document.querySelector("[data-bt=count]");
  const chips = document.querySelector("[data-bt=chips]");
  const list = document.querySelector("[data-bt=results]");
  const more = document.querySelector("[data-bt=more]");
  const ways = document.querySelector("[data-bt=ways]");
  const facets = form.querySelector("[data-bt=facets]");
  const template = document.querySelector("[data-bt=result]").content;
  let left = [];
  let shown = new Set();
  let words = "";
  let turn = 0;
  // Looks for what comes after the newest, once more results are wanted.
  let lookOn;

  const number = (value) => value.toLocaleString(language);

  const marked = (pieces) =>
    pieces.flatMap(([text, isWord]) => {
      const one = isWord ? document.createElement("mark") : new Text();
      one.textContent = text;
      return [one, " "];
    });

  const item = (address, title, facts, status, kind, pieces) => {
    const made = template.cloneNode(true);
    const link = made.querySelector("a");
    link.href = form.dataset.root + address;
    link.textContent = title;
    const tag = made.querySelector("[data-bt=status]");
    tag.textContent = status ?? "";
    if (status) tag.className = `status status-${kind}`;
    else tag.remove();
    made.querySelector("[data-bt=facts]").textContent = facts.filter(Boolean).join(" · ");
    made.querySelector("[data-bt=excerpt]").append(...marked(pieces));
    return made;
  };

  const itemOf = (found) => {
    const { meta, content } = found;
    const part = place(found, words);
    return item(
      meta.url + (part?.hash ?? ""),
      [part?.label, meta.title].filter(Boolean).join(" · "),
      [meta.gone, meta.number, meta.date, meta.agreement, meta.parties, meta.reading],
      meta.status,
      meta.kind,
      excerpt(content, meta.title, words, part),
    );
  };

  /** Shows the pages that are asked for by name. */
  const lead = (pages) => {
    shown = new Set(pages.map(({ url }) => url));
    list.replaceChildren(...pages.map(({ url, title, kind }) => item(url, title, [kind], "", "", [])));
  };

  const append = async (mine) => {
    let fresh = [];
    while (left.length && !fresh.length) {
      const some = await Promise.all(left.splice(0, AT_ONCE).map((result) => result.data()));
      if (mine !== turn) return;
      fresh = some.filter(({ meta }) => !shown.has(meta.url));
    }
    list.append(...fresh.map(itemOf));
    more.hidden = !left.length;
  };

  const count = (total) => {
    if (!total) return says.dataset.none;
    if (total === 1) return says.dataset.one;
    return says.dataset.many.replace("#", number(total));
  };

  // How many there would be: with a value in the place of the one that is chosen, or besides those that are.
  const offer = (found) => {
    for (const name of FACETS) {
      const field = form.elements[name];
      const chosen = field.value;
      const counts = (chosen ? found.totalFilters : found.filters)?.[name] ?? {};
      const values = Object.keys(counts).filter((value) => counts[value] || value === chosen);
      if (chosen && !values.includes(chosen)) values.push(chosen);
      values.sort((one, other) => (name === "year" ? other.localeCompare(one) : one.localeCompare(other, language)));
      const options = values.map((value) => new Option(`${value} (${number(counts[value] ?? 0)})`, value));
      field.replaceChildren(field.options[0], ...options);
      field.value = chosen;
      field.disabled = !values.length;
    }
  };

  const chip = (label, remove) => {
    const made = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.setAttribute("aria-label", chips.dataset.drop.replace("#", () => label));
    button.addEventListener("click", () => {
      remove();
      go();
      form.elements.q.focus();
    });
    made.append(button);
    return made;
  };

  /** Shows the newest that have what was `read` in their titles, if they fill the first page; whether they do. */
  const showNewest = (read, chosen) => {
    if (Object.keys(read.filters).length) return false;
    words = asked(read.named || form.elements.q.value);
    const first = newestOf(newest, words, chosen).filter(({ url }) => !shown.has(url));
    list.append(...first.map((meta) => itemOf({ meta, content: "" })));
    for (const { url } of first) shown.add(url);
    return first.length > 0;
  };

  const show = async () => {
    const mine = ++turn;
    const text = form.elements.q.value;
    const selects = FACETS.map((name) => form.elements[name]).filter((field) => field.value);
    const chosen = Object.fromEntries(selects.map((field) => [field.name, field.value]));
    list.replaceChildren();
    chips.replaceChildren();
    more.hidden = true;
    left = [];
    shown = new Set();
    lookOn = undefined;
    list.parentElement.style.minHeight = "";
    if (!text.trim() && !selects.length) {
      says.textContent = "";
      ways.hidden = false;
      return;
    }
    const read = interpret(text, names);
    // No list or agency has the filters that a reader has chosen.
    if (selects.length) read.pages = read.nearby = [];
    const narrow = (read) =>
      chips.replaceChildren(
        ...read.map(({ label, without }) => chip(label, () => (form.elements.q.value = without))),
        ...selects.map((field) => chip(field.value, () => (field.value = ""))),
      );
    // What is asked for by name is shown before anything is found, and its chips with it, so that it does not move.
    if (read.pages.length) {
      lead(read.pages);
      narrow(read.chips);
    }
    const byDate = form.elements.sort.value === "date";
    const look = async () => {
      const engine = await starting;
      // What results can be narrowed by is as much to load as they are, and seldom asked for.
      if (facets.open) await engine.filters();
      const found = await answer(engine, text, read, chosen, byDate);
      if (mine !== turn) return;
      if (facets.open) offer(found);
      ({ words } = found);
      left = [...found.results];
      const total = Math.max(left.length, found.pages.length);
      if (found.pages !== read.pages) lead(found.pages);
      if (!read.pages.length) narrow(found.chips);
      await append(mine);
      if (mine !== turn) return;
      says.textContent = count(total);
      ways.hidden = total > 0;
    };
    if (byDate || facets.open || !showNewest(read, chosen)) return look();
    if (!read.pages.length) narrow([]);
    says.textContent = says.dataset.first.replace("#", number(AT_ONCE));
    more.hidden = false;
    lookOn = look;
  };

  more.firstElementChild.addEventListener("click", async () => {
    const before = list.children.length;
    const look = lookOn ?? (() => append(turn));
    if (lookOn) {
      // What follows moves at once, and not when they have been found.
      list.parentElement.style.minHeight = `${list.parentElement.offsetHeight + innerHeight}px`;
      more.hidden = true;
      says.textContent = says.dataset.busy;
    }
    lookOn = undefined;
    try {
      await look();
      list.children[before]?.querySelector("a").focus();
    } catch {
      says.textContent = says.dataset.failed;
      ways.hidden = false;
    }
  });

  return { show, offer: () => show() };
};
