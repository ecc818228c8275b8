// Embedding: a figure alone in somebody else's page, on another origin, with every kind of listener that such pages have.
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { expect, test as base } from "@playwright/test";
import { PNG } from "pngjs";

const QUERY = "v=1&view=explore&figure=relate&areas=E06000009&x=child-poverty-bhc&y=hle&sex=female&period=2022-2024&within=K02000001&data=2026-06&lang=en";
const PYM = readFileSync(createRequire(import.meta.url).resolve("pym.js/dist/pym.v1.min.js"), "utf8");

/** A page of somebody else's, on a port of its own; `page.html` is what it serves. Requests to other hosts are kept. */
const test = base.extend({
  host: async ({}, use) => {
    const host = { html: "", headers: {} };
    const server = createServer((request, response) => {
      if (request.url.endsWith(".js")) return response.writeHead(200, { "content-type": "text/javascript" }).end(PYM);
      response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...host.headers }).end(`<!doctype html><title>An article</title>${host.html}`);
    });
    await new Promise((done) => server.listen(0, "127.0.0.1", done));
    host.address = `http://localhost:${server.address().port}`;
    await use(host);
    server.close();
  },
});

const embed = (baseURL, more = "") => `${baseURL}/embed/?${QUERY}${more}`;
const drawn = (frame) => expect(frame.locator("html")).toHaveAttribute("data-app", "ready");

/** How high the frame's content is, as a person would measure it. */
const inner = (frame) => frame.locator("body").evaluate((body) => Math.ceil(body.getBoundingClientRect().height));

test("resize.js gives the frame its height, at every width", async ({ page, host, baseURL }) => {
  host.html = `<body style="margin:0"><iframe title="Figure" src="${embed(baseURL)}" width="100%" height="560" style="width:0;min-width:100%!important;border:0"></iframe>
    <script async src="${baseURL}/embed/resize.js"></script>`;
  await page.goto(host.address);
  const frame = page.frameLocator("iframe");
  await drawn(frame);
  for (const width of [280, 343, 640, 1200]) {
    await page.setViewportSize({ width, height: 900 });
    await expect
      .poll(async () => (await page.locator("iframe").evaluate((one) => one.clientHeight)) - (await inner(frame)))
      .toBe(0);
    expect(await frame.locator("html").evaluate((root) => root.scrollWidth)).toBeLessThanOrEqual(width);
  }
});

test("without resize.js the frame keeps the snippet's height and reads at 280 px", async ({ page, host, baseURL }) => {
  host.html = `<body style="margin:0"><iframe title="Figure" src="${embed(baseURL)}" width="100%" height="560" style="width:0;min-width:100%!important;border:0"></iframe>`;
  await page.setViewportSize({ width: 280, height: 800 });
  await page.goto(host.address);
  const frame = page.frameLocator("iframe");
  await drawn(frame);
  expect(await page.locator("iframe").evaluate((one) => [one.clientWidth, one.clientHeight])).toEqual([280, 560]);
  const { across, room } = await frame.locator("html").evaluate((root) => ({ across: root.scrollWidth, room: root.clientWidth }));
  expect(across).toBe(room);
  await frame.getByRole("link", { name: /chart, table/ }).scrollIntoViewIfNeeded();
  await expect(frame.getByRole("link", { name: /chart, table/ })).toBeInViewport();
});

test("pym.js as parent resizes the frame", async ({ page, host, baseURL }) => {
  host.html = `<body><div id="figure"></div><script src="/pym.js"></script><script>new pym.Parent("figure", ${JSON.stringify(embed(baseURL))}, {});</script>`;
  await page.goto(host.address);
  const frame = page.frameLocator("iframe");
  await drawn(frame);
  await expect.poll(async () => (await page.locator("iframe").evaluate((one) => one.clientHeight)) - (await inner(frame))).toBe(0);
});

