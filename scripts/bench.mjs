#!/usr/bin/env node
// Measures dist/ through nginx in a real browser, each figure beside its budget, into target/bench/report.json.
// Sizes decide whether this fails. Times are medians of several runs, and each is given as a multiple of a reference that
// was measured in the same run on the same machine: compare those between machines and days, not the milliseconds.
import { mkdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { budgets, root, sizes } from "./sizes.mjs";
import { withSite } from "./server.mjs";

const runs = Math.max(5, Number(process.env.HY_RUNS ?? 5));
const quantile = (values, q) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.length ? sorted[Math.min(sorted.length - 1, Math.ceil(q * sorted.length) - 1)] : null;
};
const median = (values) => {
  const there = values.filter((value) => value !== null && value !== undefined);
  return there.length ? quantile(there, 0.5) : null;
};

/** Runs before anything of the page: notes when things happened, on the page's own clock. */
function observe() {
  const seen = (window.__seen = { shifts: 0, interactions: [] });
  // The app's memory is that of its first module.
  for (const how of ["instantiate", "instantiateStreaming"]) {
    const real = WebAssembly[how];
    WebAssembly[how] = async (...given) => {
      const made = await real.apply(WebAssembly, given);
      window.__memory ??= made.instance?.exports.memory;
      return made;
    };
  }
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.shifts += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.interactionId) seen.interactions.push(entry.duration);
  }).observe({ type: "event", buffered: true, durationThreshold: 16 });
  const nextFrame = (name) => requestAnimationFrame(() => setTimeout(() => (seen[name] ??= performance.now()), 0));
  new MutationObserver((_, observer) => {
    if (!seen.pictureSeen && document.querySelector("figure svg")) {
      seen.pictureSeen = true;
      nextFrame("static_picture");
    }
    const app = document.documentElement?.dataset.app;
    if (!seen.drawn && (app === "drawn" || app === "ready")) {
      seen.drawn = true;
      nextFrame("first_picture");
    }
    if (app === "ready") {
      nextFrame("answers");
      observer.disconnect();
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-app"] });
}

/** A fixed piece of canvas work, in this browser on this machine now: what drawing times are compared with. */
function referenceDraw() {
  const canvas = Object.assign(document.createElement("canvas"), { width: 800, height: 500 });
  const context = canvas.getContext("2d");
  const times = [];
  for (let run = 0; run < 30; run += 1) {
    const start = performance.now();
    for (let i = 0; i < 2000; i += 1) {
      context.beginPath();
      context.arc((i * 37) % 800, (i * 53) % 500, 4, 0, 7);
      context.fill();
    }
    context.getImageData(0, 0, 1, 1);
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[15];
}

async function session(browser, { slow, cpu }) {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, deviceScaleFactor: 2 });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  if (slow) {
    const bytes = (1.47 * 1e6) / 8;
    await devtools.send("Network.emulateNetworkConditions", { offline: false, latency: 562, downloadThroughput: bytes, uploadThroughput: bytes });
  }
  if (cpu > 1) await devtools.send("Emulation.setCPUThrottlingRate", { rate: cpu });
  await page.addInitScript(observe);
  return { context, page, devtools };
}

const paint = (page) =>
  page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? null);

/** First visit, nothing cached, on a slow phone. */
async function load(browser, address) {
  const { context, page, devtools } = await session(browser, { slow: true, cpu: 4 });
  let bytes = 0;
  devtools.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.goto(address);
  await page.waitForFunction(() => window.__seen.first_picture).catch(() => {});
  const untilPicture = bytes;
  await page.waitForFunction(() => window.__seen.answers).catch(() => {});
  const seen = await page.evaluate(() => window.__seen);
  const result = {
    static_headline: await paint(page),
    static_picture: seen.static_picture ?? null,
    first_picture: seen.first_picture ?? null,
    answers: seen.answers ?? null,
    layout_shift: seen.shifts,
    bytes_until_first_picture: untilPicture,
  };
  await context.close();
  return result;
}

/** The page that weighs nothing, under the same conditions: what loading times are compared with. */
async function referenceLoad(browser, address) {
  const { context, page } = await session(browser, { slow: true, cpu: 4 });
  await page.goto(`${address}/no/such/page/`);
  const time = await paint(page);
  await context.close();
  return time;
}

