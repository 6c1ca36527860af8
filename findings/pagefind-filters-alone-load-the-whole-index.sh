#!/bin/sh
# Pagefind 1.5.2: a search for nothing but filters, `search(null, { filters })`, loads every piece of the index.
#
# The documentation offers `null` to get all pages that pass the filters. Which pages these are stands in the piece of the
# filter, and a search for a word needs one piece of the index besides; so one expects that no word needs none. But all of them
# are loaded, one request each, before the answer comes: on a large site that is the whole index, some megabytes on a phone.
# A word that is on every page, asked for in place of `null`, gives the same pages for one piece.
#
# Seen, on 400 pages of 300 words:
#   null, of one kind: 200 results, 18 of 18 pieces of the index
#   a word of all pages, of one kind: 200 results, 1 of 18 pieces of the index
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' >package.json
npm install --silent --no-audit --no-fund pagefind@1.5.2 >/dev/null
cat >pages.mjs <<'PAGES'
import { mkdirSync, writeFileSync } from "node:fs";
// Words without meaning, the same at each run: the index of few words would be a single piece.
const word = (number) => [..."bdghklmnpr"].map((sign, place) => sign + "aeiou"[(number >> place) % 5]).slice(0, 5).join("");
let number = 1;
for (let page = 0; page < 400; page++) {
  const words = Array.from({ length: 300 }, () => {
    number = (number * 48271) % 2147483647;
    return word(number % 6000) + (number % 6000).toString(36);
  });
  mkdirSync(`site/${page}`, { recursive: true });
  const kind = `<p data-pagefind-filter="kind">${"ab"[page % 2]}</p>`;
  writeFileSync(`site/${page}/index.html`, `<html lang="en"><body><h1>${page}</h1>${kind}<p>${words.join(" ")} common</p></body></html>`);
}
PAGES
cat >ask.mjs <<'ASK'
import { readdirSync, readFileSync } from "node:fs";
// What the engine asks the network for is read from the disk, and counted.
let pieces = 0;
globalThis.fetch = async (address) => {
  const path = String(address).split("?")[0].replace("http://site/", "site/");
  if (path.endsWith(".pf_index")) pieces++;
  return new Response(readFileSync(path));
};
globalThis.document = { querySelector: () => ({ getAttribute: () => "en" }), currentScript: null };
const all = readdirSync("site/pagefind/index").length;
for (const [label, words] of [["null", null], ["a word of all pages", "common"]]) {
  const engine = await import(`./site/pagefind/pagefind.js?${words}`);
  await engine.options({ basePath: "http://site/pagefind/", noWorker: true });
  await engine.init();
  pieces = 0;
  const { results } = await engine.search(words, { filters: { kind: "a" } });
  console.log(`${label}, of one kind: ${results.length} results, ${pieces} of ${all} pieces of the index`);
}
ASK
node pages.mjs
npx pagefind --site site --quiet
node ask.mjs 2>/dev/null | tee seen
cat >expected <<'EXPECTED'
null, of one kind: 200 results, 18 of 18 pieces of the index
a word of all pages, of one kind: 200 results, 1 of 18 pieces of the index
EXPECTED
diff expected seen
