// A worker of html.test.mjs: validates the files that it is given.
import { parentPort, workerData } from "node:worker_threads";
import { readFileSync } from "node:fs";
import { HtmlValidate } from "html-validate";

const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // A list may be named: what readers of a long page need to know is that this one holds the sources.
    "aria-label-misuse": ["error", { allowAnyNamable: true }],
    // A view's title states its finding, in up to 90 characters, before the site's name.
    "long-title": "off",
  },
});

for (const [file, path] of workerData) {
  const { results } = await validator.validateString(readFileSync(path, "utf8"));
  const faults = results.flatMap(({ messages }) => messages).map((fault) => `${file}: ${fault.ruleId}: ${fault.message} (${fault.selector})`);
  parentPort.postMessage(faults);
}
