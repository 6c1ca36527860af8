// Counts this page and shows the figures of this moment; the home page has those of the last build.
{
  const box = document.querySelector(".counter");

  const run = async () => {
    const { base, live } = box.dataset;
    const page = encodeURIComponent(location.pathname);
    if (live) await fetch(`${base}/hit?p=${page}`, { method: "POST", keepalive: true });
    const figures = await (await fetch(`${base}/stats.json`)).json();
    for (const place of box.querySelectorAll("dd")) {
      const value = figures[place.dataset.figure];
      place.textContent = value.toFixed
        ? value.toLocaleString(document.documentElement.lang)
        : value.replace(/(\d+)-(\d+)-(\d+)T(.{5}).*/, "$4 $3/$2/$1");
    }
    box.classList.remove("counter-empty");
  };
  const start = () => run().catch(() => {});

  if (box && location.protocol !== "file:") {
    if (document.prerendering) document.addEventListener("prerenderingchange", start, { once: true });
    else start();
    // A reader who goes back sees the page as it was left, and reads it again.
    addEventListener("pageshow", (shown) => shown.persisted && start());
  }
}
