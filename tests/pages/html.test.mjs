// Every page is valid HTML, as html-validate sees it. Most of a minute of one processor's time, so all processors share it.
import assert from "node:assert/strict";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { test } from "node:test";
import { Worker } from "node:worker_threads";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const dist = resolve(fileURLToPath(new URL("../..", import.meta.url)), process.env.HY_DIST ?? "dist");

/** The faults of some files, from a worker of their own. */
function faultsOf(files) {
  return new Promise((done, failed) => {
    const found = [];
    const worker = new Worker(new URL("validate.mjs", import.meta.url), { workerData: files });
    worker.on("message", (faults) => found.push(...faults));
    worker.on("error", failed);
    worker.on("exit", () => done(found));
  });
}

test("every page is valid", async () => {
  const files = readdirSync(dist, { recursive: true }).filter((name) => name.endsWith(".html")).sort();
  const workers = Math.min(4, availableParallelism());
  const shares = Array.from({ length: workers }, (_, at) => files.filter((_, index) => index % workers === at));
  const faults = (await Promise.all(shares.map((share) => faultsOf(share.map((file) => [file, resolve(dist, file)]))))).flat();
  assert.ok(files.length > 250, `${files.length} pages`);
  assert.deepEqual(faults.slice(0, 20), []);
});
