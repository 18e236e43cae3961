// A planner compares two plans, and has a small batch planned and compared.

import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";

import { Desk } from "./lib/desk.mjs";

const home = mkdtempSync(path.join(tmpdir(), "ateliers-compare-"));
let desk;

before(async () => {
  cpSync("data/fixtures/small", path.join(home, "small"), { recursive: true });
  const plan = JSON.parse(readFileSync(path.join(home, "small/plan.json"), "utf8"));
  const [first] = plan.cycles;
  const roster = plan.kit_roster.filter((entry) => first.sessions.includes(entry.date));
  mkdirSync(path.join(home, "small/second"));
  writeFileSync(path.join(home, "small/second/plan.json"), JSON.stringify({ ...plan, cycles: [first], kit_roster: roster }));
  desk = await Desk.open(home);
});

after(async () => {
  await desk?.close();
  rmSync(home, { recursive: true, force: true });
});

test("two plans stand side by side", async () => {
  await desk.go("/projects/small");
  await desk.page.getByRole("link", { name: "Comparer" }).click();
  await desk.page.getByRole("heading", { name: "Côte à côte" }).waitFor();
  await desk.looked("compare");
  await desk.page.getByRole("radio", { name: "Référence – second" }).check();
  await desk.page.getByRole("button", { name: "Comparer" }).click();
  await desk.page.getByText("Ouverts").first().waitFor();
});

test("a small batch is estimated, begun, watched and its report looked at", async () => {
  await desk.page.getByLabel("Plus long trajet, en minutes").fill("5, 15");
  await desk.page.getByRole("button", { name: "Préparer le lot" }).press("Enter");
  await desk.page.locator("#batches").getByText(/3 variantes à planifier, environ/).waitFor({ timeout: 240_000 });
  await desk.looked("compare-ready");
  await desk.page.getByRole("button", { name: "Lancer le lot" }).click();
  await desk.page.getByRole("link", { name: "Voir le rapport – Lot 1" }).waitFor({ timeout: 240_000 });
  await desk.looked("compare-batch");
  const [report] = await Promise.all([
    desk.context.waitForEvent("page"),
    desk.page.getByRole("link", { name: "Voir le rapport – Lot 1" }).click(),
  ]);
  await report.getByRole("heading", { level: 1 }).waitFor();
  assert.equal(await report.evaluate(() => window.origin), "null", "it is a stranger to these pages");
  await report.close();
});

test("its tables are kept, and its variants compared", async () => {
  await desk.page.getByText("Télécharger les tableaux").click();
  const [table] = await Promise.all([
    desk.page.waitForEvent("download"),
    desk.page.getByRole("link", { name: "results.csv" }).click(),
  ]);
  assert.equal(table.suggestedFilename(), "1-results.csv");
  await desk.go("/projects/small/compare?plan=batches/1/base&plan=batches/1/minutes-5&base=batches/1/base");
  await desk.page.getByRole("columnheader", { name: /minutes-5/ }).waitFor();
  await desk.looked("compare-variants");
});
