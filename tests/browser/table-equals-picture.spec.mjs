import { Explore } from "./explore.mjs";
import { expect, test } from "./site.mjs";

/** Every number with a decimal in a text, as the page writes it: "51.8", "−2.1". */
const numbers = (text) => text.match(/[−-]?\d[\d,]*\.\d+/g) ?? [];

for (const query of ["", "?sex=male", "?y=unhealthy"]) {
  test(`every point of the picture is a row of the table, with the same numbers: /${query}`, async ({ page }) => {
    test.setTimeout(120_000);
    const explore = new Explore(page);
    await explore.open(`/${query}`);
    await explore.openTable();
    // A place without one of the two figures has a row that says why, and no point.
    const rows = await explore.rows.evaluateAll((all) =>
      all.filter((row) => !row.cells[2].matches(".missing") && !row.cells[3].matches(".missing")).map((row) => ({
        name: row.querySelector("th").innerText.trim(),
        text: [...row.querySelectorAll("td")].map((cell) => cell.innerText).join(" | "),
      })),
    );
    const byName = new Map(rows.map(({ name, text }) => [name, text]));
    expect(byName.size, "no name twice").toBe(rows.length);

    // Step through the picture, left to right, and listen.
    await explore.chart.focus();
    await page.keyboard.press("Home");
    await expect(explore.spoken).toContainText(":");
    const heard = [await explore.spoken.innerText()];
    while (heard.length < rows.length) {
      await page.keyboard.press("ArrowRight");
      await expect(explore.spoken).not.toHaveText(heard.at(-1));
      heard.push(await explore.spoken.innerText());
    }
    await page.keyboard.press("ArrowRight");
    await expect(explore.spoken, "the last point is the last").toHaveText(heard.at(-1));

    expect(new Set(heard.map((text) => text.split(":")[0])).size, "every place once").toBe(rows.length);
    for (const text of heard) {
      const name = text.split(":")[0].trim();
      expect(byName.has(name), `${name} has a row`).toBe(true);
      const row = numbers(byName.get(name));
      for (const number of numbers(text.slice(name.length))) expect(row, text).toContain(number);
    }
  });
}

test("every area has a row: those in the count with both figures, the others with the reason", async ({ page }) => {
  const explore = new Explore(page);
  await explore.open();
  await expect(explore.coverage).toContainText("216 of 216 areas");
  await explore.openTable();
  await expect(explore.rows).toHaveCount(218);
  await expect(explore.rows.filter({ hasText: "too few people live there" })).toHaveCount(2);
});

test("the pointer finds the same numbers as the table", async ({ page }) => {
  const explore = new Explore(page);
  await explore.open("/?areas=E06000009");
  await explore.openTable();
  // The middle of the chart holds points: sweep across it until one is spoken.
  await explore.chart.scrollIntoViewIfNeeded();
  const box = await explore.chart.boundingBox();
  for (let step = 20; step < 80; step += 1) {
    await page.mouse.move(box.x + (box.width * step) / 100, box.y + box.height / 2);
    if ((await explore.spoken.innerText()) !== "") break;
  }
  const text = await explore.spoken.innerText();
  expect(text).toContain(":");
  const name = text.split(":")[0].trim();
  const row = numbers(await explore.row(name).innerText());
  for (const number of numbers(text.slice(name.length))) expect(row).toContain(number);
});
