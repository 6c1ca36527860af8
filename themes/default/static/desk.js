// Tells Sveltia CMS of this bulletin: what there is to edit, and how its files are written. A file may say the same in
// several ways (a name alone, or a mapping with the name in it); the form knows one of them, in which it also saves.
window.CMS_MANUAL_INIT = true;
const { settings, vi, icons } = document.currentScript.dataset;

// What the CMS would ask others for: its words in Vietnamese, and its icons. Everything comes from this site instead.
const ask = window.fetch;
window.fetch = (what, ...more) => {
  const [, locale] = /\/locales\/([\w-]+)\.json$/.exec(what) ?? [];
  if (!locale) return ask(what, ...more);
  return locale === "vi" ? ask(vi, ...more) : Promise.resolve(new Response("{}"));
};
const sheet = new CSSStyleSheet();
sheet.replaceSync(`@font-face { font-family: "Material Symbols Outlined"; src: url("${new URL(icons, location)}") format("woff2"); }`);
document.adoptedStyleSheets = [sheet];

// A text, whatever it looks like: `no` and `012` are what the editor typed.
const PLAIN = { schema: jsyaml.FAILSAFE_SCHEMA };
const FENCED = /^\s*---[ \t]*\r?\n([\s\S]*?)^---[ \t]*$(?:\r?\n)?([\s\S]*)$/m;
// Between the front matter and a text of which every byte counts: the blank line that files have there.
const BLANK = /^\r?\n/;
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
const mapped = (keys, value, change) =>
  Object.fromEntries(Object.entries(value).map(([key, one]) => [key, change(keys?.[key], one)]));

// From a file to the form.
const opened = (shape, value) => {
  if (!shape || value === undefined || value === null) return value;
  switch (shape.kind) {
    case "list":
      return (Array.isArray(value) ? value : value === "" ? [] : [value]).map((one) => opened(shape.of, one));
    case "mapping": {
      const whole = isMapping(value) || !shape.short ? value : { [shape.short]: value };
      return isMapping(whole) ? mapped(shape.keys, whole, opened) : whole;
    }
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

const formatOf = ({ keys, extension, verbatim }) => {
  const shape = { kind: "mapping", keys };
  const dump = (value) => jsyaml.dump(saved(shape, value) ?? {}, { ...PLAIN, lineWidth: -1, noRefs: true, noCompatMode: true });
  const load = (text) => opened(shape, jsyaml.load(text, PLAIN) ?? {});
  if (extension !== "md") return { fromFile: load, toFile: dump };
  return {
    fromFile: (text) => {
      const [, front, body] = FENCED.exec(text) ?? [];
      if (front === undefined) throw new Error("---");
      return { ...load(front), body: verbatim ? body.replace(BLANK, "") : body.trim() };
    },
    toFile: ({ body, ...front }) => {
      const text = String(body ?? "");
      return `---\n${dump(front)}---\n${verbatim ? text && `\n${text}` : `\n${text.trim()}\n`}`;
    },
  };
};

addEventListener("DOMContentLoaded", async () => {
  const { config, formats, names: known } = await (await fetch(settings)).json();
  names = known;
  for (const format of formats) CMS.registerCustomFormat(format.name, format.extension, formatOf(format));
  CMS.init({ config });
});
