// Puts the passage that a reader has marked into the report of an error; on the page for missing addresses, the address.
{
  const link = document.querySelector("[data-bt=report]");
  const plain = link?.href;
  const mark = ({ type }) => {
    const marked = String(getSelection()).trim().replace(/\s+/g, " ").slice(0, 500);
    const words = marked ? `“${marked}”` : "missing" in link.dataset ? location.href : "";
    if (words || type !== "click") link.href = plain + encodeURIComponent(words);
  };
  // Pressing the link ends the selection, before the click that follows.
  for (const type of ["pointerdown", "click"]) link?.addEventListener(type, mark);
}
