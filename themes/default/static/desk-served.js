// What the form does where `bantin desk` serves it: it says how each file was when it was opened, so that nothing that
// somebody else has saved since is overwritten; and it shows the changes that wait, with what their checks have found.
// The colours are those of the CMS, light or dark.
const STYLE = `
#changes { position: fixed; inset: auto auto 0 0; z-index: 1000; max-width: min(30rem, 100vw); max-height: 60vh; overflow: auto;
  padding: .5rem 1rem; color: var(--sui-primary-foreground-color, #1c1b1f); background: var(--sui-secondary-background-color, #fff);
  border: 1px solid var(--sui-control-border-color, #79747e); border-start-end-radius: .5rem; box-sizing: border-box;
  font: .875rem/1.5 system-ui, sans-serif }
#changes summary { font-weight: 600; cursor: pointer }
#changes ul { margin: .25rem 0; padding-inline-start: 1.25rem }
#changes a { color: inherit; text-decoration: underline }
.finding { margin: .25rem 0; padding-inline-start: .5rem; color: var(--sui-error-foreground-color, #8c1d18);
  background: var(--sui-error-background-color, #fff4f2); border-inline-start: .25rem solid var(--sui-error-border-color, #b3261e);
  font: .875rem/1.5 system-ui, sans-serif }
.finding.minor { color: var(--sui-warning-foreground-color, #5c4400); background: var(--sui-warning-background-color, #fff8e1);
  border-color: var(--sui-warning-border-color, #b08500) }
#changes .finding { padding-block: .125rem }
/* On a small screen, the buttons of the CMS are at the foot. */
@media (width < 768px) { #changes { inset-block-end: 3.5rem; border-end-end-radius: .5rem } }`;
const SOON = 1_000;
const LATER = 30_000;
const WRITES = ["POST", "PUT", "DELETE"];

const made = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children.filter(Boolean));
  return element;
};

// Tells the host how each file was when it was opened. What this form has saved itself in place of it is as good.
const remembering = () => {
  const began = new Map();
  const ours = new Map();
  const was = ({ content }) => began.get(content.trim());
  const key = (path, text) => JSON.stringify([path, text]);
  const isText = ({ content, encoding }) => encoding === "text" && began.has(content?.trim());
  const opened = (one) => ours.get(key(one.previous_path ?? one.file_path, was(one))) ?? was(one);
  return {
    wrote: (text, before) => began.set(text.trim(), before),
    withOpened: ({ actions, ...rest }) => ({
      ...rest,
      actions: actions.map((one) => (isText(one) ? { ...one, opened: opened(one) } : one)),
    }),
    saved: ({ actions }) =>
      actions.filter(isText).forEach((one) => ours.set(key(one.file_path, was(one)), one.content)),
  };
};

// The labels of the fields on the way to a field, such as “Văn bản › Ngày ký”.
const labelsOf = (config, collection, field) => {
  let { fields = [] } = config.collections.find(({ name }) => name === collection) ?? {};
  const labels = [];
  for (const step of field.split(".").filter((one) => !/^\d+$/.test(one))) {
    const found = [fields].flat().find(({ name }) => name === step);
    if (!found) break;
    labels.push(found.label);
    fields = found.fields ?? found.field ?? [];
  }
  return labels.join(" › ");
};

// Tells the host, with an approval, the newest commit of the change that this form knows: a later one was read by nobody.
const knowing = () => {
  const heads = new Map();
  const number = (url) => Number(/\/merge_requests\/(\d+)$/.exec(url)?.[1]);
  return {
    isApproval: (url, { method, body }) => method === "PUT" && number(url) > 0 && typeof body === "string",
    withHead: (url, body) => ({ ...body, sha: heads.get(number(url))?.sha ?? "" }),
    met: (requests) => {
      for (const { iid, source_branch: branch, sha } of requests.filter((one) => one?.iid)) heads.set(iid, { branch, sha });
    },
    committed: (branch, id) => {
      for (const one of heads.values()) if (one.branch === branch) one.sha = id;
    },
  };
};

