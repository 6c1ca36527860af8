// Finds words in the index of Pagefind, and the part of each text that a result leads to. The words are spelt here as
// generator/bantin/site/search_words.py spells those of the index.

export const AT_ONCE = 10;
const BREAK = 5; // words
const EXCERPT = 28; // words
const FAR = 1e6; // words
const MOST = 12; // words that are looked for one by one
const COMPARED = 1000; // texts, in which each of the words is looked for by itself
const UNSEEN = "⁂"; // generator/bantin/render/search/document.py
const EVERY = "ꙮ"; // the same
const TONES = "\u0300\u0301\u0303\u0309\u0323";

export const spelt = (text) => text.normalize("NFC").replace(/đ/g, "ḏ").replace(/Đ/g, "Ḏ");
export const spelledBack = (text) => text.replace(/ḏ/g, "đ").replace(/Ḏ/g, "Đ");

const two = (digits) => digits.padStart(2, "0");
export const apart = (text) =>
  text
    .replace(/(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)/g, (_, day, month, year) => `${two(day)} ${two(month)} ${year}`)
    .replace(/(?<=[\p{L}\p{N}_])[/.\-–](?=[\p{L}\p{N}_])/gu, " ");

/** What is asked, as it is looked for: quotation marks would ask for something else. */
export const asked = (text) => spelt(apart(text.normalize("NFC"))).replace(/["“”]/g, " ").trim().replace(/\s+/g, " ");

export const isMarked = (text) => /\p{M}/u.test(text.normalize("NFD"));

/** The text with every tone where the newer spelling has it (hoà, thuý), and where the older one has it (hòa, thúy). */
export const placements = (text) => {
  const letters = text.normalize("NFD");
  const ends = "(?![\\p{L}\\p{M}])";
  const newer = letters.replace(new RegExp(`(?<!q)(o|u)([${TONES}])(a|e|y)${ends}`, "giu"), "$1$3$2");
  const older = letters.replace(new RegExp(`(?<!q)(oa|oe|uy)([${TONES}])${ends}`, "giu"), (_, pair, tone) => pair[0] + tone + pair[1]);
  return [...new Set([letters, newer, older].map((way) => way.normalize("NFC")))];
};

/**
 * How far it is through a text from each of several words to the next, in their order, given the places of each of them
 * in ascending order: the words passed over on the shortest way. Each break in it counts as some more, since what is
 * remembered of a text is seldom single words, but pieces of it.
 */
export const distance = ([first, ...others]) => {
  // Where the way may have come to, and at what cost.
  let reached = first.map((at) => [at, 0]);
  for (const places of others) {
    const costs = places.map(() => Infinity);
    let before = 0;
    let least = Infinity;
    places.forEach((at, index) => {
      for (; before < reached.length && reached[before][0] < at; before++) least = Math.min(least, reached[before][1] - reached[before][0]);
      costs[index] = least + at - 1 + BREAK;
      if (before && reached[before - 1][0] === at - 1) costs[index] = Math.min(costs[index], reached[before - 1][1]);
    });
    let after = reached.length - 1;
    least = Infinity;
    for (let index = places.length - 1; index >= 0; index--) {
      for (; after >= 0 && reached[after][0] >= places[index]; after--) least = Math.min(least, reached[after][1] + reached[after][0]);
      costs[index] = Math.min(costs[index], least - places[index] + 1 + BREAK);
    }
    reached = places.map((at, index) => [at, costs[index]]);
  }
  return reached.reduce((least, [, cost]) => Math.min(least, cost), Infinity);
};

/** The places of a word in each text that has it, by the id of the text. */
const placesOf = async (word, ways, look) => {
  const places = new Map();
  for (const [way, isExact] of ways(word))
    for (const { id, words } of (await look(way, isExact)).results) places.set(id, [...(places.get(id) ?? []), ...words]);
  for (const [id, all] of places) places.set(id, [...new Set(all)].sort((one, other) => one - other));
  return places;
};

/**
 * What is found, in the order of how near the words stand to one another. Of the first ones, which are shown, it is
 * known where provisions begin: there one provision that says all of the words comes before neighbours that share them.
 */
const nearestFirst = async (found, words, ways, look) => {
  const asked = words.split(" ").slice(0, MOST);
  const known = new Map();
  for (const word of new Set(asked)) known.set(word, await placesOf(word, ways, look));
  const near = new Map(found.map((one) => [one, distance(asked.map((word) => known.get(word).get(one.id) ?? []))]));
  // Not a difference: there is none between two that are infinite.
  const nearer = (one, other) => (near.get(one) < near.get(other) ? -1 : near.get(one) > near.get(other) ? 1 : 0);
  const sorted = [...found].sort(nearer);
  const first = sorted.slice(0, AT_ONCE);
  const loaded = await Promise.all(first.map((one) => one.data()));
  for (const [index, one] of first.entries()) {
    const data = loaded[index];
    const part = place(data, words);
    if (part) near.set(one, part.cost);
    else if (isInParts(data) && !isAbove(data, words)) near.set(one, Infinity);
  }
  return [...first.sort(nearer), ...sorted.slice(AT_ONCE)];
};

/** Looks for words with the engine: all that has them, with their marks alone if `exactDiacritics`. */
const looking = (engine, options) => async (text, exactDiacritics) => {
  await engine.options({ exactDiacritics });
  return engine.search(text, options);
};

/** The ways to look for words, each with whether to the letter. */
const waysOf = (words) => (text) => {
  if (isMarked(words)) return placements(text).map((way) => [way, true]);
  // Older engines find phrases without marks only where the words are told without marks, and to the letter.
  return text.includes(" ") ? [[text, false], [text, true]] : [[text, false]];
};

/** The ids of the texts in which `words` stand together. */
const together = async (words, look) => {
  const found = new Set();
  for (const [way, isExact] of waysOf(words)(words)) {
    const { results } = await look(way.includes(" ") ? `"${way}"` : way, isExact);
    for (const { id } of results) found.add(id);
  }
  return found;
};

/** Whether several words stand together in any text. */
export const isTogether = async (engine, words, filters) =>
  words.includes(" ") && (await together(words, looking(engine, { filters }))).size > 0;

/**
 * What is found, best first: where the words stand together, with their marks if they were asked for with marks, then
 * where they merely all stand: if they stand together nowhere, the nearer to one another the better, unless too many have
 * them for a slow phone to compare. In order of date only the first are told, if there are any.
 */
export const find = async (engine, words, filters, byDate) => {
  const look = looking(engine, { filters, ...(byDate && { sort: { date: "desc" } }) });
  // Asked for nothing but filters, the engine loads its whole index.
  const all = await look(words || EVERY, false);
  if (!words || (!isMarked(words) && !words.includes(" "))) return all;
  const first = await together(words, look);
  const best = all.results.filter(({ id }) => first.has(id));
  const rest = byDate && best.length ? [] : all.results.filter(({ id }) => !first.has(id));
  const isSorted = byDate || best.length || rest.length > COMPARED;
  const sorted = isSorted ? rest : await nearestFirst(rest, words, waysOf(words), look);
  return { ...all, results: [...best, ...sorted] };
};

export const alike = (text) => spoken(plain(spelledBack(text))).join(" ");

/** Tells of what its title or number is just what was asked for. */
export const calledSo = (words) => {
  const asked = alike(words);
  return ({ title, number = "" }) => [title, number].map(alike).includes(asked);
};

/**
 * What is found, with that first whose own title or number was asked for. Where nothing but filters was, agreements come
 * before what tells of them. Only what is shown at first is compared.
 */
export const ownFirst = async (found, words) => {
  const first = await Promise.all(found.slice(0, AT_ONCE).map(async (one) => [one, (await one.data()).meta]));
  const isCalled = calledSo(words);
  const ranks = new Map(first.map(([one, meta]) => [one, words && !isCalled(meta) ? 2 : meta.own ? 0 : 1]));
  return [...[...ranks.keys()].sort((one, other) => ranks.get(one) - ranks.get(other)), ...found.slice(AT_ONCE)];
};

export const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();

export const spoken = (text) => text.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);
const wantedOf = (words) => [...new Set(spoken(plain(spelledBack(words))))];
const isSaid = (word, parts) => parts.some((part) => (word.length > 2 ? part.startsWith(word) : part === word));

/** The words of `content` that are shown: what is told to the engine alone is none of them. */
const tokensOf = (content) => spelledBack(content).split(UNSEEN)[0].split(/\s+/).filter(Boolean);

const isPart = ({ id }) => id.startsWith("#"); // generator/bantin/site/search_parts.py
const isInParts = ({ anchors = [] }) => anchors.some(isPart);
const saysAll = (words, said) => wantedOf(words).every((word) => isSaid(word, said));
/** Whether what is shown above an excerpt says all of the words. */
const isAbove = ({ meta }, words) => saysAll(words, spoken(plain(`${meta.title} ${meta.parties ?? ""}`)));

/** The places in `said` of each of several words. */
const placesIn = (said, words, isThere) => words.map((word) => said.flatMap((one, at) => (isThere(word, one) ? [at] : [])));

/**
 * What is against it that `words` are looked for in a text that says them all: the less, the better. A text that has
 * them together comes first, then one that has them whole, with their marks if they have any; then one that has them in
 * its `own` first words, not merely in what belongs to it: there the nearer to one another the better, else the shorter.
 */
const costOf = (words, said, bare, own) => {
  const asked = spoken(spelledBack(words).toLowerCase());
  const together = ` ${asked.join(" ")} `;
  if (` ${said.join(" ")} `.includes(together)) return said.length;
  if (` ${bare.join(" ")} `.includes(plain(together))) return 2 * FAR + said.length;
  const whole = placesIn(isMarked(words) ? said : bare, asked, (word, one) => word === one);
  const isWhole = whole.every((some) => some.length);
  const places = isWhole ? whole : placesIn(bare, asked.map(plain), (word, one) => isSaid(word, [one]));
  const near = distance(places.map((some) => some.filter((at) => at < own)));
  return (isWhole ? 4 : 6) * FAR + (near < Infinity ? near : FAR + said.length);
};

/**
 * The provision, or page of a document, that says all of `words` best: its address on the page, what it is called, where
 * it begins and ends in the words of `content`, and what is against it. There is none where what is shown of the whole
 * says all of them, or where no part does.
 */
export const place = (found, words) => {
  const tokens = tokensOf(found.content);
  const begun = (found.anchors ?? []).filter((one) => isPart(one) && one.location < tokens.length);
  if (!wantedOf(words).length || !begun.length || isAbove(found, words)) return undefined;
  const spokenIn = (start, end) => spoken(tokens.slice(start, end).join(" ").toLowerCase());
  let best;
  begun.forEach(({ id, location: start }, index) => {
    const [hash, label] = spelledBack(id).split("|");
    if (hash === "#") return;
    const others = begun.slice(index + 1);
    const end = others.find((other) => !other.id.startsWith(`${hash}-`))?.location ?? tokens.length;
    const said = spokenIn(start, end);
    const bare = said.map(plain);
    if (!saysAll(words, bare)) return;
    const cost = costOf(words, said, bare, spokenIn(start, others[0]?.location).length);
    if (!best || cost < best.cost) best = { hash, label: label.replaceAll("_", " "), start, end, cost };
  });
  return best;
};

/**
 * What says most of `words` between two places in the words of `content`, in pieces: each a text, and whether it is one
 * of the words. The `title` is none of it: it is shown above.
 */
export const excerpt = (content, title, words, { start = 0, end } = {}) => {
  const wanted = wantedOf(words);
  const told = tokensOf(content);
  const after = told.join(" ").startsWith(title) ? title.split(/\s+/).length : 0;
  const tokens = told.slice(Math.max(start, after), end);
  const says = tokens.map((token) => {
    const parts = spoken(plain(token));
    return wanted.findIndex((word) => isSaid(word, parts));
  });
  let [best, from] = [-1, 0];
  for (let start = 0; start === 0 || start + EXCERPT <= tokens.length; start++) {
    const found = says.slice(start, start + EXCERPT).filter((one) => one >= 0);
    const worth = new Set(found).size * EXCERPT + found.length;
    if (worth > best) [best, from] = [worth, start];
  }
  // A little before the first of them, so that it does not begin there.
  const first = says.findIndex((one, index) => index >= from && one >= 0);
  const begin = Math.max(0, Math.min(first < 0 ? from : first - 4, tokens.length - EXCERPT));
  const shown = tokens.slice(begin, begin + EXCERPT).map((token, index) => [token, says[begin + index] >= 0]);
  const ends = begin + EXCERPT < tokens.length;
  return [...(begin ? [["…", false]] : []), ...shown, ...(ends ? [["…", false]] : [])];
};

