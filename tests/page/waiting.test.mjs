// A planner sees who waits and why, tries what would serve them, and adopts one trial.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";

import { Desk, program } from "./lib/desk.mjs";

const home = mkdtempSync(path.join(tmpdir(), "ateliers-page-"));
const pilot = path.join(home, "projects/pilote");
let desk;

before(async () => {
  cpSync("data/bench/instances/pilot", pilot, { recursive: true });
  cpSync("data/pma/territory/communes.geojson", path.join(pilot, "communes.geojson"));
  execFileSync(program, ["plan", path.join(pilot, "scenario.toml"), "--out", path.join(pilot, "plan"), "--gap", "0.9", "--lang", "fr"]);
  desk = await Desk.open(path.join(home, "projects"));
});

after(async () => {
  await desk?.close();
  rmSync(home, { recursive: true, force: true });
});

test("who waits is shown with reasons, by commune", async () => {
  await desk.go("/projects/pilote");
  await desk.page.getByRole("link", { name: "En attente" }).click();
  await desk.page.getByRole("heading", { name: "Qui attend, par commune" }).waitFor();
  const first = desk.page.locator("details.commune summary").first();
  await first.focus();
  await desk.page.keyboard.press("Enter");
  await desk.page.locator("details.commune[open] li").first().waitFor();
  await desk.looked("waiting");
});

test("a trial stands beside today's plan, and its end is told", async () => {
  await desk.page.getByLabel("Minutes de plus").fill("10");
  await desk.page.getByLabel("Minutes de plus").press("Enter");
  await desk.page.locator("#told", { hasText: "L’essai est calculé : 10 min de trajet de plus" }).waitFor({ timeout: 60_000 });
  await desk.page.getByLabel("Places", { exact: true }).fill("12");
  await desk.page.locator("form", { hasText: "Une salle de plus" }).getByRole("button", { name: "Essayer" }).click();
  await desk.page.locator("#told", { hasText: "L’essai est calculé : Une salle de 12 places" }).waitFor({ timeout: 60_000 });
  assert.equal(await desk.page.getByRole("button", { name: "Reprendre" }).count(), 2);
  assert.ok(!readFileSync(path.join(pilot, "scenario.toml"), "utf8").includes("35"), "nothing is written");
  await desk.looked("waiting-tried");
});

test("a trial is taken over, and it is planned again", async () => {
  const row = desk.page.locator("tr", { hasText: "10 min de trajet de plus" });
  await row.getByRole("button", { name: "Reprendre" }).click();
  await desk.page.waitForURL(/planning$/);
  await desk.page.getByText("les données ont changé depuis").waitFor();
  assert.ok(readFileSync(path.join(pilot, "scenario.toml"), "utf8").includes("max_travel_min = 35"));
  await desk.go("/projects/pilote/waiting");
  await desk.page.getByText("Les données ont changé depuis le dernier plan").waitFor();
  assert.equal(await desk.page.getByRole("button", { name: "Reprendre" }).count(), 0, "trials beside other data are gone");
  await desk.looked("waiting-old");
});
