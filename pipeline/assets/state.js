// Runs before the figure is parsed. The static page shows the default view: where the address asks for another,
// style sheets must not show that picture in its place. Also sets the theme that the address asks for.
(() => {
  const root = document.documentElement;
  const query = new URLSearchParams(location.search);
  const states = document.currentScript.dataset.reads.split(" ");
  if (states.some((name) => query.has(name))) root.dataset.state = "other";
  const theme = { true: "dark", false: "light" }[query.get("dark")];
  if (theme) root.dataset.theme = theme;
})();
