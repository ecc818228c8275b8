import { BLACKPOOL, Explore } from "./explore.mjs";
import { expect, test } from "./site.mjs";

const PACK = /\/data\/[^?]*\.hyp(\?|$)/;

/** Ways in which a data file can be broken. Each is a handler for Playwright's route. */
const broken = {
  missing: (route) => route.fulfill({ status: 404, contentType: "text/html", body: "<h1>Not found</h1>" }),
  unreachable: (route) => route.abort("connectionreset"),
  truncated: async (route) => {
    const body = await (await route.fetch()).body();
    await route.fulfill({ status: 200, contentType: "application/octet-stream", body: body.subarray(0, body.length / 2) });
  },
  empty: (route) => route.fulfill({ status: 200, contentType: "application/octet-stream", body: "" }),
  "bit-flipped": async (route) => {
    const body = Buffer.from(await (await route.fetch()).body());
    body[Math.floor(body.length / 2)] ^= 0x10;
    await route.fulfill({ status: 200, contentType: "application/octet-stream", body });
  },
  "another file": (route) => route.fulfill({ status: 200, contentType: "text/html", body: "<!doctype html><p>A hotel's Wi-Fi</p>" }),
};

test("the first data file missing where the address asks for another figure: the usual one, and said to be so", async ({ page, faults }) => {
  faults.expect(/^console: Failed to load resource/);
  faults.expect(/^console: .*(preload|integrity)/i);
  const explore = new Explore(page);
  await page.route(PACK, broken.missing);
  await page.goto(`/?areas=${BLACKPOOL.code}&sex=male`);
  await expect(explore.problem).toBeVisible();
  await expect(page.getByText(/the figure below is the usual one/)).toBeVisible();
  await expect(explore.title).toBeVisible();
  await expect(explore.figure.locator("svg:visible")).toHaveCount(1);

  await page.unroute(PACK, broken.missing);
  await explore.tryAgain.click();
  await explore.ready();
  await expect(explore.problem).toHaveCount(0);
  await expect(explore.removeButton(BLACKPOOL.name)).toBeVisible();
  await expect(explore.man()).toBeChecked();
});

test("while a figure cannot be had, nothing claims what the last one found; trying again leads to its title", async ({ page, faults }) => {
  faults.expect(/^console: Failed to load resource/);
  const explore = new Explore(page);
  await explore.open(`/?areas=${BLACKPOOL.code}`);
  const here = await explore.circumstance.inputValue();
  const other = (await explore.circumstances()).find(({ value }) => value && value !== here).value;
  const title = await explore.title.innerText();
  const says = page.getByRole("status").filter({ hasText: title });
  await expect(page).toHaveTitle(`${title} – Healthy Years`);
  await expect(says).toHaveCount(1);
  await expect(explore.removeButton(BLACKPOOL.name)).toContainText(/\d/);

  await page.route(PACK, broken.missing);
  await explore.circumstance.selectOption(other);
  await expect(explore.problem).toBeVisible();
  await expect(page).toHaveTitle("Healthy Years");
  await expect(says).toHaveCount(0);
  await expect(explore.removeButton(BLACKPOOL.name)).not.toContainText(/\d/);

  // Again in vain: the button is still there.
  await explore.tryAgain.focus();
  await page.keyboard.press("Enter");
  await explore.settled();
  await expect(explore.tryAgain).toBeFocused();

  await page.unroute(PACK, broken.missing);
  await page.keyboard.press("Enter");
  await expect(explore.problem).toHaveCount(0);
  await expect(explore.title).toBeFocused();
  await expect(page).toHaveTitle(`${await explore.title.innerText()} – Healthy Years`);
});

test("the first data file missing: trying again by keyboard keeps the place", async ({ page, faults }) => {
  faults.expect(/^console: Failed to load resource/);
  faults.expect(/^console: .*(preload|integrity)/i);
  const explore = new Explore(page);
  await page.route(PACK, broken.missing);
  await page.goto("/");
  await explore.tryAgain.focus();
  await page.keyboard.press("Enter");
  await expect(explore.tryAgain).toBeFocused();

  await page.unroute(PACK, broken.missing);
  await page.keyboard.press("Enter");
  await explore.ready();
  await expect(explore.title).toBeFocused();
});

for (const [how, handler] of Object.entries(broken)) {
  test(`the first data file ${how}: a sentence and a way on, then it works`, async ({ page, faults }) => {
    faults.expect(/^console: Failed to load resource/);
    faults.expect(/^console: .*(preload|integrity)/i);
    const explore = new Explore(page);
    await page.route(PACK, handler);
    await page.goto("/");
    await expect(explore.headline).toBeVisible();
    await expect(explore.problem).toBeVisible();
    // A sentence for people: no code, no type name, no address.
    const words = await explore.problem.innerText();
    expect(words.length).toBeGreaterThan(30);
    expect(words).not.toMatch(/error:|Err\(|panicked|undefined|null|\.hyp/i);

    await page.unroute(PACK, handler);
    await explore.tryAgain.click();
    await explore.ready();
    await expect(explore.problem).toHaveCount(0);
    await expect(explore.coverage).toContainText("216 of 216 areas");
  });

  test(`another circumstance's data file ${how}: its figure says so, the rest goes on`, async ({ page, faults }) => {
    faults.expect(/^console: Failed to load resource/);
    const explore = new Explore(page);
    await explore.open();
    const here = await explore.circumstance.inputValue();
    const title = await explore.title.innerText();
    const other = (await explore.circumstances()).find(({ value }) => value && value !== here).value;

    await page.route(PACK, handler);
    await explore.circumstance.selectOption(other);
    await expect(explore.problem).toBeVisible();
    await expect(explore.headline).toBeVisible();

    // Going back to what is there works while the other is still broken.
    await explore.circumstance.selectOption(here);
    await expect(explore.problem).toHaveCount(0);
    await expect(explore.title).toHaveText(title);

    await explore.circumstance.selectOption(other);
    await expect(explore.problem).toBeVisible();
    // An index that counts ill health asks for its parts as well: the last answer may still be on its way.
    await page.unrouteAll({ behavior: "wait" });
    await explore.tryAgain.click();
    await explore.settled();
    await expect(explore.problem).toHaveCount(0);
    await expect(explore.title).not.toHaveText(title);
    expect(await explore.inked()).toBeGreaterThan(0.005);
  });
}
