#!/usr/bin/env node
// Fails when a size budget breaks. Prints what a first visit costs, so that a change of size is seen before it is too late.
import { budgets, sizes } from "./sizes.mjs";

const { files, figures, problems } = sizes();
const kb = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;
for (const { path, kind, bytes } of files) console.log(`${kb(bytes).padStart(10)}  ${kind.padEnd(5)} ${path}`);
for (const [name, bytes] of Object.entries(figures)) {
  const held = budgets.size_bytes[name];
  console.log(`${kb(bytes).padStart(10)}  ${name}${held ? ` (budget ${kb(held.budget)}, aim ${kb(held.aim)})` : ""}`);
}
for (const problem of problems) console.error(`size gate: ${problem}`);
process.exitCode = problems.length ? 1 : 0;
