// A part of the map: enlarged and moved by buttons, keys, wheel, mouse and fingers; in the address, and read like the whole.
import { expect, test } from "./site.mjs";

const ready = (page) => page.locator("html[data-app=ready]").waitFor({ state: "attached" });
const map = (page) => page.getByRole("figure").first();
const chart = (page) => map(page).getByRole("group", { name: /^Chart:/ });
const button = (page, name) => map(page).getByRole("button", { name });
const zoom = (page) => new URL(page.url()).searchParams.get("zoom")?.split(",").map(Number) ?? null;
const percent = (page) => zoom(page)?.[0] ?? 100;

/** The picture, as it is painted. */
const picture = (page) => map(page).locator("canvas").evaluate((canvas) => canvas.toDataURL());

test("zoom with buttons, see it in the address, open it again, go back", async ({ page }) => {
  await page.goto("/map/");
  await ready(page);
  await expect(button(page, "Zoom out")).toHaveAttribute("aria-disabled", "true");
  await expect(button(page, "Further north")).toHaveCount(0);
  const whole = await picture(page);
  await button(page, "Zoom in").click();
  expect(percent(page)).toBe(200);
  await button(page, "Zoom in").click();
  expect(percent(page)).toBe(400);
  await expect(map(page).getByText("Part of the map, at 400%")).toBeAttached();
  const before = zoom(page);
  await button(page, "Further north").click();
  expect(zoom(page)[2]).toBeGreaterThan(before[2]);
  expect(zoom(page)[1]).toBe(before[1]);
  const part = await picture(page);
  const address = page.url();
  expect(part).not.toBe(whole);

  await page.reload();
  await ready(page);
  expect(page.url()).toBe(address);
  expect(await picture(page)).toBe(part);
  await page.goBack();
  await expect.poll(() => zoom(page)).toEqual(before);
  await page.goBack();
  await expect.poll(() => percent(page)).toBe(200);
  await page.goBack();
  await expect(page).toHaveURL("/map/");
  await expect(button(page, "All of the map")).toHaveAttribute("aria-disabled", "true");
  expect(await picture(page)).toBe(whole);
});

test("every button is at least 24 pixels wide and high, clear of the others, and has a name", async ({ page }) => {
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto("/map/?zoom=400,430000,390000");
    await ready(page);
    const buttons = map(page).getByRole("group", { name: "Part of the map" }).getByRole("button");
    await expect(buttons).toHaveCount(7);
    const boxes = await buttons.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
    for (const [at, { width, height, top }] of boxes.entries()) {
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
      if (at > 0) expect(top).toBeGreaterThanOrEqual(boxes[at - 1].bottom);
    }
  }
});

test("zoom and move with keys; a part that keys lead out of follows", async ({ page }) => {
  await page.goto("/map/");
  await ready(page);
  await chart(page).focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("+");
  await page.keyboard.press("+");
  expect(percent(page)).toBe(400);
  // Around Aberdeen, which is reached.
  const [, east, north] = zoom(page);
  expect([Math.abs(east - 385_000), Math.abs(north - 806_000)].every((off) => off < 250_000)).toBe(true);
  await page.keyboard.press("Shift+ArrowLeft");
  expect(zoom(page)[1]).toBeLessThan(east);
  await expect(map(page).getByRole("status").filter({ hasText: "Aberdeen:" })).toBeAttached();
  await page.keyboard.press("-");
  expect(percent(page)).toBe(200);
  await page.keyboard.press("+");
  // The last by name lies in England.
  await page.keyboard.press("End");
  await expect(map(page).getByRole("status").filter({ hasText: "York:" })).toBeAttached();
  await expect.poll(() => zoom(page)[2]).toBeLessThan(550_000);
  await page.keyboard.press("0");
  await expect(page).toHaveURL("/map/");
});

test("reach an island by arrow keys", async ({ page }) => {
  await page.goto("/map/");
  await ready(page);
  const said = map(page).getByRole("status");
  await chart(page).focus();
  await page.keyboard.press("Home");
  await expect(said).toHaveText(/^Aberdeen: /);
  const on = async (key, name) => {
    await page.keyboard.press(key);
    await expect(said).toHaveText(new RegExp(`^${name}: `));
  };
  await on("ArrowLeft", "Aberdeenshire");
  await on("ArrowLeft", "Moray");
  await on("ArrowLeft", "Highland");
  await on("ArrowUp", "Orkney Islands");
  await on("ArrowUp", "Shetland Islands");
  await on("ArrowDown", "Orkney Islands");
  await on("ArrowDown", "Highland");
  await on("ArrowLeft", "Na h-Eileanan Siar");
});

