// Every script written in TypeScript is the output of compiling its source.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";

const assets = "src/web/assets";

test("every script is what its source gives", () => {
  const out = mkdtempSync(path.join(tmpdir(), "ateliers-scripts-"));
  const compiler = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  execFileSync(process.execPath, [compiler, "-p", assets, "--outDir", out], { stdio: "inherit" });
  const sources = readdirSync(assets).filter((name) => name.endsWith(".ts"));
  assert.ok(sources.length > 0);
  for (const source of sources) {
    const script = source.replace(/ts$/, "js");
    const given = readFileSync(path.join(out, script), "utf8");
    assert.equal(readFileSync(path.join(assets, script), "utf8"), given, `${script}: compile it anew, tsc -p ${assets}`);
  }
  rmSync(out, { recursive: true });
});
