// Explains a word where it stands: shows the entry of the page that its link leads to, without leaving the page.
const box = document.createElement("div");
let from;

const explain = async (link) => {
  const answer = await fetch(link.href.split("#")[0]);
  if (!answer.ok) throw answer;
  const glossary = new DOMParser().parseFromString(await answer.text(), "text/html");
  const entry = glossary.getElementById(link.hash.slice(1));
  for (const one of entry.querySelectorAll("a")) one.href = new URL(one.getAttribute("href"), link.href);
  const more = link.cloneNode();
  more.removeAttribute("data-bt");
  more.className = "";
  more.textContent = glossary.querySelector("h1").textContent;
  const list = document.createElement("dl");
  list.append(...[...entry.children].map((one) => document.importNode(one, true)));
  if (entry.lang) list.lang = entry.lang;
  box.replaceChildren(list, more);
  box.setAttribute("aria-label", link.textContent);
  box.showPopover();
  // Below the word, and within the window.
  const { left, bottom } = link.getBoundingClientRect();
  box.style.left = `${Math.max(8, Math.min(left, innerWidth - box.offsetWidth - 8))}px`;
  box.style.top = `${Math.max(8, Math.min(bottom + 4, innerHeight - box.offsetHeight - 8))}px`;
  box.focus();
};

if (box.showPopover) {
  box.className = "explanation";
  box.popover = "auto";
  box.tabIndex = -1;
  box.setAttribute("role", "dialog");
  document.body.append(box);
  box.addEventListener("toggle", ({ newState }) => newState === "closed" && document.activeElement === document.body && from.focus());
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-bt=term]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || location.protocol === "file:") return;
    event.preventDefault();
    from = link;
    explain(link).catch(() => location.assign(link.href));
  });
}
