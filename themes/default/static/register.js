// Searches and sorts the register in place; what is asked for stands in the address. Without it there are its pages
// and lists. Rows of other pages are fetched when something is first asked for. It runs where the tools are to stand,
// before the table is there, so that nothing moves when they appear.
{
  const MOST = 500; // Browsers take long to lay out more rows at once.
  const tools = document.querySelector("[data-bt=tools]");
  tools.after(tools.content);

  // Words as addresses spell them, each with a space before it: “bo cong an” finds “Bộ Công an”.
  const fold = (text) =>
    ` ${text}`.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase().replace(/[^a-z0-9]+/g, " ");
  const { compare } = new Intl.Collator("vi", { numeric: true });
  const number = (value) => value.toLocaleString(document.documentElement.lang);

  const start = () => {
    const table = document.querySelector("[data-bt=records]");
    const body = table.tBodies[0];
    const heads = [...table.tHead.rows[0].cells];
    const own = [...body.rows];
    const pager = document.querySelector("[data-bt=pager]");
    const form = document.querySelector("[data-bt=query]");
    const more = document.querySelector("[data-bt=more]");
    const downloads = document.querySelector("[data-bt=downloads]");
    const says = form.querySelector("[role=status]");
    const fields = [...form.elements].filter((field) => field.name);
    const folded = new Map();
    table.after(more);

    let column = -1;
    let falling = false;
    let most = MOST;
    let every;
    let turn = 0;

    const read = async (url) => {
      if (url === form.dataset.here) return own;
      const answer = await fetch(url);
      if (!answer.ok) throw new Error(answer.statusText);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const link of page.querySelectorAll("[data-bt=records] a")) {
        link.href = new URL(link.getAttribute("href"), answer.url);
      }
      return [...page.querySelectorAll("[data-bt=records] tbody tr")];
    };

    const rows = () => (every ??= Promise.all(form.dataset.pages.split(" ").map(read)).then((lists) => lists.flat()));

    const textOf = (row) => {
      if (!folded.has(row)) folded.set(row, fold([...row.cells].map((cell) => cell.textContent).join(" ")));
      return folded.get(row);
    };

    // What is not known has nothing to be compared by, and comes last whichever way the others go.
    const keyOf = (row) => {
      const cell = row.cells[column];
      return cell.querySelector(".unknown") ? "" : (cell.dataset.sort ?? cell.dataset.text ?? cell.textContent);
    };

    const sorted = (found) => {
      if (column < 0) return found;
      const keyed = found.map((row) => [keyOf(row), row]);
      const way = falling ? -1 : 1;
      keyed.sort(([one], [other]) => !one - !other || way * compare(one, other));
      return keyed.map(([, row]) => row);
    };

    const wanted = (row) =>
      fold(fields[0].value).trimEnd().split(/(?= )/).every((word) => textOf(row).includes(word)) &&
      fields.slice(1).every(({ name, value }) => !value || row.dataset.facets.split(" ").includes(`${name}/${value}`));

    const note = () => {
      const state = new URLSearchParams(fields.filter(({ value }) => value).map(({ name, value }) => [name, value]));
      if (column >= 0) state.set("sort", (falling ? "-" : "") + column);
      const asked = String(state);
      // A page opened from disk may not change its address.
      if (location.protocol !== "file:") {
        history.replaceState(null, "", location.pathname + (asked && `?${asked}`) + location.hash);
      }
      return asked !== "";
    };

    const show = async () => {
      const asked = note();
      const mine = ++turn;
      heads.forEach((head, index) => {
        if (index === column) head.setAttribute("aria-sort", falling ? "descending" : "ascending");
        else head.removeAttribute("aria-sort");
      });
      let found = own;
      let said = "";
      if (asked) {
        try {
          const all = await rows();
          found = sorted(all.filter(wanted));
          said = says.dataset.found.replace("{shown}", number(found.length)).replace("{total}", number(all.length));
        } catch {
          every = undefined;
          says.textContent = says.dataset.failed;
          return;
        }
      }
      // Something else may have been asked for while rows were fetched.
      if (mine !== turn) return;
      says.textContent = said;
      body.replaceChildren(...found.slice(0, most));
      more.hidden = found.length <= most;
      if (pager) pager.hidden = asked;
    };

    const ask = () => {
      most = MOST;
      show();
    };

    // A cell as a value for a file: what is not known is empty, a known day is a day, and a number is a number.
    const valueOf = (cell) => {
      if (cell.querySelector(".unknown")) return "";
      if ("number" in cell.dataset) return Number(cell.dataset.number);
      if ("text" in cell.dataset) return cell.dataset.text;
      const day = cell.querySelector("time")?.getAttribute("datetime");
      return /^\d{4}-\d\d-\d\d$/.test(day) ? new Date(day) : cell.textContent.trim();
    };
    const valuesOf = (row) => [...[...row.cells].map(valueOf), row.dataset.id, row.querySelector("a").href];

    const download = async ({ target }) => {
      const { format } = target.dataset;
      if (!format) return;
      try {
        const { script, name, sheet, id, address } = downloads.dataset;
        const [all, { save }] = await Promise.all([rows(), import(new URL(script, location.href))]);
        const head = [...heads.map((one) => one.textContent.trim()), id, address];
        save([head, ...sorted(all.filter(wanted)).map(valuesOf)], name, format, sheet);
      } catch {
        every = undefined;
        says.textContent = says.dataset.failed;
      }
    };

    // A page opened from disk may not fetch anything.
    if (downloads && location.protocol !== "file:") {
      downloads.hidden = false;
      downloads.addEventListener("click", download);
    }

    form.addEventListener("input", ask);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.querySelector("button").addEventListener("click", () => {
      form.reset();
      column = -1;
      ask();
    });
    more.addEventListener("click", () => {
      most = Infinity;
      show();
    });
    heads.forEach((head, index) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      // Up, down, and back to the register's own order.
      button.addEventListener("click", () => {
        if (column === index && falling) column = -1;
        else [column, falling] = [index, column === index];
        ask();
      });
    });

    const state = new URLSearchParams(location.search);
    for (const field of fields) {
      field.value = state.get(field.name) ?? "";
      if (field.selectedIndex < 0) field.selectedIndex = 0;
    }
    const sort = /^(-?)(\d+)$/.exec(state.get("sort"));
    if (sort && sort[2] < heads.length) [column, falling] = [Number(sort[2]), sort[1] === "-"];
    if (note()) show();
  };

  addEventListener("DOMContentLoaded", start);
}
