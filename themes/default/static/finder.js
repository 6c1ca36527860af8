// Searches and sorts all rows of the register (generator/bantin/render/register_rows.py writes them) and shows those
// that are found in the place of those of the page. What is asked for stands in the address.
{
  const AT_ONCE = 50; // rows
  const MORE = 200; // rows
  const PAUSE = 150; // milliseconds without a key
  const OFFERED = 8; // agencies
  const ENDS = ["until", "least", "through", "enters"]; // in the order of register_rows.py

  const find = (name, within = document) => within.querySelector(`[data-bt=${name}]`);
  const page = document.documentElement;
  const [form, says, table, more, none, pager, downloads] = ["query", "says", "records", "more", "none", "pager", "downloads"].map((name) => find(name));
  const [agency, offers, chips, clear, looser, whole] = ["agency", "agencies", "chips", "clear", "looser", "whole"].map((name) => find(name));
  const { q: words, sort: order } = form.elements;
  const selects = [...form.elements].filter((field) => field.name && field !== words && field !== order);
  const body = table.tBodies[0];
  const own = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  const pattern = find("row").content.querySelector("tr");
  const columns = [...pattern.cells].map(({ dataset }, index, all) => ({
    slot: dataset.slot,
    place: all.slice(0, index).filter((cell) => cell.dataset.slot === dataset.slot).length,
  }));
  const tags = new Map([...find("tags").content.children].map((tag) => [tag.dataset.kind, tag.childNodes]));

  // Words as addresses spell them, each with a space before it: “bo cong an” finds “Bộ Công an”. Byte by byte, since
  // regular expressions take ten times as long for a whole register.
  const [BREAK, SPACE, D] = ["\n", " ", "d"].map((sign) => sign.charCodeAt());
  const fold = (text) => {
    const letters = ` ${text}`.normalize("NFD").toLowerCase();
    const bytes = new Uint8Array(letters.length);
    let end = 0;
    for (let index = 0; index < letters.length; index++) {
      const code = letters.charCodeAt(index);
      if ((code > 96 && code < 123) || (code > 47 && code < 58) || code === BREAK) bytes[end++] = code;
      else if (code === 0x111) bytes[end++] = D; // đ
      else if ((code < 0x300 || code > 0x36f) && bytes[end - 1] !== SPACE) bytes[end++] = SPACE;
    }
    return new TextDecoder().decode(bytes.subarray(0, end));
  };
  // Made when it is needed: that takes its time.
  let collator;
  const compare = (one, other) => {
    collator ??= new Intl.Collator("vi", { numeric: true });
    return collator.compare(one, other);
  };
  // What the browser knows of numbers takes a tenth of a second on a slow phone.
  const number = (value) =>
    Number.isInteger(value) ? String(value).replace(/\B(?=(\d{3})+$)/g, page.lang === "vi" ? "." : ",") : value.toLocaleString(page.lang);

  let column = -1;
  let falling = false;
  let most = AT_ONCE;
  let chosen = [];
  let found = [];
  let typing = false;
  let turn = 0;
  let known;
  let pause;
  let loading;

  // A value is a text, a number, a date as [ISO 8601, as it is shown], or a text in the language of the row as [text].
  const valueOf = (row, { slot, place }) => {
    if (slot === "own") return row.own[place] ?? "";
    if (slot === "parties") return row.parties.join(" · ");
    return (slot === "status" ? row.status[1] : row[slot]) ?? "";
  };
  const textOf = (value) => (Array.isArray(value) ? value.at(-1) : typeof value === "number" ? number(value) : value);
  const isDay = (value) => /^\d{4}-\d\d-\d\d$/.test(value[0]);

  const read = ({ agencies, folders, names, types, statuses, facets, days, rows }) => {
    const all = rows.map(([id, number, title, folder, parties, type, signed, [status, since, last, end], lists, own = [], lang = ""]) => ({
      id,
      number,
      title,
      url: typeof folder === "number" ? `${folders[folder]}/${id}/` : folder,
      parties: parties.map((place) => names[place][0]),
      agencies: parties.map((place) => names[place][1]),
      type: types[type],
      signed: days[signed],
      status: statuses[status],
      since: days[since],
      last: days[last],
      end: ENDS[end],
      lists,
      own,
      lang,
    }));
    const counts = {};
    for (const row of all) for (const id of new Set(row.agencies)) counts[id] = (counts[id] ?? 0) + 1;
    const known = agencies.map(([id, name, ...others]) => ({
      id,
      name,
      count: counts[id],
      names: [name, ...others],
      folded: [name, ...others].map(fold),
    }));
    let folded;
    // All at once: that is much faster than one by one.
    const texts = () => {
      const told = (row) => ` ${columns.map((one) => textOf(valueOf(row, one))).join(" ").replaceAll("\n", " ")}`;
      folded ??= fold(all.map(told).join("\n")).split("\n");
      return folded;
    };
    return { all, facets, agencies: known, texts };
  };

  const load = () => {
    loading ??= new Promise((done, failed) => {
      const script = document.createElement("script");
      script.onload = () => done(read(globalThis.bantinRows));
      script.onerror = failed;
      script.src = form.dataset.rows;
      document.head.append(script);
    });
    loading.catch(() => (loading = undefined));
    return loading;
  };

  // What is asked for, each with a label and a way to take it back.
  const agencyName = (id, data) => data?.agencies.find((one) => one.id === id)?.name ?? id;
  const filters = (data) => [
    ...(words.value.trim() ? [{ label: chips.dataset.words.replace("#", () => words.value.trim()), words: words.value, drop: () => (words.value = "") }] : []),
    ...chosen.map((id) => ({ label: agencyName(id, data), agency: id, drop: () => (chosen = chosen.filter((one) => one !== id)) })),
    ...selects
      .filter((field) => field.value)
      .map((field) => ({ label: field.selectedOptions[0].text.replace(/ \([\d.,]+\)$/, ""), facet: `${field.name}/${field.value}`, drop: () => (field.value = "") })),
  ];

  const matching = (asked, { all, facets, texts }) => {
    const lists = asked.filter((one) => one.facet).map((one) => facets.indexOf(one.facet));
    const signing = asked.filter((one) => one.agency).map((one) => one.agency);
    const wanted = asked.filter((one) => one.words).flatMap((one) => fold(one.words).trim().split(" ")).map((word) => ` ${word}`);
    const folded = wanted.length ? texts() : [];
    const fits = (row, index) =>
      lists.every((place) => row.lists.includes(place)) &&
      signing.every((id) => row.agencies.includes(id)) &&
      wanted.every((word) => folded[index].includes(word));
    return all.filter(fits);
  };

  // What is not known has nothing to be compared by, and comes last whichever way the others go.
  const keyOf = (value) => (Array.isArray(value) ? (value[0].startsWith("X") ? "" : value[0]) : String(value));
  const sorted = (rows) => {
    if (column < 0) return rows;
    const keyed = rows.map((row) => [keyOf(valueOf(row, columns[column])), row]);
    const way = falling ? -1 : 1;
    keyed.sort(([one], [other]) => !one - !other || way * compare(one, other));
    return keyed.map(([, row]) => row);
  };

  const told = (value, lang) => {
    const isWords = value.length === 1 && lang;
    if (!Array.isArray(value) || !(isWords || isDay(value))) return textOf(value);
    const made = document.createElement(isWords ? "span" : "time");
    if (isWords) made.lang = lang;
    else [made.dateTime] = value;
    made.textContent = value.at(-1);
    return made;
  };

  // As `period` in macros.html writes it in short.
  const period = ({ since, last, end }, { dataset }) => {
    if (since && last && end !== "enters" && end !== "least") return `${since[1]} – ${last[1]}`;
    const parts = [[dataset.since, end !== "enters" && since], [dataset[end], last]];
    return parts.filter(([, day]) => day).map(([word, [, day]]) => `${word} ${day}`).join(" ");
  };

  const shown = (row) => {
    const made = pattern.cloneNode(true);
    columns.forEach((one, index) => {
      const cell = made.cells[index];
      const value = valueOf(row, one);
      if (one.slot === "title") {
        const link = cell.querySelector("a");
        link.href = form.dataset.root + row.url + (location.protocol === "file:" ? "index.html" : "");
        link.textContent = value;
        if (row.lang) link.lang = row.lang;
      } else if (one.slot === "status") {
        const since = period(row, cell);
        const small = document.createElement("small");
        small.textContent = since;
        cell.replaceChildren(...[...(tags.get(row.status[0]) ?? [new Text(value)])].map((node) => node.cloneNode(true)), ...(since ? [" ", small] : []));
      } else if (value !== "") cell.replaceChildren(told(value, row.lang));
    });
    return made;
  };

  const ask = () => {
    const asked = new URLSearchParams(words.value.trim() ? { q: words.value.trim() } : {});
    for (const id of chosen) asked.append(form.dataset.agency, id);
    for (const { name, value } of selects) if (value) asked.set(name, value);
    if (column >= 0) asked.set("sort", (falling ? "-" : "") + column);
    return String(asked);
  };

  const write = (way) => {
    const asked = ask();
    // A page opened from disk may not change its address.
    if (asked === location.search.slice(1) || location.protocol === "file:") return;
    history[way](null, "", location.pathname + (asked && `?${asked}`) + location.hash);
  };
  const correct = () => write("replaceState");
  // Each thing that is asked for can be gone back to, but not each key.
  const note = (isTyped) => {
    write(isTyped && typing ? "replaceState" : "pushState");
    typing = isTyped;
  };

  const chip = (one) => {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = one.label;
    button.setAttribute("aria-label", chips.dataset.drop.replace("#", () => one.label));
    button.addEventListener("click", () => {
      one.drop();
      go();
      (chips.querySelector("button") ?? words).focus();
    });
    item.append(button);
    return item;
  };

  const loosen = (asked, data) => {
    const ways = asked.map((one) => [one, matching(asked.filter((other) => other !== one), data).length]).filter(([, count]) => count);
    looser.replaceChildren(
      ...ways.map(([one, count]) => {
        const item = chip(one);
        const button = item.firstChild;
        button.removeAttribute("aria-label");
        button.textContent = looser.dataset.without.replace("{filter}", () => one.label).replace("{count}", number(count));
        return item;
      }),
    );
    if (whole) {
      // A site opened from disk has no search.
      whole.parentNode.hidden = !words.value.trim() || location.protocol === "file:";
      whole.href = `${whole.dataset.search}?${new URLSearchParams({ q: words.value.trim() })}`;
    }
  };

  const paint = (isAsked) => {
    body.replaceChildren(...(isAsked ? found.slice(0, most).map(shown) : own));
    more.hidden = !isAsked || found.length <= most;
  };

  const describe = (data) => {
    const asked = filters(data);
    // What has the focus keeps it.
    if ([...chips.children].map((one) => one.textContent).join() !== asked.map((one) => one.label).join()) chips.replaceChildren(...asked.map(chip));
    clear.hidden = !asked.length;
    const folded = asked.filter((one) => one.facet).length;
    find("chosen").textContent = folded ? `(${number(folded)})` : "";
    return asked;
  };

  const show = async () => {
    const isAsked = ask() !== "";
    const mine = ++turn;
    heads.forEach((head, index) => {
      if (index === column) head.setAttribute("aria-sort", falling ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    order.value = column < 0 ? "" : (falling ? "-" : "") + column;
    // What an address asks for is told at once with what is found.
    if (page.dataset.asked !== "new") describe(known);
    if (isAsked) page.dataset.asked ??= "";
    else delete page.dataset.asked;
    let text = "";
    if (isAsked) {
      says.textContent = says.dataset.busy;
      table.setAttribute("aria-busy", "true");
      try {
        const data = await load();
        if (mine !== turn) return;
        known = data;
        const signing = chosen.filter((id) => data.agencies.some((one) => one.id === id));
        if (signing.length < chosen.length) {
          chosen = signing;
          correct();
          return show();
        }
        const asked = describe(data);
        found = sorted(matching(asked, data));
        if (!found.length) loosen(asked, data);
        text = says.dataset.found.replace("{shown}", number(found.length)).replace("{total}", number(data.all.length));
      } catch {
        if (mine !== turn) return;
        text = says.dataset.failed;
      }
    }
    const failed = text === says.dataset.failed;
    if (!failed) paint(isAsked);
    table.removeAttribute("aria-busy");
    page.dataset.asked &&= "";
    says.textContent = text;
    none.hidden = !isAsked || failed || found.length > 0;
    table.hidden = !none.hidden;
    if (pager) pager.hidden = isAsked && !failed;
  };

  const go = (isTyped = false) => {
    clearTimeout(pause);
    most = AT_ONCE;
    note(isTyped);
    show();
  };

  // The agencies that a text may mean: those called so, then those whose names begin so, then those that have its words.
  const meant = (text, { agencies }) => {
    const said = fold(text).trim();
    const parts = said.split(" ").map((word) => ` ${word}`);
    const rank = (name) => (name.trim() === said ? 0 : name.startsWith(` ${said}`) ? 1 : parts.every((part) => name.includes(part)) ? 2 : 3);
    return agencies
      .filter(({ id }) => !chosen.includes(id))
      .map((one) => {
        const ranks = one.folded.map(rank);
        const best = Math.min(...ranks);
        return { ...one, best, other: ranks[0] > best ? one.names[ranks.indexOf(best)] : "" };
      })
      .filter(({ best }) => best < 3)
      .sort((one, other) => one.best - other.best || other.count - one.count || compare(one.name, other.name))
      .slice(0, OFFERED);
  };

  let offered = [];
  let active = -1;
  const point = (place) => {
    active = offered.length ? (place + offered.length) % offered.length : -1;
    [...offers.children].forEach((item, index) => item.setAttribute("aria-selected", String(index === active)));
    if (active < 0) agency.removeAttribute("aria-activedescendant");
    else {
      agency.setAttribute("aria-activedescendant", offers.children[active].id);
      offers.children[active].scrollIntoView({ block: "nearest" });
    }
  };
  const close = () => {
    offers.hidden = true;
    agency.setAttribute("aria-expanded", "false");
    agency.removeAttribute("aria-activedescendant");
  };
  const choose = (one) => {
    chosen.push(one.id);
    agency.value = "";
    close();
    go();
  };
  const offer = async () => {
    const data = await load();
    known = data;
    if (document.activeElement !== agency) return;
    offered = meant(agency.value, data);
    const items = offered.map((one, index) => {
      const item = document.createElement("li");
      item.id = `bt-agency-${index}`;
      item.setAttribute("role", "option");
      item.textContent = `${one.name}${one.other && ` – ${one.other}`} (${number(one.count)})`;
      item.addEventListener("click", () => choose(one));
      return item;
    });
    if (!items.length) {
      const item = document.createElement("li");
      item.setAttribute("role", "option");
      item.setAttribute("aria-disabled", "true");
      item.textContent = offers.dataset.none;
      items.push(item);
    }
    offers.replaceChildren(...items);
    offers.hidden = false;
    agency.setAttribute("aria-expanded", "true");
    point(agency.value.trim() ? 0 : -1);
  };
  const fail = () => (says.textContent = says.dataset.failed);

  agency.addEventListener("input", () => offer().catch(fail));
  agency.addEventListener("click", () => offers.hidden && offer().catch(fail));
  agency.addEventListener("blur", () => {
    const [first, second] = offered;
    // What names one agency is chosen even by who goes on without choosing it.
    if (!offers.hidden && agency.value.trim() && first && (first.best === 0 || !second)) choose(first);
    close();
  });
  agency.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const { key } = event;
    const isOpen = !offers.hidden;
    if (key === "ArrowDown" || key === "ArrowUp") {
      if (isOpen) point(active < 0 && key === "ArrowUp" ? -1 : active + (key === "ArrowDown" ? 1 : -1));
      else offer().catch(fail);
    } else if (key === "Enter") {
      if (isOpen && active >= 0) choose(offered[active]);
    } else if (key === "Escape" && isOpen) close();
    else return;
    event.preventDefault();
  });
  // The field keeps the focus.
  offers.addEventListener("pointerdown", (event) => event.preventDefault());

  const download = async ({ target }) => {
    const { format } = target.dataset;
    if (!format) return;
    try {
      const { script, name, sheet, id, address } = downloads.dataset;
      const [data, { save }] = await Promise.all([load(), import(new URL(script, location.href))]);
      const inFile = (value) => (Array.isArray(value) && value.length > 1 && isDay(value) ? new Date(value[0]) : typeof value === "number" ? value : textOf(value));
      const head = [...heads.map((one) => one.textContent.trim()), id, address];
      const rows = sorted(matching(filters(data), data)).map((row) => [
        ...columns.map((one) => inFile(valueOf(row, one))),
        row.id,
        new URL(form.dataset.root + row.url, location.href).href,
      ]);
      save([head, ...rows], name, format, sheet);
    } catch {
      fail();
    }
  };
  downloads?.addEventListener("click", download);

  const isAgency = ({ target }) => target === agency;
  form.addEventListener("input", (event) => {
    if (isAgency(event) || event.target !== words) return;
    says.textContent = says.dataset.busy;
    table.setAttribute("aria-busy", "true");
    clearTimeout(pause);
    pause = setTimeout(() => go(true), PAUSE);
  });
  form.addEventListener("change", ({ target }) => {
    if (target === agency || target === words) return;
    if (target === order) {
      falling = order.value.startsWith("-");
      column = order.value ? Math.abs(order.value) : -1;
    }
    go();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go(true);
  });
  clear.addEventListener("click", () => {
    chosen = [];
    words.value = "";
    for (const field of selects) field.value = "";
    column = -1;
    falling = false;
    go();
    words.focus();
  });
  more.addEventListener("click", () => {
    const first = most;
    most += MORE;
    paint(true);
    body.rows[first]?.querySelector("a").focus();
  });
  heads.forEach((head, index) => {
    // Up, down, and back to the register's own order.
    head.querySelector("button").addEventListener("click", () => {
      if (column === index && falling) [column, falling] = [-1, false];
      else [column, falling] = [index, column === index];
      go();
    });
    for (const [way, sign] of [["up", ""], ["down", "-"]]) order.add(new Option(order.dataset[way].replace("#", () => head.textContent.trim()), sign + index));
  });

  // All that was found is printed.
  addEventListener("beforeprint", () => page.dataset.asked === "" && found.length && body.append(...found.slice(most).map(shown)));
  addEventListener("afterprint", () => page.dataset.asked === "" && found.length && paint(true));

  const restore = () => {
    const state = new URLSearchParams(location.search);
    words.value = state.get("q") ?? "";
    chosen = [...new Set(state.getAll(form.dataset.agency).filter(Boolean))];
    for (const field of selects) {
      field.value = state.get(field.name) ?? "";
      if (field.selectedIndex < 0) field.selectedIndex = 0;
    }
    const sort = /^(-?)(\d+)$/.exec(state.get("sort"));
    [column, falling] = sort && sort[2] < heads.length ? [Number(sort[2]), sort[1] === "-"] : [-1, false];
  };
  addEventListener("popstate", () => {
    restore();
    most = AT_ONCE;
    typing = false;
    show();
  });

  form.dataset.ready = "";
  if (page.dataset.asked === "new") {
    restore();
    correct();
    show();
  } else if (ask()) go(true); // What was typed before this came.
  if (agency.value.trim() && document.activeElement === agency) offer().catch(fail);
}
