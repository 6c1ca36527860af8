// Writes the facts of a file into its front matter as it stands: what was not changed keeps its bytes, with its comments,
// its quotes and its order. `yaml` parses a text, writes a mapping, and says what a text means to the form.

const COMMENT_OR_BLANK = /^\s*(?:#|$)/;
const KEY = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'#&*!|>%@`[\]{},?-][^#]*?)\s*:(?:\s+(.*))?$/;
const depthOf = (line) => line.length - line.trimStart().length;
const isMapping = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const same = (one, other) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
const sorted = (value) =>
  Array.isArray(value) ? value.map(sorted)
    : isMapping(value) ? Object.keys(value).sort().map((key) => [key, sorted(value[key])])
      : value;

// The keys of a block mapping whose lines are indented by `depth`: the comments above each, and its own lines.
const partsOf = (lines, depth, yaml) => {
  const parts = [];
  let above = [];
  for (const line of lines) {
    const [, key] = depthOf(line) === depth ? KEY.exec(line.trim()) ?? [] : [];
    if (key !== undefined) {
      parts.push({ key: Object.keys(yaml.parse(`${key}:`))[0], above, lines: [line] });
      above = [];
    } else if (COMMENT_OR_BLANK.test(line) && depthOf(line) <= depth) above.push(line);
    else if (parts.length) {
      parts.at(-1).lines.push(...above, line);
      above = [];
    } else throw new Error("no mapping");
  }
  return [parts, above];
};

const indented = (text, depth) => text.trimEnd().split("\n").map((line) => (line ? " ".repeat(depth) + line : line));

// A key with a new value: in the quotes of the old one, and with the comment behind it, if both are one line.
const written = (key, value, part, depth, yaml) => {
  const [, , old = ""] = KEY.exec(part?.lines[0].trim() ?? "") ?? [];
  const quotes = typeof value === "string" && /^["']/.exec(old)?.[0];
  const lines = indented(yaml.write({ [key]: value }, quotes ? { forceQuotes: true, quotingType: quotes } : {}), depth);
  if (part?.lines.length !== 1 || lines.length !== 1) return lines;
  const [line] = part.lines;
  const comment = [...line.matchAll(/\s+#/g)].find(({ index }) => same(yaml.parse(line.slice(0, index)), yaml.parse(line)));
  return comment ? [lines[0] + line.slice(comment.index)] : lines;
};

// The lines of a mapping, from what it said to what it says now.
const edited = (lines, depth, was, now, yaml) => {
  const [parts, below] = partsOf(lines, depth, yaml);
  const result = parts.map((part) => {
    const { key, above, lines: own } = part;
    if (same(was[key], now[key])) return { key, lines: [...above, ...own] };
    if (now[key] === undefined) return { key, lines: above };
    const [first, ...rest] = own;
    const inner = rest.find((line) => !COMMENT_OR_BLANK.test(line));
    const nests = isMapping(was[key]) && isMapping(now[key]) && inner && depthOf(inner) > depth && /:\s*(?:#.*)?$/.test(first);
    const new_ = nests ? [first, ...edited(rest, depthOf(inner), was[key], now[key], yaml)]
      : written(key, now[key], part, depth, yaml);
    return { key, lines: [...above, ...new_] };
  });
  const keys = Object.keys(now);
  for (const [index, key] of keys.entries())
    if (!result.some((one) => one.key === key)) {
      const before = keys.slice(0, index);
      const place = result.findLastIndex((one) => before.includes(one.key)) + 1;
      result.splice(place, 0, { key, lines: written(key, now[key], undefined, depth, yaml) });
    }
  return [...result.flatMap((one) => one.lines), ...below];
};

// The text of front matter that said `was` and says `now`. What cannot be edited in place is written anew.
export const editedFrontMatter = (text, was, now, yaml) => {
  try {
    const result = `${edited(text.trimEnd().split("\n"), 0, was, now, yaml).join("\n")}\n`;
    if (same(yaml.meaning(result), now)) return result;
  } catch {
    // Anchors, flow mappings over several lines, and whatever else is not a plain block mapping.
  }
  return yaml.write(now, {});
};
