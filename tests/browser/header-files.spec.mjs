// dist/_headers, for Netlify and Cloudflare, says what nginx sends; dist/_redirects leads where nginx leads.
import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "./site.mjs";

const root = resolve(fileURLToPath(new URL("../..", import.meta.url)), process.env.HY_DIST ?? "dist");
const read = (name) => readFileSync(resolve(root, name), "utf8");

/** The rules, each with its path and its headers by small letters. */
const rules = read("_headers")
  .split(/^(?=\/)/m)
  .map((block) => {
    const [path, ...lines] = block.trimEnd().split("\n");
    return { path, headers: Object.fromEntries(lines.map((line) => line.trim().match(/^([\w-]+): (.*)$/).slice(1)).map(([name, value]) => [name.toLowerCase(), value])) };
  });

/** Whether a rule is for an address: “*” is anything, “:name” one part of the path, as both hosts have it. */
function matches(rule, address) {
  const pattern = rule.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replace(/\*/g, ".*").replace(/:[a-z]+/g, "[^/]+");
  return new RegExp(`^${pattern}$`).test(address);
}

const addresses = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
  .map((entry) => `${entry.parentPath}/${entry.name}`.slice(root.length).replace(/\/index\.html$/, "/"))
  .filter((address) => !address.startsWith("/_"))
  .sort();

test("every file is under one rule, beside the one for all", () => {
  expect(rules[0].path).toBe("/*");
  expect(rules.length).toBeLessThanOrEqual(100);
  for (const address of addresses) {
    const found = rules.slice(1).filter(({ path }) => matches(path, address));
    expect(found.length, `${address}: ${found.map(({ path }) => path)}`).toBe(1);
  }
  for (const { path } of rules) expect(addresses.some((address) => matches(path, address)), path).toBe(true);
  for (const line of read("_headers").split("\n")) expect(line.length).toBeLessThan(2000);
});

test("each rule says what nginx sends to its addresses", async ({ request }) => {
  const decided = new Set(rules.flatMap(({ headers }) => Object.keys(headers)));
  for (const { path, headers } of rules.slice(1)) {
    const under = addresses.filter((address) => matches(path, address));
    for (const address of new Set([under[0], under.at(-1)])) {
      const sent = (await request.get(address, { maxRedirects: 0 })).headers();
      const theirs = Object.fromEntries([...decided].filter((name) => name in sent).map((name) => [name, sent[name]]));
      // An address that has moved answers without a file, so without an origin that may read it.
      if (!sent.location) expect(theirs, address).toEqual({ ...rules[0].headers, ...headers });
    }
  }
  const lost = (await request.get("/no/such/page/")).headers();
  for (const [name, value] of Object.entries(rules[0].headers)) expect(lost[name]).toBe(value);
});

test("an address that has moved leads to the same place everywhere, its query kept", async ({ request }) => {
  const moved = read("_redirects").trim().split("\n").map((line) => line.split(" "));
  expect(moved.length).toBeGreaterThan(200);
  expect(moved.length).toBeLessThanOrEqual(2000);
  for (const [from, to, status] of moved) {
    const answer = await request.get(`${from}?dark=true`, { maxRedirects: 0 });
    expect([answer.status(), answer.headers().location], from).toEqual([Number(status), `${to}?dark=true`]);
    if (from.endsWith("/")) expect(read(`.${from}index.html`)).toContain(`content="0; url=${to}"`);
  }
});

test("files for other hosts are not served", async ({ request }) => {
  for (const path of ["/_headers", "/_redirects"]) expect((await request.get(path)).status()).toBe(404);
});
