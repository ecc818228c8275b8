// nginx over dist/ for the length of a script, and the browser that looks at it.
import { spawn } from "node:child_process";
import { chromium as playwright } from "@playwright/test";
import { launchOptions } from "../tests/browser/chromium.mjs";
import { root } from "./sizes.mjs";

/** Starts nginx and a browser, calls `use(browser, address)`, stops both. */
export async function withSite(port, use) {
  const address = `http://127.0.0.1:${port}`;
  const server = spawn("bash", ["scripts/nginx.sh", String(port)], { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
  const ended = new Promise((_, fail) => server.on("exit", (code) => fail(new Error(`nginx ended with ${code}`))));
  ended.catch(() => {});
  let browser;
  try {
    await Promise.race([answering(address), ended]);
    browser = await playwright.launch(launchOptions);
    return await use(browser, address);
  } finally {
    await browser?.close();
    server.kill("SIGTERM");
  }
}

async function answering(address) {
  for (let tries = 0; tries < 100; tries += 1) {
    try {
      await fetch(address);
      return;
    } catch {
      await new Promise((done) => setTimeout(done, 50));
    }
  }
  throw new Error(`nothing answers at ${address}`);
}
