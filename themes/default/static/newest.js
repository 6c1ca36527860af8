// What is asked for among the newest agreements and news (generator/bantin/site/search_newest.py), so that it can be shown
// before everything has been searched. Words that many titles have are in so many texts that a slow phone would look for
// them for seconds, and nothing but their age would tell what comes first.
import { alike, AT_ONCE, calledSo, isMarked, placements, spelledBack, spoken } from "./find.js";

const told = (text) => ` ${spoken(text.normalize("NFC").toLowerCase()).join(" ")} `;

/**
 * The newest whose titles say `words` together, with their marks if these have any, of those that pass the filters that
 * were `chosen`; what is called so comes first. Nothing, unless they fill the first page.
 */
export const newestOf = (newest, words, chosen) => {
  const bare = alike(words);
  const ways = isMarked(words) ? placements(spelledBack(words)).map(told) : [];
  const says = ({ title }) => (ways.length ? ways.some((way) => told(title).includes(way)) : ` ${alike(title)} `.includes(` ${bare} `));
  const passes = ({ filters }) => Object.entries(chosen).every(([name, value]) => filters[name]?.includes(value));
  const isCalled = calledSo(words);
  const found = bare ? newest.filter((one) => says(one) && passes(one)) : [];
  if (found.length < AT_ONCE) return [];
  return found.sort((one, other) => isCalled(other) - isCalled(one)).slice(0, AT_ONCE);
};
