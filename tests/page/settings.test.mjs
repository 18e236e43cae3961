// A planner changes a scenario in a form that shows errors while it is filled in.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";

import { Desk } from "./lib/desk.mjs";

const home = mkdtempSync(path.join(tmpdir(), "ateliers-settings-"));
const scenario = path.join(home, "small/scenario.toml");
let desk;

before(async () => {
  cpSync("data/fixtures/small", path.join(home, "small"), { recursive: true });
  desk = await Desk.open(home);
});

after(async () => {
  await desk?.close();
  rmSync(home, { recursive: true, force: true });
});

test("every section is there, with what differs", async () => {
  await desk.go("/projects/small");
  await desk.page.getByRole("link", { name: "Réglages" }).click();
  await desk.page.getByRole("group", { name: "Période" }).waitFor();
  await desk.page.getByText("Aucune erreur dans les réglages").waitFor();
  assert.match(await desk.page.locator("#note-cycle-max-gap-days").textContent(), /21\s+jours.*diffère/s);
  await desk.looked("settings");
});

test("a fault is told at its field while it is filled in, and what was typed stays", async () => {
  const fee = desk.page.getByLabel(/participation des usagers/i);
  await fee.fill("beaucoup");
  await desk.page.locator("#note-costs-fee .bad").waitFor();
  await desk.page.getByText("1 erreur dans les réglages").waitFor();
  assert.equal(await fee.getAttribute("aria-invalid"), "true");
  assert.equal(await fee.inputValue(), "beaucoup");
  await desk.looked("settings-fault");
  await fee.fill("40,50");
  await desk.page.getByText("Aucune erreur dans les réglages").waitFor();
  assert.equal(await fee.getAttribute("aria-invalid"), null);
});

test("it is saved by keyboard, and a scenario that was changed elsewhere is told", async () => {
  await desk.page.getByRole("button", { name: "Enregistrer" }).first().press("Enter");
  await desk.page.getByText("La version précédente est gardée").waitFor();
  assert.match(readFileSync(scenario, "utf8"), /fee = 40\.50/);
  await desk.page.getByLabel(/participants au plus/i).fill("5");
  writeFileSync(scenario, readFileSync(scenario, "utf8").replace("min_group = 3", "min_group = 4"));
  await desk.page.getByRole("button", { name: "Enregistrer" }).first().click();
  await desk.page.getByText("rien n’a été enregistré").waitFor();
  await desk.page.getByText("cycle.min_group : « 3 » est devenu « 4 »").waitFor();
  await desk.looked("settings-elsewhere");
  await desk.page.getByRole("button", { name: "Enregistrer" }).first().click();
  await desk.page.getByText("La version précédente est gardée").waitFor();
  assert.match(readFileSync(scenario, "utf8"), /min_group = 4\nmax_group = 5/);
});
