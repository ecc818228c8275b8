// A place by another name, the name of a part, and an address that leads nowhere.
import { expect, test } from "./site.mjs";

for (const [name, place] of [["hull", "Kingston upon Hull"], ["ynys-mon", "Isle of Anglesey"], ["bristol-city-of", "Bristol"]]) {
  test(`/area/${name}/ is the page of ${place}`, async ({ page }) => {
    await page.goto(`/area/${name}/`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(place);
    await expect(page).not.toHaveURL(new RegExp(`/${name}/$`));
  });
}

test("the name of a part says what it is part of, and leads there", async ({ page }) => {
  await page.goto("/area/burnley/");
  await expect(page.locator("main")).toContainText("not for Burnley alone");
  await page.getByRole("main").getByRole("link", { name: "Lancashire" }).click();
  await expect(page).toHaveURL(/\/area\/lancashire\/$/);
});

test("a name of several places leaves the choice", async ({ page }) => {
  await page.goto("/area/cumbria/");
  await expect(page.getByRole("main").getByRole("link")).toHaveText(["Cumberland", "Westmorland and Furness"]);
});

test("a lost visitor finds a place by any of its names", async ({ page, faults }) => {
  faults.expect(/404/);
  await page.goto("/no/such/page/");
  const places = page.locator("#all-places").getByRole("link");
  await expect(places).toHaveCount(247);
  const box = page.getByRole("searchbox", { name: "Find a place" });
  await box.fill("caerd");
  await expect(places.filter({ visible: true })).toHaveText(["Cardiff"]);
  await expect(page.getByRole("status")).toHaveText("1 place");
  await box.fill("Saint H");
  await expect(places.filter({ visible: true })).toHaveText(["St Helens"]);
  await box.fill("zzz");
  await expect(page.getByRole("status")).toHaveText("0 places");
  await box.fill("");
  await expect(places.filter({ visible: true })).toHaveCount(247);
  await expect(page.getByRole("status")).toHaveText("");
});

test.describe("JavaScript off", () => {
  test.use({ javaScriptEnabled: false });

  test("the list of all places leads to each", async ({ page }) => {
    await page.goto("/area/");
    await expect(page.getByRole("searchbox")).toHaveCount(0);
    await page.getByRole("link", { name: "Blaenau Gwent" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Blaenau Gwent");
  });
});
