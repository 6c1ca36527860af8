// Reads a question as people ask it: which agencies, years, types and statuses it names, and what is left to look for.
// What the bulletin calls them comes from generator/bantin/site/search_names.py.
import { plain } from "./find.js";

const LONGEST = 16; // words of a name

const spell = (text) => plain(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean).join(" ");

/** What each spelling without marks means: an agency, a term to filter by, or a word that only links others. */
const meanings = (names) => {
  const found = new Map();
  const add = (meaning, spellings) => {
    for (const one of spellings) if (!found.has(one)) found.set(one, meaning);
  };
  names.agencies.forEach(([name, , ...others], agency) => add({ agency }, [spell(name), ...others]));
  for (const term of names.terms) add({ term }, term.says);
  for (const value of names.years) {
    const title = names.year.replace("#", value);
    const term = { filter: "year", value, label: title, title, url: names.year_url.replace("#", value) };
    add({ term }, [value, ...names.year_words.map((word) => `${word} ${value}`)]);
  }
  add({ link: true }, names.links);
  return found;
};

/** The question in parts, each from one of its words to another: those that mean something, and single words. */
const read = (tokens, known) => {
  const spelt = tokens.map(spell);
  const meaningOf = (from, to) => {
    const said = spelt.slice(from, to).filter(Boolean).join(" ");
    if (!said) return { link: true };
    const meaning = known.get(said);
    // A word of two letters is an abbreviation only if it is written as one.
    const isWord = meaning?.agency !== undefined && said.length < 3 && tokens.length > 1;
    return isWord && tokens[from].toLowerCase() === tokens[from] ? undefined : meaning;
  };
  const parts = [];
  for (let from = 0; from < tokens.length; ) {
    let to = Math.min(tokens.length, from + LONGEST);
    while (to > from + 1 && !meaningOf(from, to)) to--;
    parts.push({ from, to, ...meaningOf(from, to) });
    from = to;
  }
  return parts;
};

const isNamed = ({ agency, term }) => agency !== undefined || term;

/** What is left of a question without what is named in it, and without links at the ends of what is left. */
const rest = (tokens, parts) => {
  const runs = [[]];
  for (const part of parts) isNamed(part) ? runs.push([]) : runs.at(-1).push(part);
  const trimmed = runs.map((run) => {
    const said = run.map(({ link }) => !link);
    return run.slice(said.indexOf(true), said.lastIndexOf(true) + 1);
  });
  return trimmed.flat().flatMap(({ from, to }) => tokens.slice(from, to)).join(" ");
};

/** The question without one of its parts, and without the links that lead to it. */
const without = (tokens, parts, index) => {
  let first = index;
  while (parts[first - 1]?.link) first--;
  let last = index;
  if (!first) while (parts[last + 1]?.link) last++;
  return [...tokens.slice(0, parts[first].from), ...tokens.slice(parts[last].to)].join(" ");
};

/** The months from this one to the one that begins so many `months` later, as `2027-03`. */
const monthsFrom = (today, months) =>
  Array.from({ length: months + 1 }, (_, ahead) =>
    new Date(Date.UTC(today.getFullYear(), today.getMonth() + ahead)).toISOString().slice(0, 7),
  );

const agencyPage = (names, agency) => {
  const [title, id] = names.agencies[agency];
  return { title, url: names.agency_url.replace("#", id), kind: names.kinds.agency };
};

/** The page of what two agencies have signed; none if they have signed nothing, or a single agreement. */
const pairPage = (names, one, other) => {
  const [first, second] = one < other ? [one, other] : [other, one];
  if (!names.pairs[first]?.split(" ").includes(String(second))) return undefined;
  const [from, to] = [names.agencies[one], names.agencies[other]];
  const [low, high] = [from[1], to[1]].sort();
  const title = names.pair.replace("#", from[0]).replace("#", to[0]);
  return { title, url: names.pair_url.replace("#", low).replace("#", high), kind: names.kinds.pair };
};

/** The pages that a question asks for by name, if it says nothing more than that. */
const pagesOf = (names, agencies, terms, isAll) => {
  if (!isAll) return [];
  if (terms.every(({ filter }) => filter === "type")) {
    if (agencies.length === 2) return [pairPage(names, ...agencies)].filter(Boolean);
    if (agencies.length === 1 && !terms.length) return [agencyPage(names, agencies[0])];
  }
  if (agencies.length || terms.length !== 1) return [];
  return terms.filter(({ url }) => url).map(({ title, url }) => ({ title, url, kind: names.kinds.page }));
};

/** The page of the site whose title the question is. */
const pageCalled = (names, text) => {
  const said = spell(text);
  return names.pages.filter(({ says }) => says.includes(said)).map(({ title, url }) => ({ title, url, kind: names.kinds.page }));
};

const filtersOf = (names, agencies, terms, today) => {
  const filters = {};
  // What both have signed, and what has any of the years, types or statuses.
  if (agencies.length) filters.agency = agencies.map((agency) => names.agencies[agency][0]);
  for (const { filter, value, months } of terms) {
    filters[filter] ??= { any: [] };
    filters[filter].any.push(...(months ? monthsFrom(today, months) : [value]));
  }
  return filters;
};

/**
 * What a question asks for. `pages` are asked for by name, and `nearby` are those of the agencies that it names;
 * `filters` and `words` are what it is narrowed by and what is then looked for, and `chips` say so. `named` is the name
 * itself if nothing else is asked for.
 */
export const interpret = (text, names, today = new Date()) => {
  const asIs = { pages: [], nearby: [], filters: {}, chips: [], words: "", named: "" };
  if (!names || /["“”]/.test(text)) return asIs;
  const tokens = text.normalize("NFC").split(/\s+/).filter(Boolean);
  const parts = read(tokens, meanings(names));
  const words = rest(tokens, parts);
  const agencies = [...new Set(parts.filter(({ agency }) => agency !== undefined).map(({ agency }) => agency))];
  const terms = [...new Set(parts.map(({ term }) => term).filter(Boolean))];
  const pages = [...pageCalled(names, text), ...pagesOf(names, agencies, terms, !words)];
  const nearby = agencies.map((agency) => agencyPage(names, agency));
  const named = parts.filter(isNamed);
  const only = !words && named.length === 1 ? named[0] : undefined;
  // A number alone is asked for, whatever stands around it.
  if (!named.length) return { ...asIs, pages, words, named: /^\d+\/\p{L}\S*$/u.test(words) ? words : "" };
  // The name of an agency or of a type is looked for: pages may say it that are not filed under it.
  if (only && (!only.term || only.term.filter === "type")) {
    return { ...asIs, pages, named: tokens.slice(only.from, only.to).join(" ") };
  }
  const chips = parts.flatMap((part, index) =>
    isNamed(part)
      ? [{ label: part.term?.label ?? names.agencies[part.agency][0], without: without(tokens, parts, index) }]
      : [],
  );
  return { ...asIs, pages, nearby, filters: filtersOf(names, agencies, terms, today), chips, words };
};
