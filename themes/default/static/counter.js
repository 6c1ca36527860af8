// Counts this page and shows the present figures.
{
  const box = document.querySelector("[data-bt=counter]");
  const run = async () => {
    const { base, live } = box.dataset;
    const hit = `${base}/hit?p=${encodeURIComponent(location.pathname)}`;
    if (live) await fetch(hit, { method: "POST", keepalive: true });
    const figures = await (await fetch(`${base}/stats.json`)).json();
    for (const dd of box.querySelectorAll("dd")) {
      const value = figures[dd.dataset.figure] ?? "–";
      dd.textContent = value.toFixed
        ? value.toLocaleString(document.documentElement.lang)
        : value.replace(/(\d+)-(\d+)-(\d+)T(.{5}).*/, "$4 $3/$2/$1");
    }
    box.hidden = false;
  };
  const start = () => run().catch(() => {});
  if (box && location.protocol !== "file:") {
    if (document.prerendering) document.addEventListener("prerenderingchange", start, { once: true });
    else start();
    // Back:
    addEventListener("pageshow", ({ persisted }) => persisted && start());
  }
}
