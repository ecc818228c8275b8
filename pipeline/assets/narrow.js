// Narrows the list of all places to those with a name that begins with, or has a word that begins with, what is typed.
(() => {
  const box = document.getElementById("find");
  const said = document.getElementById("said");
  const places = [...document.querySelectorAll("#all-places [data-names]")];
  const sections = [...document.querySelectorAll("#all-places section")];
  // As `search::fold` folds names.
  const fold = (text) =>
    text.normalize("NFD").replace(/[\u0300-\u036f'’.]/g, "").toLowerCase()
      .replace(/&/g, " and ").replace(/[^a-z0-9]+/g, " ").trim().replace(/\bsaint\b/g, "st");
  const fits = (place, wanted) => place.dataset.names.split(",").some((name) => ` ${name}`.includes(` ${wanted}`));
  box.addEventListener("input", () => {
    const wanted = fold(box.value);
    for (const place of places) place.hidden = !fits(place, wanted);
    for (const section of sections) section.hidden = !section.querySelector("li:not([hidden])");
    const found = places.filter((place) => !place.hidden).length;
    said.textContent = wanted ? `${found} ${found === 1 ? "place" : "places"}` : "";
  });
})();