// How such pages listen, each in its own format; the frame is the one whose window spoke.
const LISTENERS = {
  "Datawrapper's format": `for (const height of Object.values(event.data["datawrapper-height"] ?? {})) set(height);`,
  "AMP's": `if (event.data.sentinel === "amp" && event.data.type === "embed-size") set(event.data.height);`,
  "Medium's": `if (typeof event.data === "string" && event.data[0] === "{") { const said = JSON.parse(event.data); if (said.context === "iframe.resize") set(said.height); }`,
};
for (const [whose, listener] of Object.entries(LISTENERS)) {
  test(`a page that listens in ${whose} resizes the frame`, async ({ page, host, baseURL }) => {
    host.html = `<body style="margin:0"><script>addEventListener("message", (event) => {
      const frame = [...document.querySelectorAll("iframe")].find((one) => one.contentWindow === event.source);
      const set = (height) => { if (frame) frame.style.height = height + "px"; };
      ${listener}
    });</script><iframe title="Figure" src="${embed(baseURL)}" width="100%" height="560" style="width:0;min-width:100%!important;border:0"></iframe>`;
    await page.goto(host.address);
    const frame = page.frameLocator("iframe");
    await drawn(frame);
    for (const width of [280, 700]) {
      await page.setViewportSize({ width, height: 900 });
      await expect.poll(async () => (await page.locator("iframe").evaluate((one) => one.clientHeight)) - (await inner(frame))).toBe(0);
    }
  });
}

test("listeners of Datawrapper, AMP and Medium are told the same height", async ({ page, host, baseURL }) => {
  host.html = `<body><script>window.told = []; addEventListener("message", (e) => told.push(e.data));</script>
    <iframe title="Figure" src="${embed(baseURL)}" width="600" height="560"></iframe>`;
  await page.goto(host.address);
  const frame = page.frameLocator("iframe");
  await drawn(frame);
  const height = await inner(frame);
  await expect
    .poll(() => page.evaluate(() => window.told.filter((one) => one["datawrapper-height"]).at(-1)?.["datawrapper-height"]))
    .toEqual({ "healthy-years": height });
  const told = await page.evaluate(() => window.told);
  expect(told).toContainEqual({ sentinel: "amp", type: "embed-size", height });
  expect(told).toContainEqual(JSON.stringify({ src: embed(baseURL), context: "iframe.resize", height }));
  // Only when the height changed.
  const heights = told.filter((one) => one["datawrapper-height"]).map((one) => one["datawrapper-height"]["healthy-years"]);
  expect(heights).toEqual([...new Set(heights)]);
});

test("a frame without any rights but scripts shows its figure, asks no other host and keeps nothing", async ({ page, host, baseURL }) => {
  const hosts = new Set();
  page.on("request", (request) => hosts.add(new URL(request.url()).origin));
  const errors = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  host.html = `<body><iframe title="Figure" sandbox="allow-scripts" src="${embed(baseURL)}" width="600" height="900"></iframe>`;
  host.headers = { "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-src *" };
  await page.goto(host.address);
  const frame = page.frameLocator("iframe");
  await drawn(frame);
  await expect(frame.getByRole("heading", { level: 2 })).toContainText("low-income families");
  await expect(frame.getByRole("list", { name: "Sources" })).toContainText("Office for National Statistics");
  expect([...hosts].sort()).toEqual([baseURL, host.address].sort());
  expect(errors).toEqual([]);
});

test("without any script the snippet still leads to the figure, and the frame says what it is", async ({ browser, host, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 280, height: 800 } });
  const page = await context.newPage();
  host.html = `<body style="margin:0"><iframe title="Figure" src="${embed(baseURL)}" width="100%" height="560" style="width:0;min-width:100%!important;border:0"></iframe><p><a href="${baseURL}/?areas=E06000009">Chart and table</a></p>`;
  await page.goto(host.address);
  const frame = page.frameLocator("iframe");
  await expect(frame.getByText("A figure of Healthy Years")).toBeVisible();
  await expect(frame.getByRole("link", { name: /chart, table/ })).toBeVisible();
  await context.close();
});

test("where the picture cannot be drawn, the frame names measure and place and leads to them", async ({ page, baseURL }) => {
  await page.route(/\.wasm$/, (route) => route.abort());
  await page.goto(embed(baseURL));
  await expect(page.getByText("Healthy life expectancy, women, and Children in relative low income before housing costs: Blackpool")).toBeVisible();
  const link = page.getByRole("link", { name: /chart, table/ });
  await expect(link).toHaveAttribute("href", /\/\?areas=E06000009&x=child-poverty-bhc&y=hle&sex=female&period=2022-2024&within=K02000001&data=2026-06&lang=en$/);
});

test("an embed may be dark, see-through, only to look at and without the site's name", async ({ page, baseURL }) => {
  await page.goto(embed(baseURL, "&dark=true&transparent=true&static=true&logo=false"));
  await drawn(page);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  expect(await page.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor)).toBe("rgba(0, 0, 0, 0)");
  const corner = await page.locator("canvas").evaluate((canvas) => [...canvas.getContext("2d").getImageData(0, 0, 1, 1).data]);
  expect(corner[3]).toBe(0);
  await expect(page.getByRole("group", { name: /^Chart:/ })).not.toHaveAttribute("tabindex", "0");
  await expect(page.getByRole("link", { name: /Healthy Years/ })).toHaveCount(0);
});

