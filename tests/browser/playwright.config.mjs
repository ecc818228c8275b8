// Every browser test runs against nginx with deploy/nginx.conf over dist/: the headers that visitors get are in force.
import { defineConfig } from "@playwright/test";
import { chromium } from "./chromium.mjs";

const port = process.env.HY_TEST_PORT ?? "8082";
const out = "../../target/browser";

export default defineConfig({
  testDir: ".",
  outputDir: `${out}/traces`,
  reporter: [["list"], ["json", { outputFile: `${out}/report.json` }]],
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A test that passes the second time has failed.
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    ...chromium,
    locale: "en-GB",
    timezoneId: "Europe/London",
    viewport: { width: 1280, height: 900 },
    actionTimeout: 15_000,
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
  },
  webServer: {
    command: `bash ../../scripts/nginx.sh ${port}`,
    url: `http://127.0.0.1:${port}/`,
    // A server that somebody else started may serve another site.
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 5_000 },
    stdout: "pipe",
    timeout: 20_000,
  },
});
