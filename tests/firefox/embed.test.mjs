// Embeds in Firefox, driven over WebDriver BiDi: that frames draw there, in articles on another origin, and get their height.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import puppeteer from "puppeteer-core";

const PORT = process.env.HY_FIREFOX_PORT ?? "8087";
const SITE = `http://127.0.0.1:${PORT}`;
const EMBED = `${SITE}/embed/?v=1&view=explore&figure=relate&areas=E06000009&data=2026-06`;
const PYM = readFileSync(createRequire(import.meta.url).resolve("pym.js/dist/pym.v1.min.js"), "utf8");

let nginx, browser, article, html;

before(async () => {
  nginx = spawn("bash", ["scripts/nginx.sh", PORT], { stdio: "inherit" });
  article = createServer((request, response) => {
    const isScript = request.url.endsWith(".js");
    response.writeHead(200, { "content-type": isScript ? "text/javascript" : "text/html; charset=utf-8" });
    response.end(isScript ? PYM : `<!doctype html><title>An article</title><body>${html}`);
  });
  await new Promise((done) => article.listen(0, "127.0.0.1", done));
  browser = await puppeteer.launch({ browser: "firefox", executablePath: process.env.FIREFOX, headless: true });
});

after(async () => {
  await browser?.close();
  article?.close();
  nginx?.kill("SIGTERM");
});

/** The article with this content, and the frame in it once its figure is drawn. */
async function opened(content) {
  html = content;
  const page = await browser.newPage();
  await page.goto(`http://localhost:${article.address().port}/`);
  const frame = await page.waitForFrame((one) => one.url().startsWith(`${SITE}/embed/`));
  await frame.waitForSelector("html[data-app=ready]");
  return { page, frame };
}

/** Waits until the frame is as high as what is in it. */
async function fits({ page, frame }) {
  const inner = await frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
  await page.waitForFunction((height) => document.querySelector("iframe").clientHeight === height, {}, inner);
  return inner;
}

test("resize.js gives the frame its height", async () => {
  const there = await opened(
    `<iframe title="Figure" src="${EMBED}" width="100%" height="560" style="width:0;min-width:100%!important;border:0"></iframe><script async src="${SITE}/embed/resize.js"></script>`,
  );
  assert.ok((await fits(there)) > 400);
  await there.page.setViewport({ width: 320, height: 800 });
  assert.ok((await fits(there)) > 600);
});

test("a page that listens in Datawrapper's format gives the frame its height", async () => {
  const there = await opened(
    `<script>addEventListener("message", ({ data, source }) => {
      const frame = [...document.querySelectorAll("iframe")].find((one) => one.contentWindow === source);
      for (const height of Object.values(data["datawrapper-height"] ?? {})) frame.style.height = height + "px";
    });</script><iframe title="Figure" src="${EMBED}" width="100%" height="560" style="border:0"></iframe>`,
  );
  assert.ok((await fits(there)) > 400);
});

test("pym.js as parent gives the frame its height", async () => {
  const there = await opened(`<div id="figure"></div><script src="/pym.js"></script><script>new pym.Parent("figure", ${JSON.stringify(EMBED)}, {})</script>`);
  assert.ok((await fits(there)) > 400);
});

test("a frame without any rights but scripts draws its figure", async () => {
  const { frame } = await opened(`<iframe title="Figure" sandbox="allow-scripts" src="${EMBED}" width="600" height="900"></iframe>`);
  assert.match(await frame.$eval("h2", (title) => title.textContent), /low-income families/);
  const inked = await frame.$eval("canvas", (canvas) => {
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    return new Set(new Uint32Array(data.buffer)).size;
  });
  assert.ok(inked > 2, "the canvas is painted");
});
