// Loads the comments when a reader asks for them. Until then only their number is asked for, and only of a service that
// answers on the host of the site itself.
const box = document.querySelector("[data-bt=comments]");
const button = box.querySelector("button");
const status = box.querySelector("[role=status]");
const failed = () => {
  status.textContent = status.dataset.failed;
  button.hidden = false;
};

button.hidden = false;
button.addEventListener("click", () => {
  button.hidden = true;
  status.textContent = "";
  // Engines look for their places by names that the text of a page can have, too.
  for (const one of document.querySelectorAll("#isso-thread, .giscus")) {
    one.removeAttribute("id");
    one.classList.remove("giscus");
  }
  box.querySelectorAll(":scope > .comments-loaded").forEach((one) => one.remove());
  const loaded = document.createElement("div");
  loaded.className = "comments-loaded";
  loaded.append(box.querySelector("template").content.cloneNode(true));
  loaded.querySelector("script").addEventListener("error", failed);
  box.append(loaded);
});

const { count, thread } = box.dataset;
if (count) {
  const place = box.querySelector(".count");
  fetch(count, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify([thread]) })
    .then((answer) => answer.json())
    .then(([number]) => {
      place.textContent = number.toLocaleString(document.documentElement.lang);
      place.hidden = !number;
    })
    .catch(() => {});
}