async function settled(page) {
  await page.waitForFunction(() => !document.querySelector("#app-view [aria-busy=true], #app-view[aria-busy=true]"));
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0))));
}

/** Every control, on a slow phone: the browser's own measure of how long each choice takes to be painted. */
async function interactions(browser, address) {
  const { context, page } = await session(browser, { slow: false, cpu: 4 });
  await page.goto(address);
  await page.waitForFunction(() => window.__seen.answers);
  // The real keys: a value set by script is no interaction.
  const circumstance = page.getByLabel("Circumstance", { exact: true });
  await circumstance.focus();
  for (let i = 0; i < 8; i += 1) {
    await page.keyboard.press("ArrowDown");
    await settled(page);
  }
  for (const name of ["Men", "Women"]) {
    await page.getByRole("radio", { name, exact: true }).click();
    await settled(page);
  }
  await page.getByRole("combobox", { name: "Find a place" }).click();
  await page.keyboard.type("blackpool", { delay: 40 });
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await settled(page);
  await page.getByRole("group", { name: /^Chart:/ }).focus();
  for (const key of ["Home", ...Array(20).fill("ArrowRight"), "Enter", "Escape"]) await page.keyboard.press(key);
  await page.locator("summary", { hasText: "Table of the same numbers" }).click();
  await page.getByRole("figure").getByRole("columnheader").first().getByRole("button").click();
  await settled(page);
  // Entries below 16 ms are not reported at all: none means that all were quicker.
  const durations = (await page.evaluate(() => window.__seen.interactions)) ?? [];
  await context.close();
  return durations.length ? quantile(durations, 0.98) : 16;
}

/** From the pointer's event to the first change of what the figure says. */
async function pointer(browser, address) {
  const { context, page } = await session(browser, { slow: false, cpu: 4 });
  await page.goto(address);
  await page.waitForFunction(() => window.__seen.answers);
  const chart = page.getByRole("group", { name: /^Chart:/ });
  await chart.scrollIntoViewIfNeeded();
  await chart.evaluate((node) => {
    const times = (window.__tooltips = []);
    let moved = null;
    node.addEventListener("pointermove", (e) => (moved ??= e.timeStamp), { capture: true });
    new MutationObserver(() => {
      if (moved === null) return;
      const from = moved;
      moved = null;
      requestAnimationFrame(() => times.push(performance.now() - from));
    }).observe(node.closest("figure"), { subtree: true, childList: true, characterData: true, attributes: true });
  });
  const box = await chart.boundingBox();
  for (let step = 0; step < 120; step += 1) {
    const along = (step * 7919) % 100;
    await page.mouse.move(box.x + (box.width * along) / 100, box.y + box.height * (0.3 + ((step * 31) % 40) / 100));
  }
  const times = await page.evaluate(() => window.__tooltips);
  await context.close();
  return times.length ? quantile(times, 0.95) : null;
}

/** How long the page's pictures take to be laid out and drawn, in ms: what a changed width of the window sets off, at once. */
function redraw() {
  const start = performance.now();
  window.dispatchEvent(new Event("resize"));
  for (const canvas of document.querySelectorAll("canvas")) canvas.getContext("2d").getImageData(0, 0, 1, 1);
  return performance.now() - start;
}

