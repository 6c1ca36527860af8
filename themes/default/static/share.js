// What a page can only do with a script: be read aloud, hand its address to the system, copy it, and print itself.
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
// Only a voice of the language of the text can read it aloud, and only one of the device: others would be told what is read.
// Browsers may learn of their voices later.
const offerToRead = (tool) => {
  const parts = document.querySelectorAll("[data-bt=read]");
  const { lang } = parts[parts.length - 1].closest("[lang]");
  const offer = () => {
    tool.hidden = !speechSynthesis.getVoices().some((one) => one.localService && one.lang.toLowerCase().startsWith(lang.slice(0, 2)));
  };
  offer();
  speechSynthesis.addEventListener("voiceschanged", offer);
  tool.addEventListener("click", async () => (await import(new URL(tool.dataset.listen, document.baseURI))).listen(tool, lang));
};
for (const box of document.querySelectorAll("[data-bt=share]")) {
  const url = box.dataset.address ?? box.querySelector("a").href;
  for (const tool of box.querySelectorAll("button")) {
    const { said, shared, listen } = tool.dataset;
    if (listen) {
      if (globalThis.speechSynthesis) offerToRead(tool);
      continue;
    }
    if ((said && !navigator.clipboard) || (shared && !navigator.share)) continue;
    tool.hidden = false;
    tool.addEventListener("click", () => (shared ? share(box, url) : said ? copy(box, url, said) : print()));
  }
}