test("the wheel scrolls the page; with Ctrl held it enlarges the map where the pointer is", async ({ page }) => {
  await page.goto("/map/");
  await ready(page);
  await chart(page).scrollIntoViewIfNeeded();
  const box = await chart(page).boundingBox();
  await page.mouse.move(box.x + 200, box.y + 200);
  await page.mouse.wheel(0, 120);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
  expect(percent(page)).toBe(100);
  const top = await page.evaluate(() => scrollY);
  await page.keyboard.down("Control");
  for (let at = 0; at < 5; at += 1) await page.mouse.wheel(0, -100);
  await page.keyboard.up("Control");
  await expect.poll(() => percent(page)).toBeGreaterThan(300);
  expect(await page.evaluate(() => scrollY)).toBe(top);
  // On its way it made no history.
  await page.goBack();
  await expect(page).not.toHaveURL(/map/);
});

test("drag the map with the mouse: it moves, nothing is chosen; a click chooses", async ({ page }) => {
  await page.goto("/map/?zoom=400,430000,390000");
  await ready(page);
  await chart(page).scrollIntoViewIfNeeded();
  const box = await chart(page).boundingBox();
  await page.evaluate(() => {
    window.__written = 0;
    const replace = history.replaceState.bind(history);
    history.replaceState = (...all) => (window.__written += 1, replace(...all));
  });
  const began = Date.now();
  await page.mouse.move(box.x + 300, box.y + 300);
  await page.mouse.down();
  for (let at = 1; at <= 40; at += 1) await page.mouse.move(box.x + 300 - at * 3, box.y + 300);
  await page.mouse.up();
  await expect.poll(() => zoom(page)[1]).toBeGreaterThan(450_000);
  const written = await page.evaluate(() => window.__written);
  expect(written).toBeLessThanOrEqual(Math.ceil((Date.now() - began) / 250) + 1);
  expect(new URL(page.url()).searchParams.has("areas")).toBe(false);
  await page.mouse.click(box.x + 300, box.y + 300);
  await expect(page).toHaveURL(/areas=/);
  expect(percent(page)).toBe(400);
});

test("an address that asks for no part there is says so, and shows the whole map", async ({ page }) => {
  await page.goto("/map/?zoom=9000,1,2");
  await ready(page);
  await expect(page.getByText("zoom=9000,1,2 (no such part of the picture)")).toBeVisible();
  await expect(button(page, "All of the map")).toHaveAttribute("aria-disabled", "true");
  await page.goto("/map/?zoom=1600,2000000,-2000000");
  await ready(page);
  await expect(map(page).locator("canvas")).toBeVisible();
  await button(page, "Zoom out").click();
  expect(percent(page)).toBe(800);
});

test.describe("by finger", () => {
  test.use({ viewport: { width: 343, height: 800 }, hasTouch: true, isMobile: true });

  /** Moves fingers from one list of places to another, in ten steps. */
  const touch = async (page, from, to) => {
    const client = await page.context().newCDPSession(page);
    const send = (type, touchPoints) => client.send("Input.dispatchTouchEvent", { type, touchPoints });
    await send("touchStart", [from[0]]);
    if (from.length > 1) await send("touchStart", from);
    for (let step = 1; step <= 10; step += 1) {
      const part = (a, b) => a + ((b - a) * step) / 10;
      await send("touchMove", from.map(({ x, y }, at) => ({ x: part(x, to[at].x), y: part(y, to[at].y) })));
    }
    await send("touchEnd", []);
    await client.detach();
  };

  test("one finger scrolls the page, two enlarge and move the map", async ({ page }) => {
    await page.goto("/map/");
    await ready(page);
    await chart(page).evaluate((node) => scrollTo(0, node.getBoundingClientRect().top + scrollY));
    const top = await page.evaluate(() => scrollY);
    await touch(page, [{ x: 170, y: 500 }], [{ x: 170, y: 300 }]);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(top + 100);
    expect(percent(page)).toBe(100);

    // What the finger has set going comes to rest.
    const at = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(scrollY)))));
    await expect.poll(async () => (await at()) === (await at())).toBe(true);
    await chart(page).evaluate((node) => scrollTo(0, node.getBoundingClientRect().top + scrollY));
    const before = await page.evaluate(() => scrollY);
    await touch(page, [{ x: 150, y: 400 }, { x: 190, y: 400 }], [{ x: 70, y: 400 }, { x: 270, y: 400 }]);
    await expect.poll(() => percent(page)).toBeGreaterThan(400);
    expect(percent(page)).toBeLessThan(600);
    const [, , north] = zoom(page);
    // Both downwards: the map moves with them, the page stays.
    await touch(page, [{ x: 150, y: 350 }, { x: 190, y: 350 }], [{ x: 150, y: 450 }, { x: 190, y: 450 }]);
    await expect.poll(() => zoom(page)[2]).toBeGreaterThan(north);
    expect(await page.evaluate(() => scrollY)).toBe(before);
    // Nothing was read or chosen by that.
    await expect(map(page).getByRole("status")).toHaveText("");
    expect(new URL(page.url()).searchParams.has("areas")).toBe(false);
  });
});
