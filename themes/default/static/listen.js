// Reads a page aloud, sentence by sentence, by a voice of the browser, and marks the sentence that is spoken.
const BLOCKS = "h1, h2, h3, h4, h5, h6, p, li, td, th, dt, dd, figcaption, blockquote, pre, section, div";

// What ends with a full stop, and is no end of a sentence: TP. Hồ Chí Minh, KT. BỘ TRƯỞNG, Điều 5., 1., Nguyễn V. A.
const OPEN = new RegExp(
  [
    String.raw`(?:^|[\s(])(?:TP|TM|KT|TL|TUQ|ThS|TS|PGS|GS|BS|\p{Lu})\.\s*$`,
    String.raw`^(?:Điều|Khoản|Chương|Mục|Phần|Phụ lục|Article|Chapter|Section) [\dIVXLC]+\.\s*$`,
    String.raw`^\d+\.\s*$`,
  ].join("|"),
  "u",
);

const ABBREVIATIONS = [
  ["TM.", "thay mặt"],
  ["KT.", "ký thay"],
  ["TL.", "thừa lệnh"],
  ["TUQ.", "thừa ủy quyền"],
  ["Q.", "quyền"],
  ["TP.", "thành phố"],
  ["UBND", "Ủy ban nhân dân"],
  ["HĐND", "Hội đồng nhân dân"],
  ["ĐBQH", "đại biểu Quốc hội"],
  ["QCPH", "quy chế phối hợp"],
  ["BCA", "Bộ Công an"],
  ["VPQH", "Văn phòng Quốc hội"],
];

/** The sentences of `text`: each a place where it begins and one where it ends. */
export const sentences = (text, lang) => {
  const found = [];
  for (const { index, segment } of new Intl.Segmenter(lang, { granularity: "sentence" }).segment(text)) {
    const last = found.at(-1);
    if (last && OPEN.test(text.slice(...last))) last[1] = index + segment.length;
    else found.push([index, index + segment.length]);
  }
  return found.filter((place) => text.slice(...place).trim());
};

/** How a sentence is spoken: abbreviations as the words that they stand for. */
export const spoken = (text, lang) => {
  if (!lang.startsWith("vi")) return text;
  const alone = (short) => new RegExp(String.raw`(?<![\p{L}\d])${short.replace(".", String.raw`\.`)}(?![\p{L}\d])`, "gu");
  return ABBREVIATIONS.reduce((said, [short, words]) => said.replaceAll(alone(short), words), text);
};

/** The texts of the page in their order: of each block the text nodes that belong to no block within. */
const blocks = function* () {
  for (const part of document.querySelectorAll("[data-bt=read]")) {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    let nodes = [];
    let block;
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const { parentElement } = node;
      if (parentElement.closest("details:not([open]), .visually-hidden")) continue;
      if (nodes.length && parentElement.closest(BLOCKS) !== block) {
        yield nodes;
        nodes = [];
      }
      block = parentElement.closest(BLOCKS);
      nodes.push(node);
    }
    if (nodes.length) yield nodes;
  }
};

/** The place of the character `at` of the text of `nodes`. */
const place = (nodes, at) => {
  for (const node of nodes) {
    if (at <= node.length) return [node, at];
    at -= node.length;
  }
};

/** What is to be read: the words, and where they stand. */
const reading = (lang) =>
  [...blocks()].flatMap((nodes) => {
    const text = nodes.map((node) => node.data).join("");
    return sentences(text.replaceAll("\n", " "), lang).map(([start, end]) => {
      const range = new Range();
      range.setStart(...place(nodes, start));
      range.setEnd(...place(nodes, end));
      return { words: spoken(text.slice(start, end).trim(), lang), range };
    });
  });

const mark = (range) => {
  globalThis.CSS?.highlights?.set("bt-spoken", new Highlight(range));
  const { top, bottom } = range.getBoundingClientRect();
  const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
  if (top < 0 || bottom > innerHeight - 80) range.startContainer.parentElement.scrollIntoView({ block: "center", behavior });
};

let end;

/** Reads the page by a voice of the language `lang`; `button` asked for it, and has the words of the controls. */
export const listen = (button, lang) => {
  end?.();
  const { pause, resume, stop } = button.dataset;
  const voice = speechSynthesis.getVoices().find((one) => one.localService && one.lang.toLowerCase().startsWith(lang.slice(0, 2)));
  const parts = reading(lang);
  let at = 0;
  let turn = 0;

  const controls = document.createElement("div");
  controls.className = "listening share";
  controls.setAttribute("role", "group");
  controls.setAttribute("aria-label", button.textContent);
  const [toggle, quit] = [pause, stop].map((words) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = words;
    return made;
  });
  controls.append(toggle, quit);

  const silence = () => {
    turn += 1;
    speechSynthesis.cancel();
  };
  const speak = () => {
    const mine = ++turn;
    const { words, range } = parts[at];
    mark(range);
    const utterance = new SpeechSynthesisUtterance(words);
    utterance.lang = voice.lang;
    utterance.voice = voice;
    utterance.addEventListener("end", () => {
      if (mine !== turn) return;
      at += 1;
      if (at < parts.length) speak();
      else end();
    });
    utterance.addEventListener("error", () => mine === turn && end());
    speechSynthesis.speak(utterance);
  };
  const byKey = (event) => event.key === "Escape" && end();

  end = () => {
    end = undefined;
    silence();
    globalThis.CSS?.highlights?.delete("bt-spoken");
    removeEventListener("pagehide", silence);
    removeEventListener("keydown", byKey);
    const hadFocus = controls.contains(document.activeElement);
    controls.remove();
    if (hadFocus) button.focus();
  };
  toggle.addEventListener("click", () => {
    const isPaused = toggle.textContent === resume;
    toggle.textContent = isPaused ? pause : resume;
    if (isPaused) speak();
    else silence();
  });
  quit.addEventListener("click", () => end());
  addEventListener("pagehide", silence);
  addEventListener("keydown", byKey);
  document.body.append(controls);
  toggle.focus();
  silence();
  speak();
};
