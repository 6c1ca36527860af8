// Keeps the last pages that were read, to show them when there is no network: never instead of what the network answers,
// and never without saying that they are copies.
const NOTICES = {"vi": "Kh\u00f4ng c\u00f3 k\u1ebft n\u1ed1i m\u1ea1ng. \u0110\u00e2y l\u00e0 b\u1ea3n l\u01b0u tr\u00ean thi\u1ebft b\u1ecb l\u00fac #; t\u1eeb \u0111\u00f3 \u0111\u1ebfn nay n\u1ed9i dung v\u00e0 t\u00ecnh tr\u1ea1ng hi\u1ec7u l\u1ef1c c\u00f3 th\u1ec3 \u0111\u00e3 thay \u0111\u1ed5i."};
const PAGES = [["", "ngoai-tuyen/"]];
const ALONE = [];
const STYLE = "static/main.digest.css";
const { scope } = registration;
const full = (address) => new URL(address, scope).href;
const [KEPT, FILES, OWN] = ["kept", "files", STYLE].map((name) => `bantin ${scope} ${name}`);
const open = (name) => caches.open(name);

const trim = async (cache, most) => {
  for (const old of (await cache.keys()).slice(0, -most)) await cache.delete(old);
};

const keep = async (address, answer) => {
  const cache = await open(KEPT);
  await cache.delete(address);
  if (answer.status !== 200 || !answer.headers.get("content-type")?.startsWith("text/html")) return;
  const headers = new Headers(answer.headers);
  headers.delete("content-encoding");
  headers.set("x-kept", Date.now());
  await cache.put(address, new Response(await answer.text(), { headers }));
  await trim(cache, 60);
};

const copyOf = async (address) => {
  const kept = await (await open(KEPT)).match(address);
  if (!kept) return;
  const html = await kept.text();
  const lang = html.match(/<html lang="(..)/)[1];
  const two = "2-digit";
  const form = { day: two, month: two, year: "numeric", hour: two, minute: two };
  const when = new Date(+kept.headers.get("x-kept")).toLocaleString(lang === "en" ? "en-GB" : lang, form);
  const notice = `<p class="notice" data-bt="copy">${NOTICES[lang].replace("#", when)}</p>`;
  return new Response(html.replace(/<main[^>]*>/, (main) => main + notice), { headers: kept.headers });
};

const page = async (event, address) => {
  try {
    const answer = await fetch(event.request);
    event.waitUntil(keep(address, answer.clone()));
    return answer;
  } catch {
    const [, instead] = PAGES.find(([prefix]) => address.startsWith(full(prefix)));
    return (await copyOf(address)) ?? (await open(OWN)).match(full(instead));
  }
};

const file = async (event) => {
  const kept = await caches.match(event.request.url);
  if (kept) return kept;
  const answer = await fetch(event.request);
  const copy = answer.clone();
  if (answer.status === 200) event.waitUntil(open(FILES).then((cache) => cache.put(event.request.url, copy).then(() => trim(cache, 200))));
  return answer;
};

const isKept = ({ href }) => href.startsWith(scope) && !ALONE.some((one) => href.startsWith(full(one)));

addEventListener("install", (event) => {
  skipWaiting();
  event.waitUntil(open(OWN).then((cache) => cache.addAll([STYLE, ...PAGES.map(([, one]) => one)].map(full))));
});
addEventListener("activate", (event) => {
  const start = async () => {
    const own = [KEPT, FILES, OWN];
    for (const name of await caches.keys()) if (name.startsWith(`bantin ${scope} `) && !own.includes(name)) await caches.delete(name);
    await clients.claim();
    // What was read before there was a worker.
    for (const { url } of await clients.matchAll()) {
      const { origin, pathname } = new URL(url);
      if (isKept(new URL(url))) await keep(origin + pathname, await fetch(url, { cache: "force-cache" })).catch(() => {});
    }
  };
  event.waitUntil(start());
});
addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || !isKept(url)) return;
  if (request.mode === "navigate") event.respondWith(page(event, url.origin + url.pathname));
  else if (/\.[0-9a-f]{10}\.\w+$/.test(url.pathname)) event.respondWith(file(event));
});
