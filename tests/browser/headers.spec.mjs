// The headers of deploy/nginx.conf on real files of dist/: what architecture.md and embedding.md promise.
import { readdirSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "./site.mjs";

const root = resolve(fileURLToPath(new URL("../..", import.meta.url)), process.env.HY_DIST ?? "dist");
const files = readdirSync(root, { recursive: true })
  .map((name) => `/${name.replaceAll("\\", "/")}`)
  .sort();
const first = (pattern) => {
  const name = files.find((file) => pattern.test(file));
  if (!name) throw new Error(`dist/ holds no file like ${pattern}`);
  return name;
};
const wasm = () => first(/\.wasm$/);
const script = () => first(/^\/[^/]*\.js$/);
const piece = () => first(/^\/hands-[0-9a-f]+\.wasm$/);
const pack = () => first(/^\/data\/.*\.hyp$/);

const get = (request, path, headers = {}) => request.get(path, { headers: { "accept-encoding": "br, gzip", ...headers } });

test("the security policy, on every page and file", async ({ request }) => {
  for (const path of ["/", wasm(), script(), pack(), "/no/such/page/"]) {
    const headers = (await get(request, path)).headers();
    const policy = headers["content-security-policy"];
    expect(policy, path).toMatch(
      /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' ('sha256-[A-Za-z0-9+/]{43}=' ?)+; img-src 'self' data: blob:; frame-src 'self'; connect-src 'self'; font-src 'none'; /,
    );
    expect(policy, path).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:/);
    expect(policy, path).toContain("frame-ancestors 'self'");
    expect(headers["x-content-type-options"], path).toBe("nosniff");
    expect(headers["referrer-policy"], path).toBe("strict-origin-when-cross-origin");
    expect(headers["permissions-policy"], path).toContain("geolocation=()");
    expect(headers["x-frame-options"], path).toBeUndefined();
    expect(headers["set-cookie"], path).toBeUndefined();
  }
});

test("embeds may be framed by anybody", async ({ request }) => {
  const embed = files.find((file) => file.startsWith("/embed/") && !/\.(br|gz)$/.test(file));
  test.skip(!embed, "no embeds in this dist/ yet");
  expect((await get(request, embed)).headers()["content-security-policy"]).toContain("frame-ancestors *");
});

test("hashed files are kept for a year, pages are asked about again", async ({ request }) => {
  for (const path of [wasm(), piece(), script(), pack()]) {
    expect((await get(request, path)).headers()["cache-control"], path).toBe("public, max-age=31536000, immutable");
  }
  const page = await get(request, "/");
  expect(page.headers()["cache-control"]).toBe("no-cache");
  expect((await get(request, "/", { "if-none-match": page.headers().etag })).status()).toBe(304);
  expect((await get(request, "/data/first-0000000000000000.hyp")).headers()["cache-control"]).toBeUndefined();
});

test("files can be used from a sandboxed frame, whose origin is null", async ({ request }) => {
  for (const path of [wasm(), piece(), script(), pack()]) {
    const headers = (await get(request, path, { origin: "null" })).headers();
    expect(headers["access-control-allow-origin"], path).toBe("*");
    expect(headers["cross-origin-resource-policy"], path).toBe("cross-origin");
  }
  expect((await get(request, "/")).headers()["access-control-allow-origin"]).toBeUndefined();
});

test("everything with text in it is sent compressed, and typed", async ({ request }) => {
  const types = {
    "/": "text/html; charset=utf-8",
    [wasm()]: "application/wasm",
    [script()]: "text/javascript; charset=utf-8",
    [pack()]: "application/octet-stream",
  };
  for (const [path, type] of Object.entries(types)) {
    const { "content-type": sent, "content-encoding": encoding, vary } = (await get(request, path)).headers();
    expect(sent, path).toBe(type);
    expect(encoding, path).toBe("br");
    expect(vary, path).toBe("Accept-Encoding");
    expect((await get(request, path, { "accept-encoding": "gzip" })).headers()["content-encoding"], path).toBe("gzip");
    expect((await get(request, path, { "accept-encoding": "identity" })).headers()["content-encoding"], path).toBeUndefined();
  }
});

test("a .br and a .gz beside every text and wasm file, smaller than it", async () => {
  const plain = files.filter((file) => /\.(html|js|css|json|csv|svg|wasm|hyp|txt|webmanifest)$/.test(file));
  expect(plain.length).toBeGreaterThan(0);
  const missing = plain.filter((file) => !files.includes(`${file}.br`) || !files.includes(`${file}.gz`));
  expect(missing).toEqual([]);
  const larger = plain.filter((file) => {
    const size = statSync(root + file).size;
    return size > 1000 && statSync(`${root}${file}.br`).size > size + 16;
  });
  expect(larger).toEqual([]);
});

test("a very long address is answered, a folder without its slash is led on", async ({ request }) => {
  expect((await get(request, `/?areas=${"E06000009,".repeat(2000)}`)).status()).toBe(200);
  const moved = await request.get("/data", { maxRedirects: 0 });
  expect(moved.status()).toBe(301);
  expect(moved.headers().location).toBe("/data/");
});

test("nothing is served that begins with a dot", async ({ request }) => {
  for (const path of ["/.git/config", "/.stage/", "/data/.hidden"]) expect((await get(request, path)).status()).toBe(404);
});
