import { Explore } from "./explore.mjs";
import { expect, test } from "./site.mjs";

/** Presses Tab until something has the focus, as a person without a pointer does. */
async function tabTo(page, target, most = 40) {
  for (let i = 0; i < most; i += 1) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((node) => node === document.activeElement)) return;
  }
  throw new Error(`not reached by ${most} presses of Tab`);
}

test("find a place, change the circumstance, read the chart: without a pointer", async ({ page }) => {
  const explore = new Explore(page);
  await explore.open();

  await tabTo(page, explore.search);
  await page.keyboard.type("blackp");
  await expect(explore.options.filter({ hasText: "Blackpool" }).first()).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(explore.removeButton("Blackpool")).toBeVisible();

  await tabTo(page, explore.circumstance);
  const before = await explore.circumstance.inputValue();
  await page.keyboard.press("ArrowDown");
  await expect(explore.circumstance).not.toHaveValue(before);
  await explore.settled();

  await tabTo(page, explore.chart);
  await page.keyboard.press("Home");
  await expect(explore.spoken).toContainText(/: \d+\.\d years/);
  const first = await explore.spoken.innerText();
  await page.keyboard.press("ArrowRight");
  await expect(explore.spoken).not.toHaveText(first);
  await page.keyboard.press("ArrowLeft");
  await expect(explore.spoken).toHaveText(first);
  await page.keyboard.press("End");
  await expect(explore.spoken).not.toHaveText(first);
  const last = (await explore.spoken.innerText()).split(":")[0];
  await page.keyboard.press("Enter");
  await expect(explore.removeButton(last)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(explore.spoken).toHaveText("");
});

test("choosing a point keeps it reached: it says what has become of it, and arrows go on from there", async ({ page }) => {
  const explore = new Explore(page);
  await explore.open();
  const name = async () => (await explore.spoken.innerText()).replace(/^(Chosen|Removed)\. /, "").split(":")[0];
  await explore.chart.focus();
  await page.keyboard.press("Home");
  for (let i = 0; i < 5; i += 1) await page.keyboard.press("ArrowRight");
  const here = await name();
  await page.keyboard.press("ArrowRight");
  const next = await name();
  expect(next).not.toBe(here);
  await page.keyboard.press("ArrowLeft");

  await page.keyboard.press("Enter");
  await expect(explore.removeButton(here)).toBeVisible();
  await expect(explore.spoken).toContainText(`Chosen. ${here}: `);
  await page.keyboard.press("Enter");
  await expect(explore.removeButton(here)).toHaveCount(0);
  await expect(explore.spoken).toContainText(`Removed. ${here}: `);
  await page.keyboard.press("ArrowRight");
  await expect(explore.spoken).toContainText(`${next}: `);
  await expect(explore.spoken).not.toContainText("Removed");
});

test("a sixth place is refused from the chart, and why is said", async ({ page }) => {
  const explore = new Explore(page);
  await explore.open("/?areas=E06000009,E09000027,E06000001,E06000002,E06000003");
  await explore.chart.focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await expect(explore.spoken).toContainText("Five places are chosen already. Remove one to choose another.");
});

test("the list of places closes on Escape and keeps what was typed", async ({ page }) => {
  const explore = new Explore(page);
  await explore.open();
  await explore.search.focus();
  await page.keyboard.type("man");
  await expect(explore.options.first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(explore.options).toHaveCount(0);
  await expect(explore.search).toBeFocused();
});

test("removing a place leaves the focus somewhere useful", async ({ page }) => {
  const explore = new Explore(page);
  await explore.open("/?areas=E06000009,E09000027");
  await explore.removeButton("Blackpool").focus();
  await page.keyboard.press("Enter");
  await expect(explore.removeButton("Blackpool")).toHaveCount(0);
  expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
});

test("the table is sorted from the keyboard", async ({ page }) => {
  const explore = new Explore(page);
  await explore.open();
  await explore.openTable();
  const headers = explore.table.getByRole("columnheader");
  const sorter = headers.first().getByRole("button");
  await sorter.focus();
  await page.keyboard.press("Enter");
  const direction = await headers.first().getAttribute("aria-sort");
  expect(["ascending", "descending"]).toContain(direction);
  const top = await explore.rows.first().innerText();
  await page.keyboard.press("Enter");
  await expect(headers.first()).toHaveAttribute("aria-sort", direction === "ascending" ? "descending" : "ascending");
  await expect(explore.rows.first()).not.toHaveText(top);
});
