// Of the last good site: whoever follows a link stays in it, until the site is mended.
document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!link || link.origin !== location.origin || link.pathname.startsWith("/_preview/")) return;
  if (link.pathname === location.pathname && link.hash) return;
  const query = link.search.slice(1).split("&").filter(Boolean);
  if (!query.includes("last-good")) link.search = [...query, "last-good"].join("&");
});
