// A site opened from disk has no server, which would find index.html in a folder and let scripts search: all that leads to
// a folder leads to its page instead, and what cannot work there is hidden in favour of what says so.
if (location.protocol === "file:") {
  const whole = (address) => {
    const url = new URL(address, document.baseURI);
    if (url.protocol !== "file:" || !url.pathname.endsWith("/")) return address;
    url.pathname += "index.html";
    return url.href;
  };
  for (const name of ["href", "action"]) {
    for (const one of document.querySelectorAll(`a[${name}], form[${name}]`)) one.setAttribute(name, whole(one.getAttribute(name)));
  }
  for (const one of document.querySelectorAll("[data-disk]")) one.hidden = one.dataset.disk === "hidden";
  const moved = document.querySelector("meta[http-equiv=refresh]");
  if (moved) location.replace(whole(moved.content.replace(/^.*?url=/, "")));
}
