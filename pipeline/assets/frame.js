// An embed, before and around the app: its theme, where its link leads, what is said until the picture is there, and how high
// it is, told to the page around it in the words of every listener that such pages have.
(() => {
  const names = {{names}};
  const root = document.documentElement;
  const query = new URLSearchParams(location.search);
  const theme = { true: "dark", false: "light" }[query.get("dark")];
  if (theme) root.dataset.theme = theme;
  if (query.get("transparent") === "true") root.dataset.transparent = "";
  if (query.get("logo") === "false") root.dataset.unnamed = "";
  if (query.get("static") === "true") root.dataset.still = "";

  const view = names.figures[query.get("view")] ? query.get("view") : "explore";
  const place = names.places[query.get("area")];
  const path = view === "explore" ? "/" : view === "area" ? (place ? `/area/${place[1]}/` : "/") : `/${view}/`;
  const own = new Set(["view", "figure", "area", "transparent", "static", "logo", "v", "dark", "childId", "parentTitle", "parentUrl", "initialWidth"]);
  const kept = [...query].filter(([name]) => !own.has(name));
  const rest = kept.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%2C", ",")}`).join("&");
  const address = `${location.origin}${path}${rest ? `?${rest}` : ""}`;

  let told = 0;
  const tell = (again) => {
    // Until the figure is there, and where it cannot be, the frame keeps the height that the page around it has given it.
    if (!["drawn", "ready"].includes(root.dataset.app)) return;
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === told && again !== true) return;
    told = height;
    const messages = [
      { "datawrapper-height": { "healthy-years": height } },
      { sentinel: "amp", type: "embed-size", height },
      JSON.stringify({ src: location.href, context: "iframe.resize", height }),
    ];
    const child = query.get("childId");
    if (child) messages.push(`pymxPYMx${child}xPYMxheightxPYMx${height}`);
    for (const message of messages) window.parent.postMessage(message, "*");
  };

  document.addEventListener("DOMContentLoaded", () => {
    const link = document.getElementById("whole");
    link.href = address;
    document.getElementById("where").textContent = address.replace(/^https?:\/\//, "");
    const figures = names.figures[view];
    const sex = query.get("sex") === "male" ? "men" : "women";
    const asked = query.get("figure") ?? figures[0][0];
    const id = figures.some(([id]) => sex === "men" && id === `${asked}-men`) ? `${asked}-men` : asked;
    const [, measure] = figures.find(([other]) => other === id) ?? figures[0];
    const outcome = `${names.outcomes[query.get("y")] ?? names.outcomes.hle}, ${sex}`;
    const circumstance = names.measures[query.get("x")];
    const what = measure
      .replace("{y}", outcome)
      .replace("{x}", circumstance ?? names.usual)
      .replace("{m}", circumstance ?? outcome)
      .replace("{s}", sex);
    const codes = view === "area" ? query.get("area") : query.get("areas");
    const places = (codes ?? "").split(",").map((code) => names.places[code]?.[0]).filter(Boolean);
    document.getElementById("what").textContent = [what, places.join(", ")].filter(Boolean).join(": ");
    if (!window.ResizeObserver) return tell();
    new ResizeObserver(() => tell()).observe(document.body);
    new MutationObserver(() => tell()).observe(root, { attributes: true, attributeFilter: ["data-app"] });
  });
  // The script beside the frame may come after the first message: it asks.
  addEventListener("message", (event) => event.data === "healthy-years-height?" && tell(true));
})();