const collectionOf = ({ branch }) => branch.split("/")[1];
// The file of the entry that is open in the form.
const openFile = (config) => {
  const [, collection, entry] = /^#\/collections\/([^/]+)\/entries\/([^?]+)/.exec(location.hash) ?? [];
  const { folder, extension } = config.collections.find(({ name }) => name === collection) ?? {};
  return folder && `${folder}/${decodeURIComponent(entry)}.${extension}`;
};

const noteOf = ({ is_error: isError }, text) =>
  made("p", { className: isError ? "finding" : "finding minor", role: "status", textContent: text });
const markFields = (changes, config) => {
  const file = openFile(config);
  const found = changes.flatMap((one) => one.findings ?? []).filter(({ path }) => path === file);
  if (!found.length && !document.querySelector("[data-key-path] > .finding")) return;
  for (const section of document.querySelectorAll("[data-key-path]:is(section.field)")) {
    const here = found.filter(({ field }) => field === section.dataset.keyPath);
    const shown = [...section.querySelectorAll(":scope > .finding")];
    if (shown.map(({ textContent }) => textContent).join() === here.map(({ message }) => message).join()) continue;
    for (const one of shown) one.remove();
    section.append(...here.map((one) => noteOf(one, one.message)));
  }
};

const itemOf = (change, words, config) => {
  const { title, author, preview, findings } = change;
  const hasErrors = findings?.some(({ is_error: isError }) => isError);
  const state = !findings ? words.checking : hasErrors ? words.failed : words.passed;
  return made(
    "li", {}, made("strong", { textContent: title }), ` (${author}) `,
    made("a", { href: preview, target: "_blank", textContent: words.preview }), ` ${state}`,
    ...(findings ?? []).map((one) => {
      const label = labelsOf(config, collectionOf(change), one.field);
      return noteOf(one, label ? `${label}: ${one.message}` : one.message);
    }),
  );
};

export const served = (words, config, ask) => {
  const { wrote, withOpened, saved } = remembering();
  const { isApproval, withHead, met, committed } = knowing();
  const summary = made("summary");
  const told = made("p", { className: "finding", role: "alert", hidden: true });
  const list = made("ul");
  const panel = made("details", { id: "changes", hidden: true }, summary, told, list);
  let authorization;
  let changes = [];
  let timer;

  const show = () => {
    panel.hidden = !changes.length && told.hidden;
    summary.textContent = `${words.changes} (${changes.length})`;
    list.replaceChildren(...changes.map((one) => itemOf(one, words, config)));
    markFields(changes, config);
  };
  const look = async () => {
    clearTimeout(timer);
    const answer = await ask("/api/desk/changes", { headers: { Authorization: authorization } }).catch(() => undefined);
    if (answer?.ok) changes = await answer.json();
    show();
    clearTimeout(timer);
    timer = setTimeout(look, changes.some(({ findings }) => !findings) ? SOON : LATER);
  };
  const tell = (message) => {
    told.textContent = message;
    told.hidden = !message;
    panel.open ||= Boolean(message);
    show();
  };

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  document.body.append(panel);
  new MutationObserver(() => markFields(changes, config)).observe(document.body, { childList: true, subtree: true });
  addEventListener("hashchange", () => markFields(changes, config));

  const send = async (what, init = {}, ...more) => {
    const url = String(what.url ?? what);
    const isCommit = init.method === "POST" && url.endsWith("/repository/commits");
    const given = isCommit || isApproval(url, init) ? JSON.parse(init.body) : undefined;
    const body = isCommit ? withOpened(given) : given && withHead(url, given);
    const answer = await ask(what, body ? { ...init, body: JSON.stringify(body) } : init, ...more);
    if (!url.startsWith(config.backend.api_root)) return answer;
    if (answer.ok && url.includes("/merge_requests")) met([await answer.clone().json()].flat());
    const isFirst = !authorization;
    authorization = new Headers(init.headers).get("Authorization") ?? authorization;
    const isWrite = WRITES.includes(init.method);
    if (isCommit && answer.ok) {
      saved(body);
      committed(body.branch, (await answer.clone().json()).id);
    }
    // The form shows why it could not save, but not why something else was refused, such as a file for all.
    if (isWrite && (!isCommit || location.hash.startsWith("#/assets"))) tell(answer.ok ? "" : (await answer.clone().json()).message);
    if (isWrite || isFirst) look();
    return answer;
  };
  return { send, wrote };
};