/** Drawing at full speed; the memory after every circumstance was shown, and how much 1,000 more changes add to it. */
async function draw(browser, address) {
  const { context, page } = await session(browser, { slow: false, cpu: 1 });
  await page.goto(address);
  await page.waitForFunction(() => window.__seen.answers);
  const circumstance = page.getByLabel("Circumstance", { exact: true });
  const values = await circumstance.locator("option").evaluateAll((all) => all.map((o) => o.value).filter(Boolean));
  const draws = [];
  for (const value of values) {
    await circumstance.selectOption(value);
    await settled(page);
    draws.push(await page.evaluate(redraw));
  }
  const memory = () => page.evaluate(() => window.__memory.buffer.byteLength);
  const before = await memory();
  await circumstance.evaluate((select, values) => {
    for (let change = 0; change < 1000; change += 1) {
      select.value = values[change % values.length];
      select.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }, values);
  await settled(page);
  const after = await memory();
  const reference = await page.evaluate(referenceDraw);
  await context.close();
  return { chart_draw: median(draws), wasm_memory_bytes: after, memory_growth_bytes: after - before, reference };
}

/** Drawing every neighbourhood of England at full speed, with the page's other two pictures. */
async function dense(browser, address) {
  const { context, page } = await session(browser, { slow: false, cpu: 1 });
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${address}/gradient/`);
  await page.waitForFunction(() => window.__seen.answers);
  const draws = [];
  for (let run = 0; run < 15; run += 1) draws.push(await page.evaluate(redraw));
  await context.close();
  return median(draws);
}

const { files, figures, problems } = sizes();
const measured = { ...figures };
const reference = {};
const notMeasured = [];
const attempt = async (name, task) => {
  try {
    return await task();
  } catch (error) {
    notMeasured.push(`${name}: ${error.message.split("\n")[0]}`);
    return null;
  }
};

await withSite(8084, async (browser, address) => {
  const loads = [];
  const references = [];
  for (let run = 0; run < runs; run += 1) {
    console.error(`bench: first visit, ${run + 1} of ${runs}`);
    references.push(await attempt("reference", () => referenceLoad(browser, address)));
    const one = await attempt("first visit", () => load(browser, address));
    if (one) loads.push(one);
  }
  for (const name of ["static_headline", "static_picture", "first_picture", "answers", "layout_shift", "bytes_until_first_picture"]) {
    measured[name] = median(loads.map((one) => one[name]));
  }
  reference.load_ms = median(references);
  if (measured.first_picture === null) {
    notMeasured.push("everything after the first picture: the app did not draw (html[data-app])");
    return;
  }
  const some = async (name, task) => {
    const values = [];
    for (let run = 0; run < runs; run += 1) {
      console.error(`bench: ${name}, ${run + 1} of ${runs}`);
      const value = await attempt(name, task);
      // What cannot be done once cannot be done five times.
      if (value === null) break;
      values.push(value);
    }
    return values;
  };
  measured.interaction_p98 = median(await some("every control", () => interactions(browser, address)));
  measured.pointer_to_tooltip_p95 = median(await some("pointer to reading", () => pointer(browser, address)));
  const drawn = await some("drawing", () => draw(browser, address));
  measured.dense_draw = median(await some("drawing every neighbourhood", () => dense(browser, address)));
  measured.chart_draw = median(drawn.map((one) => one.chart_draw));
  measured.wasm_memory_bytes = median(drawn.map((one) => one.wasm_memory_bytes));
  measured.memory_growth_bytes = median(drawn.map((one) => one.memory_growth_bytes));
  reference.draw_2000_arcs_ms = median(drawn.map((one) => one.reference));
});

const figuresOut = {};
for (const [group, entries] of Object.entries(budgets)) {
  if (group === "note") continue;
  for (const [name, { budget, aim, what }] of Object.entries(entries)) {
    const value = measured[name] ?? null;
    const against = name.endsWith("_draw") ? reference.draw_2000_arcs_ms : reference.load_ms;
    figuresOut[name] = {
      what,
      value,
      budget,
      aim,
      within: value === null ? null : value <= budget,
      gate: group === "size_bytes",
      ...(group === "time_ms" && value !== null && against ? { times_reference: Number((value / against).toFixed(3)) } : {}),
    };
  }
}
const report = { runs, figures: figuresOut, reference, bytes_until_first_picture: measured.bytes_until_first_picture, files, problems, not_measured: [...new Set(notMeasured)] };
mkdirSync(resolve(root, "target/bench"), { recursive: true });
writeFileSync(resolve(root, "target/bench/report.json"), `${JSON.stringify(report, null, 2)}\n`);

for (const [name, { value, budget, within }] of Object.entries(figuresOut)) {
  const shown = value === null ? "not measured" : Number(value.toFixed(3)).toLocaleString("en-GB");
  console.log(`${within === false ? "over  " : within ? "within" : "      "}  ${name.padEnd(24)} ${shown.padStart(14)}   budget ${budget.toLocaleString("en-GB")}`);
}
for (const line of report.not_measured) console.log(`not measured: ${line}`);
for (const problem of problems) console.error(`size gate: ${problem}`);
console.log("all of it in target/bench/report.json");
process.exitCode = problems.length ? 1 : 0;
