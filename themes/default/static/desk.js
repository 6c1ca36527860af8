// Tells Sveltia CMS of this bulletin: what there is to edit, and how its files are written. A file may say the same in
// several ways (a name alone, or a mapping with the name in it); the form knows one of them, in which it also saves.
window.CMS_MANUAL_INIT = true;
const { settings, vi, icons } = document.currentScript.dataset;

// What the CMS would ask others for: its words in Vietnamese, and its icons. Everything comes from this site instead, and
// besides it only the host of the repository is asked: no other is told who writes here, whatever policy the server sends.
let ask = window.fetch;
let hosts = [];
// Told of each text of a file that the form writes, and of the text that it began with.
let wrote = () => {};
const isAllowed = ({ protocol, origin }) =>
  ["blob:", "data:"].includes(protocol) || origin === location.origin ||
  hosts.some((host) => (host.includes("*.") ? origin.endsWith(host.split("*")[1]) : origin === host));
window.fetch = (what, ...more) => {
  const [, locale] = /\/locales\/([\w-]+)\.json$/.exec(what) ?? [];
  if (locale) return locale === "vi" ? ask(vi, ...more) : Promise.resolve(new Response("{}"));
  if (isAllowed(new URL(what.url ?? what, location))) return ask(what, ...more);
  return Promise.reject(new TypeError("The desk asks no other host."));
};
const sheet = new CSSStyleSheet();
sheet.replaceSync(`@font-face { font-family: "Material Symbols Outlined"; src: url("${new URL(icons, location)}") format("woff2"); }`);
document.adoptedStyleSheets = [sheet];

// A text, whatever it looks like: `no` and `012` are what the editor typed.
const PLAIN = { schema: jsyaml.FAILSAFE_SCHEMA };
const FENCED = /^\s*---[ \t]*\n([\s\S]*?)^---[ \t]*$\n?([\s\S]*)$/m;
// The key under which the CMS carries along the file as it was opened.
const FILE = "bantin_file";
const isMapping = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
// What words and names in a file stand for, by their kind; a name is the same however it is spaced, capitalised and toned.
let names = {};
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const keyOf = (text) =>
  String(text).toLowerCase().replace(/[‐‑‒–—−]/g, "-").replace(/[ðɖ]/g, "đ").trim().replace(/\s+/g, " ").normalize("NFD")
    .replace(/\p{L}[\p{L}\p{M}]*/gu, (word) => word.replace(TONES, "") + (word.match(TONES) ?? []).join(""))
    .replace(/^[ .,;:]+|[ .,;:]+$/g, "");
const meant = (kinds, value) => kinds.map((kind) => names[kind]?.[keyOf(value)]).find((one) => one !== undefined);
const isYes = (value) => meant(["answer"], value) === "true";
// In a file, what is not there is not so; in a new one it may be.
const withFlags = (keys = {}, value) => ({
  ...value,
  ...Object.fromEntries(Object.keys(keys).filter((key) => keys[key].kind === "flag" && !(key in value)).map((key) => [key, "no"])),
});
const mapped = (keys, value, change) =>
  Object.fromEntries(Object.entries(value).map(([key, one]) => [key, change(keys?.[key], one)]));

// From a file to the form.
const opened = (shape, value) => {
  if (!shape || value === undefined || value === null) return value;
  switch (shape.kind) {
    case "list":
      return (Array.isArray(value) ? value : value === "" ? [] : [value]).map((one) => opened(shape.of, one))
        .filter((one) => one !== undefined);
    case "mapping": {
      const whole = isMapping(value) || !shape.short ? value : { [shape.short]: value };
      // `review: unknown` has no place in the form, which leaves it in the file as it is.
      return isMapping(whole) ? mapped(shape.keys, withFlags(shape.keys, whole), opened) : undefined;
    }
    case "entries":
      return isMapping(value) ? Object.entries(value).map(([id, one]) => ({ id, ...opened(shape.of, one) })) : undefined;
    case "choice":
      return (
        shape.of.find((one) => one.toLowerCase() === String(value).toLowerCase()) ?? meant(shape.named ?? [], value) ?? value
      );
    case "flag":
      return isYes(value);
    case "answer":
      return value === "" ? value : isYes(value) ? "yes" : "no";
    case "public": {
      const [answer, ...reason] = isMapping(value) ? Object.entries(value)[0] ?? [""] : String(value).split(":");
      const said = meant(["answer", "cong-khai"], answer);
      return said === undefined ? value : said === "false" ? `no: ${reason.join(":").trim()}` : "yes";
    }
  }
};

// From the form to a file: nothing that was left empty, and nothing that goes without saying.
const saved = (shape, value) => {
  if (shape?.kind === "public" && /^no: /.test(value)) return { no: value.slice("no: ".length) };
  if (shape?.kind === "flag") return value === true ? "true" : undefined;
  if (shape?.kind === "entries" && Array.isArray(value)) {
    const pairs = value.map(({ id, ...one }) => [String(id ?? "").trim(), saved(shape.of, one)])
      .filter(([, one]) => one !== undefined);
    return pairs.length ? Object.fromEntries(pairs) : undefined;
  }
  if (Array.isArray(value)) {
    const items = value.map((one) => saved(shape?.of, one)).filter((one) => one !== undefined);
    return items.length ? items : undefined;
  }
  if (isMapping(value)) {
    const pairs = Object.entries(mapped(shape?.keys, value, saved)).filter(([, one]) => one !== undefined);
    return pairs.length ? Object.fromEntries(pairs) : undefined;
  }
  const text = String(value ?? "").trim();
  return text === "" ? undefined : text;
};

