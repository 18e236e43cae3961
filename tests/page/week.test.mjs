// A planner's week: a workbook with an error is dropped, corrected, planned, viewed and changed, announced; a resident withdraws;
// the plan is made and announced again, and its documents are produced.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";

import { Desk, drop, program } from "./lib/desk.mjs";

const home = mkdtempSync(path.join(tmpdir(), "ateliers-week-"));
const book = path.join(home, "Printemps.xlsx");
const project = path.join(home, "projects/Printemps");
const address = "/projects/Printemps";
let desk;

const plan = () => JSON.parse(readFileSync(path.join(project, "plan/plan.json"), "utf8"));
const cell = (row, column) => desk.page.locator(`#view tr[data-row="${row}"] td`).nth(column);
const tab = (name) => desk.page.getByRole("navigation").first().getByRole("link", { name, exact: true }).click();

async function planned() {
  await tab("Planifier");
  await desk.page.getByLabel("Pendant une durée fixée").check();
  await desk.page.getByLabel("Durée de la recherche, en secondes").fill("8");
  await desk.page.getByRole("button", { name: "Lancer la recherche" }).click();
  await desk.page.getByText(/La recherche est finie/).first().waitFor({ timeout: 60_000 });
}

async function announced(day) {
  await tab("Vie du plan");
  await desk.page.getByLabel("Jour de l’annonce").fill(day);
  await desk.page.getByRole("button", { name: "Annoncer le dernier plan" }).click();
  await desk.page.getByText("Le plan est annoncé.").waitFor();
}

before(async () => {
  mkdirSync(path.join(home, "projects"));
  execFileSync(program, ["init", path.join(home, "book"), "--workbook", "--lang", "fr"]);
  renameSync(path.join(home, "book/plan.xlsx"), book);
  desk = await Desk.open(path.join(home, "projects"));
  desk.page.setDefaultTimeout(30_000);
});

after(async () => {
  await desk?.close();
  rmSync(home, { recursive: true, force: true });
});

test("Monday: a workbook is dropped, and a fault in it is mended", async () => {
  await drop(desk.page, "form[data-drop]", book);
  await desk.page.waitForURL(/Printemps/);
  await tab("Données");
  await desk.page.getByRole("link", { name: "Inscriptions" }).click();
  const commune = await desk.page.getByRole("columnheader").evaluateAll((heads) => heads.findIndex((head) => /commune/i.test(head.textContent)));
  await cell(0, commune - 1).click();
  await desk.page.keyboard.type("Nulle-Part");
  await desk.page.keyboard.press("Enter");
  await desk.page.locator("#found h2").filter({ hasText: "1 erreur" }).waitFor();
  await cell(0, commune - 1).click();
  await desk.page.keyboard.type("Hérimoncourt");
  await desk.page.keyboard.press("Enter");
  await desk.page.locator("#found h2").filter({ hasText: "Aucune erreur" }).waitFor();
  await desk.page.getByRole("button", { name: "Enregistrer" }).click();
  await desk.page.getByText("La version précédente est gardée").first().waitFor();
});

test("Tuesday: it is planned, and what the plan is can be seen", async () => {
  await planned();
  assert.ok(plan().cycles.length > 0);
  await tab("Le plan");
  await desk.page.getByText("Le plan est valable").waitFor();
  await desk.page.locator("[data-cycle]").first().click();
  await desk.page.getByText("Ce que coûte ce cycle").waitFor();
});

test("Wednesday: it is announced, somebody withdraws, and the price is seen before it is accepted", async () => {
  await announced("2026-12-01");
  await desk.page.getByLabel("Identifiants des habitants").fill(plan().cycles[0].participants[0]);
  await desk.page.keyboard.press("Enter");
  await desk.page.getByRole("button", { name: "Accepter et enregistrer" }).click();
  await desk.page.getByText("C’est enregistré").waitFor();
});

test("Thursday: it is planned again, and announced anew", async () => {
  await planned();
  await announced("2026-12-03");
  const folders = readdirSync(path.join(project, "announced"));
  assert.equal(folders.length, 2, folders.join(" "));
  for (const folder of folders) assert.ok(existsSync(path.join(project, "announced", folder, "plan.json")));
});

test("Friday: its documents are made, and the judge finds nothing", async () => {
  await tab("Documents");
  await desk.page.getByRole("button", { name: "Produire les documents" }).click();
  await desk.page.getByText("Ils correspondent au dernier plan").waitFor({ timeout: 240_000 });
  const made = readdirSync(project).filter((name) => name.startsWith("documents"));
  assert.ok(made.length > 0, "documents stand in the project's folder");
  // The plan's figures relate to the previously announced plan: only the rules are checked.
  const judged = spawnSync(program, ["check", path.join(project, "Printemps.xlsx"), path.join(project, "plan/plan.json"), "--json"]);
  assert.equal(JSON.parse(judged.stdout).result.legal, true);
});