test("a frame keeps its address, whatever is pressed in it", async ({ page, baseURL }) => {
  const address = `${baseURL}/embed/?v=1&view=map&figure=map&data=2026-06`;
  await page.goto(address);
  await drawn(page);
  await page.getByRole("button", { name: "Zoom in" }).click();
  await page.getByText("Table of the same numbers").click();
  await page.getByRole("columnheader").nth(1).getByRole("button").click();
  await expect(page.getByRole("columnheader").nth(1)).toHaveAttribute("aria-sort", "ascending");
  expect(page.url()).toBe(address);
});

for (const [view, figure, more] of [
  ["compare", "difference", "&areas=E06000009,E09000027"],
  ["area", "trend", "&area=E06000009"],
  ["trends", "life", "&areas=E06000009"],
  ["map", "hexagons", ""],
  ["gradient", "fifths", ""],
  ["circumstances", "multiples", ""],
]) {
  test(`one figure of ${view} alone: ${figure}`, async ({ page, baseURL }) => {
    const errors = [];
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    await page.goto(`${baseURL}/embed/?v=1&view=${view}&figure=${figure}${more}&data=2026-06`);
    await drawn(page);
    await expect(page.getByRole("figure")).toHaveCount(1);
    await expect(page.getByRole("figure")).toHaveAttribute("aria-labelledby", `${figure}-title`);
    expect(errors).toEqual([]);
  });
}

// Scripts beside frames grant at most 4,000 px.
const FIVE = "E06000009,E09000027,S12000049,W06000015,N09000003";
for (const [view, figure, more, says] of [
  ["circumstances", "strength", "", /the \d+ strongest and \d+ weakest of 66 circumstances/],
  ["circumstances", "multiples", "", undefined],
  ["area", "circumstances", "&area=E06000009", /the \d+ of 85 circumstances/],
  ["compare", "circumstances", `&areas=${FIVE}`, /the \d+ of \d+ circumstances/],
  ["compare", "difference", `&areas=${FIVE}`, undefined],
  ["compare", "trend", `&areas=${FIVE}`, undefined],
]) {
  test(`no frame is too high at 280 px: ${figure} of ${view}`, async ({ page, baseURL }) => {
    await page.setViewportSize({ width: 280, height: 600 });
    await page.goto(`${baseURL}/embed/?v=1&view=${view}&figure=${figure}${more}&data=2026-06`);
    await drawn(page);
    expect(await inner(page)).toBeLessThanOrEqual(4000);
    if (says) await expect(page.getByRole("figure")).toContainText(says);
    await page.getByText("Table of the same numbers").click();
    await expect(page.getByRole("table")).toBeVisible();
    const rows = await page.getByRole("row").count();
    if (says) expect(rows).toBeGreaterThan(60);
  });
}

test("rows that a frame has are read by keyboard as they are in the whole picture", async ({ page, baseURL }) => {
  await page.goto(`${baseURL}/embed/?v=1&view=area&figure=circumstances&area=E06000009&data=2026-06`);
  await drawn(page);
  const chart = page.getByRole("group", { name: /^Chart:/ });
  await chart.focus();
  await page.keyboard.press("ArrowRight");
  const spoken = await page.getByRole("figure").getByRole("status").textContent();
  const name = spoken.split(/[.,:]/)[0];
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("figure").getByRole("status")).toHaveText(spoken);
  await page.getByText("Table of the same numbers").click();
  await expect(page.getByRole("row").filter({ hasText: name }).first()).toBeVisible();
});

for (const [query, note, shown] of [
  ["view=explore&figure=nonsense", "figure=nonsense (no such figure of this view)", "relate"],
  ["view=area&figure=trend&area=E06999999", "area=E06999999 (no such place)", "relate"],
  ["view=map&figure=map&sex=both", "sex=both", "map"],
  ["view=compare&figure=difference&period=2017-2019", "period=2017-2019", "difference"],
]) {
  test(`what an address asks for and is not there is said: ${query}`, async ({ page, baseURL }) => {
    await page.goto(`${baseURL}/embed/?v=1&${query}&data=2026-06`);
    await drawn(page);
    await expect(page.locator(".ignored")).toContainText(note);
    await expect(page.getByRole("figure")).toHaveAttribute("aria-labelledby", `${shown}-title`);
  });
}

