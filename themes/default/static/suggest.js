// Suggests what to ask while it is typed: names of agencies and lists, and titles, with or without marks
// (generator/bantin/site/search_suggestions.py writes them). It is the ARIA guide's combobox with a list to choose from:
// what is typed stays as it is until something is chosen, and Enter asks for it.
import { plain } from "./find.js";

const OFFERED = 6;
const OF_A_KIND = 3;
const NEVER = 4;

/** The words of each line of a text as they are compared, each after a space. */
const folded = (text) => plain(text).replace(/[^\p{L}\p{N}\n]+/gu, " ").replace(/^ ?/gm, " ");

/** All that can be suggested, in order: what it is, its names, the first of which is asked for, and their words. */
const load = async (address) => {
  // Behind what answers, if the network has not enough for both.
  const groups = await (await fetch(address, { priority: "low" })).json();
  const all = groups.flatMap(([kind, asked]) => asked.map((names) => ({ kind, names })));
  // All at once: that is much faster than one by one.
  const lines = folded(all.flatMap(({ names }) => names).join("\n")).split("\n");
  let line = 0;
  return all.map((one) => ({ ...one, words: lines.slice(line, (line += one.names.length)) }));
};

/** What a text may mean: what is called so, then what begins so, with whole words first, then what has all of its words. */
const meant = (text, all) => {
  const said = folded(text).trimEnd();
  const parts = said.split(" ").slice(1).map((word) => ` ${word}`);
  const rank = (words) => {
    if (words.startsWith(said)) return words === said ? 0 : words[said.length] === " " ? 1 : 2;
    return parts.every((part) => words.includes(part)) ? 3 : NEVER;
  };
  const found = [];
  for (const one of said ? all : []) {
    const ranks = one.words.map(rank);
    const best = Math.min(...ranks);
    if (best < NEVER) found.push({ ...one, best, other: ranks[0] > best ? one.names[ranks.indexOf(best)] : "" });
  }
  const kinds = {};
  return found
    .sort((one, other) => one.best - other.best)
    .filter(({ kind }) => (kinds[kind] = (kinds[kind] ?? 0) + 1) <= OF_A_KIND)
    .slice(0, OFFERED);
};

/** Suggests in the list `offers` what to ask in the `field` of `form`. */
export const suggest = (form, field, offers) => {
  const loading = load(new URL(form.dataset.suggestions, document.baseURI));
  let active = -1;
  let turn = 0;

  const close = () => {
    turn++;
    offers.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };

  // Beyond the last one, and before the first one, is what is typed.
  const point = (place) => {
    const many = offers.children.length + 1;
    active = ((place + 1 + many) % many) - 1;
    [...offers.children].forEach((item, index) => item.setAttribute("aria-selected", String(index === active)));
    if (active < 0) field.removeAttribute("aria-activedescendant");
    else {
      field.setAttribute("aria-activedescendant", offers.children[active].id);
      offers.children[active].scrollIntoView({ block: "nearest" });
    }
  };

  const choose = (item) => {
    field.value = item.dataset.ask;
    form.requestSubmit();
  };

  const option = ({ kind, names: [name], other }, index) => {
    const item = document.createElement("li");
    item.id = `${offers.id}-${index}`;
    item.setAttribute("role", "option");
    item.dataset.ask = name;
    const [asked, what] = ["span", "small"].map((tag) => document.createElement(tag));
    asked.textContent = name;
    what.textContent = [kind, other].filter(Boolean).join(" · ");
    item.append(asked, " ", what);
    item.addEventListener("click", () => choose(item));
    return item;
  };

  const offer = async () => {
    const mine = ++turn;
    const all = await loading;
    if (mine !== turn || document.activeElement !== field) return;
    const found = meant(field.value, all);
    if (!found.length) return close();
    offers.replaceChildren(...found.map(option));
    offers.hidden = false;
    field.setAttribute("aria-expanded", "true");
    point(-1);
  };

  const press = (event) => {
    if (event.isComposing) return;
    const { key } = event;
    const isOpen = !offers.hidden;
    if (key === "ArrowDown" || key === "ArrowUp") {
      if (isOpen) point(active + (key === "ArrowDown" ? 1 : -1));
      else offer();
    } else if (key === "Enter" && isOpen && active >= 0) choose(offers.children[active]);
    else if (key === "Escape" && isOpen) close();
    else return;
    event.preventDefault();
  };

  field.addEventListener("input", offer);
  field.addEventListener("keydown", press);
  field.addEventListener("blur", close);
  form.addEventListener("submit", close);
  // The field keeps the focus.
  offers.addEventListener("pointerdown", (event) => event.preventDefault());
  // What was asked before this came needs no suggestion.
  return field.value === new URLSearchParams(location.search).get("q") ? loading : offer();
};