// What cannot be true of several fields together, in words.
const at = (value, path) => path.split(".").reduce((one, key) => one?.[key], value);
const dayOf = (text) => /^\d{4}(?:-\d\d){0,2}/.exec(text ?? "")?.[0];
const isBefore = (one, other) => {
  const known = Math.min(one?.length ?? 0, other?.length ?? 0);
  return known > 0 && one.slice(0, known) < other.slice(0, known);
};
const told = (template, values) => template.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const contradictions = ({ order = [], parties = "", signatories = "", told: texts }, value) => {
  const list = (path) => [at(value, path) ?? []].flat();
  const agencies = list(parties).map(({ agency }) => agency).filter(Boolean);
  return [
    ...order.flatMap(([first, second]) => {
      const [one, other] = [at(value, first.path), at(value, second.path)];
      const values = { earlier: first.label, earlier_date: one, later: second.label, later_date: other };
      return isBefore(dayOf(other), dayOf(one)) ? [told(texts.order, values)] : [];
    }),
    ...new Set(agencies.filter((one, index) => agencies.indexOf(one) < index).map((agency) => told(texts.twice, { agency }))),
    ...list(signatories).map(({ party }) => party).filter((one) => one && !agencies.includes(one))
      .map((agency) => told(texts.stranger, { agency })),
  ];
};
// What has an id in a file is there once.
const repeated = (keys, value) =>
  Object.entries(keys).filter(([, { kind }]) => kind === "entries").flatMap(([key, { twice, label }]) => {
    const ids = (value[key] ?? []).map(({ id }) => String(id ?? "").trim());
    return [...new Set(ids.filter((id, index) => ids.indexOf(id) < index))].map((id) => told(twice, { field: label, id }));
  });
// The CMS shows the cause in its own dialog, and goes on with the form as it is.
const refuse = (problems) => {
  if (problems.length) throw new Error("saving_failed", { cause: new Error(problems.join(" ")) });
};

// The text below the front matter: as it stood if nothing was written in it. Otherwise what the CMS strips is put back: the
// blank lines above, and the indentation of a first line that is still the first.
const textBelow = (was, text) => {
  if (was.trim() === text) return was;
  const [, blank, indentation] = /^((?:[ \t]*\n)*)([ \t]*)/.exec(was);
  const [first] = was.trim().split("\n");
  return text && `${blank || "\n"}${first && text.split("\n")[0] === first ? indentation : ""}${text}\n`;
};

const formatOf = ({ keys, extension, checks }, editedFrontMatter) => {
  const shape = { kind: "mapping", keys };
  const read = (text) => opened(shape, jsyaml.load(text, PLAIN) ?? {});
  const yaml = {
    parse: (text) => jsyaml.load(text, PLAIN),
    write: (value, more) => jsyaml.dump(value, { ...PLAIN, lineWidth: -1, noRefs: true, noCompatMode: true, ...more }),
    meaning: (text) => saved(shape, read(text)) ?? {},
  };
  const front = (was, value) => {
    const now = saved(shape, value) ?? {};
    return was ? editedFrontMatter(was, yaml.meaning(was), now, yaml) : yaml.write(now, {});
  };
  const noted = (text, was) => {
    wrote(text, was);
    return text;
  };
  if (extension !== "md")
    return {
      fromFile: (text) => ({ ...read(text), [FILE]: text }),
      toFile: ({ [FILE]: was, ...value }) => {
        refuse(repeated(keys, value));
        return noted(front(was, value), was);
      },
    };
  return {
    fromFile: (text) => {
      const [, head, below] = FENCED.exec(text) ?? [];
      if (head === undefined) throw new Error("---");
      return { ...read(head), body: below.trim(), [FILE]: text };
    },
    toFile: ({ body, [FILE]: was, ...value }) => {
      refuse(contradictions(checks, value));
      const [, head, below = ""] = FENCED.exec(was ?? "") ?? [];
      return noted(`---\n${front(head, value)}---\n${textBelow(below, String(body ?? "").trim())}`, was);
    },
  };
};

// Beside each field for a day, of which only a month or a year may be known: a calendar for those that are known.
const withCalendars = ({ keys, label }) => {
  const add = (section) => {
    const [text] = keys.includes(section.dataset.keyPath.split(".").at(-1)) ? section.querySelectorAll("input[type=text]") : [];
    if (!text || section.querySelector("input[type=date]")) return;
    const calendar = Object.assign(document.createElement("input"), { type: "date", ariaLabel: label, title: label });
    calendar.addEventListener("focus", () => (calendar.value = dayOf(text.value) ?? ""));
    calendar.addEventListener("change", () => {
      text.value = calendar.value;
      text.dispatchEvent(new Event("input", { bubbles: true }));
    });
    text.parentElement.after(calendar);
  };
  new MutationObserver(() => {
    for (const section of document.body.querySelectorAll("section.field[data-key-path]")) add(section);
  }).observe(document.body, { childList: true, subtree: true });
};

addEventListener("DOMContentLoaded", async () => {
  const { config, formats, names: known, days, hosts: asked, served: words } = await (await fetch(settings)).json();
  const { editedFrontMatter } = await import("./desk-front-matter.js");
  names = known;
  hosts = asked;
  withCalendars(days);
  if (words) {
    const { served } = await import("./desk-served.js");
    ({ send: ask, wrote } = served(words, config, ask.bind(window)));
  }
  for (const format of formats) CMS.registerCustomFormat(format.name, format.extension, formatOf(format, editedFrontMatter));
  CMS.init({ config });
});