test("women's and men's figures of a place are told apart by the address too", async ({ page, baseURL }) => {
  await page.goto(`${baseURL}/embed/?v=1&view=area&figure=lives&area=E06000009&sex=male&data=2026-06`);
  await drawn(page);
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(/^Men: /);
  await expect(page).toHaveTitle(/^Men: /);
  await expect(page.locator(".ignored")).toBeEmpty();
});

test("a figure that there is not of a place is said not to be there", async ({ page, baseURL }) => {
  await page.goto(`${baseURL}/embed/?v=1&view=area&figure=trend&area=E09000001&data=2026-06`);
  await expect(page.getByRole("alert")).toContainText("no such figure of this place");
});

test("a frame that is only looked at offers nothing that would not answer", async ({ page, baseURL }) => {
  await page.goto(embed(baseURL, "&static=true"));
  await drawn(page);
  await expect(page.getByText("Table of the same numbers")).toBeHidden();
  await expect(page.getByText("How to read this")).toBeVisible();
});

for (const [query, names] of [
  ["view=compare&figure=difference&areas=E06000009,E09000027", "Differences in healthy life expectancy, women: Blackpool, Richmond upon Thames"],
  ["view=map&figure=map&y=le", "Total life expectancy, women, map"],
  ["view=map&figure=map&x=child-poverty-bhc", "Children in relative low income before housing costs, map"],
  ["view=area&figure=circumstances&area=S12000049", "Circumstances: Glasgow"],
  ["view=area&figure=trend&area=E06000009&sex=male", "Healthy life expectancy over time, men: Blackpool"],
  ["view=compare", "Healthy and total life expectancy, women"],
]) {
  test(`without WebAssembly a frame says what it is of, and keeps its height: ${query}`, async ({ page, host, baseURL }) => {
    await page.route(/\.wasm$/, (route) => route.abort());
    host.html = `<body style="margin:0"><iframe title="Figure" src="${baseURL}/embed/?v=1&${query}&data=2026-06" width="100%" height="900" style="width:0;min-width:100%!important;border:0"></iframe>
      <script async src="${baseURL}/embed/resize.js"></script>`;
    await page.goto(host.address);
    await expect(page.frameLocator("iframe").getByText(names, { exact: true })).toBeVisible();
    await expect(page.frameLocator("iframe").getByRole("link", { name: /chart, table/ })).toBeVisible();
    expect(await page.locator("iframe").evaluate((one) => one.clientHeight)).toBe(900);
  });
}

test("a see-through frame lets an ordinary page through, whatever the reader's device prefers", async ({ page, host, baseURL }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  host.html = `<body style="margin:0;background:#ffd000"><iframe title="Figure" src="${embed(baseURL, "&transparent=true")}" width="100%" height="700" style="width:0;min-width:100%!important;border:0;color-scheme:light"></iframe>`;
  await page.goto(host.address);
  await drawn(page.frameLocator("iframe"));
  const shot = PNG.sync.read(await page.screenshot({ clip: { x: 700, y: 5, width: 2, height: 2 } }));
  expect([...shot.data.subarray(0, 3)]).toEqual([255, 208, 0]);
});

test("a figure that shows women and men takes an address that asks for both", async ({ page, baseURL }) => {
  await page.goto(`${baseURL}/embed/?v=1&view=trends&figure=sexes&sex=both&data=2026-06`);
  await drawn(page);
  await expect(page.locator(".ignored")).toBeEmpty();
});

test("oEmbed gives each page's figure the room it takes", async ({ page, baseURL }) => {
  await page.setViewportSize({ width: 640, height: 600 });
  for (const path of ["/", "/compare/", "/map/", "/trends/", "/gradient/", "/circumstances/", "/area/blackpool/", "/area/glasgow/", "/area/england/"]) {
    const answer = await (await page.request.get(`${path}oembed.json`)).json();
    expect(answer.width).toBe(640);
    const source = new URL(answer.html.match(/src="(.*?)"/)[1].replaceAll("&amp;", "&"));
    await page.goto(`${baseURL}${source.pathname}${source.search}`);
    await drawn(page);
    const height = await inner(page);
    expect(answer.height, path).toBeGreaterThanOrEqual(height);
    expect(answer.height, path).toBeLessThan(height * 1.15 + 40);
    expect(answer.html).toContain(`height="${answer.height}"`);
  }
});
