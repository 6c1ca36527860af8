// Narrows a list of agencies to those whose name, abbreviation or former name has the words typed, with marks or
// without. It runs where the field is to stand, before the list is there, so that nothing moves when it appears.
{
  const template = document.querySelector("[data-bt=choose]");
  template.after(template.content);

  // Words as addresses spell them, each with a space before it: “bo cong an” finds “Bộ Công an”.
  const fold = (text) =>
    ` ${text}`.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase().replace(/[^a-z0-9]+/g, " ");

  addEventListener("DOMContentLoaded", () => {
    const field = document.querySelector("[data-bt=typed]");
    const says = field.form.querySelector("[role=status]");
    const groups = [...document.querySelectorAll("[data-bt=group]")];
    const choices = [...document.querySelectorAll("[data-bt=choice]")].map((one) => {
      const name = one.querySelector("summary, a");
      return [one, name, fold(`${name?.textContent ?? one.textContent} ${one.dataset.names ?? ""}`)];
    });

    const found = () => {
      const words = fold(field.value).trimEnd().split(/(?= )/);
      return choices.filter(([, , names]) => words.every((word) => names.includes(word)));
    };

    const show = () => {
      const shown = found();
      const kept = new Set(shown.map(([one]) => one));
      for (const [one] of choices) one.hidden = !kept.has(one);
      for (const group of groups) group.hidden = !group.querySelector("[data-bt=choice]:not([hidden])");
      const number = shown.length.toLocaleString(document.documentElement.lang);
      says.textContent = !field.value.trim()
        ? ""
        : shown.length
          ? says.dataset.found.replace("{num}", number)
          : says.dataset.none;
    };

    field.addEventListener("input", show);
    // Enter opens what was found first.
    field.form.addEventListener("submit", (event) => {
      event.preventDefault();
      const [first] = found();
      if (field.value.trim() && first) first[1]?.click();
    });
    // A browser that comes back to a page writes what was typed again.
    addEventListener("pageshow", show);
  });
}
