// Which browser, and how it is started: for tests, screenshots and measures alike.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const env = fileURLToPath(new URL("../../scripts/env.sh", import.meta.url));

/** The browser that scripts/env.sh finds: what CHROMIUM names, or the system's. */
function executable() {
  try {
    return execFileSync("bash", ["-c", `. "${env}" && find_browser`], { encoding: "utf8" }).trim();
  } catch {
    throw new Error("No Chromium or Chrome found. Run `make setup`, or name one: export CHROMIUM=/path/to/chromium");
  }
}

/** What Playwright needs to start it. Without these a browser looks for updates, which a closed network refuses. */
export const launchOptions = {
  executablePath: executable(),
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};

export const chromium = { browserName: "chromium", launchOptions };
