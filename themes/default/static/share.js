// What a page can only do with a script: hand its address to the system, copy it, and print itself.
const share = async (box, url) => {
  try {
    await navigator.share({ title: box.dataset.title, url });
  } catch (error) {
    // Readers who close the system's sheet want nothing more. If it does not open, the address is copied instead.
    if (error.name !== "AbortError") box.querySelector("[data-said]:not([hidden])")?.click();
  }
};
const copy = async (box, url, said) => {
  await navigator.clipboard.writeText(url);
  box.querySelector("[role=status]").textContent = said;
};
for (const box of document.querySelectorAll("[data-bt=share]")) {
  const url = box.dataset.address ?? box.querySelector("a").href;
  for (const tool of box.querySelectorAll("button")) {
    const { said, shared } = tool.dataset;
    if ((said && !navigator.clipboard) || (shared && !navigator.share)) continue;
    tool.hidden = false;
    tool.addEventListener("click", () => (shared ? share(box, url) : said ? copy(box, url, said) : print()));
  }
}
