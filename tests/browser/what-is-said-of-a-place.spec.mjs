// What a chosen place brings: what would be expected of it, places like it, and, on one tap, comparisons with those.
import { BLACKPOOL, Explore } from "./explore.mjs";
import { expect, test } from "./site.mjs";

const PLACES = /\/places-[0-9a-f]+\.wasm$/;
const ALIKE = /\/alike\.[0-9a-f]+\.hyp$/;

test("a chosen place says what would be expected of it, with an interval and one of two verdicts", async ({ page }) => {
  const explore = new Explore(page);
  await explore.open();
  await explore.choose("Blackpool");
  await expect(explore.figure).toContainText(/would be about \d+ years in 2022–24; of such places, 19 in 20/);
  await expect(explore.figure).toContainText(/is in line with that|further from the line than 19 in 20/);
  await expect(explore.figure).toContainText("About one place in 20 falls outside by construction");
});

test("one of the five most similar places is one tap from being compared, and another tap takes it back", async ({ page }) => {
  const explore = new Explore(page);
  await explore.open(`/?areas=${BLACKPOOL.code}`);
  const heading = page.getByRole("heading", { name: "Places most like Blackpool in deprivation" });
  await expect(heading).toBeVisible();
  const similar = page.getByRole("list", { name: "Places most like Blackpool in deprivation" }).getByRole("button");
  await expect(similar).toHaveCount(5);
  const name = await similar.first().innerText();
  await similar.first().focus();
  await page.keyboard.press("Enter");
  await expect(explore.removeButton(name)).toBeVisible();
  await expect(explore.title).toBeFocused();
  await expect(explore.figure).toContainText(new RegExp(`Blackpool (and|than) in ${name}|Blackpool and in ${name}`));
  await expect(explore.figure).toContainText("Two 95% intervals that overlap");
  await similar.filter({ hasText: name }).click();
  await expect(explore.removeButton(name)).toHaveCount(0);
});

test("what survey noise does to r is one tap away", async ({ page }) => {
  const explore = new Explore(page);
  await explore.open();
  const said = explore.figure.getByText(/would be about −0\.\d \(r divided/);
  await expect(said).toBeHidden();
  await page.locator("summary", { hasText: "What survey noise does to r" }).click();
  await expect(said).toBeVisible();
});

test("an index that counts ill health offers its income and education parts, each with its r, one tap away", async ({ page }) => {
  const explore = new Explore(page);
  await explore.open("/?x=imd-2025");
  await expect(explore.figure).toContainText("there by construction");
  await expect(page.getByRole("button", { name: /^Income deprivation.*r\s=\s−0\.\d\d \(95% interval/ })).toBeVisible();
  await page.getByRole("button", { name: /^Education.*r\s=\s−0\.\d\d/ }).click();
  await expect.poll(() => explore.parameter("x")).toBe("imd-2025-education");
  await expect(explore.title).toContainText(/education/i);
  await expect(explore.figure).not.toContainText("there by construction");
});

for (const [what, pattern, said] of [
  ["the code of what is said", PLACES, "What can be said of the chosen places could not be fetched"],
  ["the list of similar places", ALIKE, "Which places are most alike could not be fetched"],
]) {
  test(`${what} missing: a sentence and a way on; the rest of the page works`, async ({ page, faults }) => {
    faults.expect(/^console: /);
    faults.expect(/404/);
    const explore = new Explore(page);
    await page.route(pattern, (route) => route.fulfill({ status: 404, contentType: "text/html", body: "<h1>Not found</h1>" }));
    await explore.open(`/?areas=${BLACKPOOL.code}`);
    await expect(page.getByText(said)).toBeVisible();
    await expect(explore.removeButton(BLACKPOOL.name)).toContainText("51.8");
    await page.unroute(pattern);
    await explore.tryAgain.click();
    await expect(page.getByRole("heading", { name: "Places most like Blackpool" })).toBeVisible();
    await expect(page.getByText(said)).toHaveCount(0);
  });
}
