// A planner opens the site, sees the projects, and drops a workbook.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";

import { Desk, drop, program } from "./lib/desk.mjs";

const home = mkdtempSync(path.join(tmpdir(), "ateliers-page-"));
let desk;

before(async () => {
  cpSync("data/fixtures/small", path.join(home, "projects/small"), { recursive: true });
  cpSync("data/fixtures/small", path.join(home, "projects/À corriger"), { recursive: true });
  writeFileSync(path.join(home, "projects/À corriger/residents.csv"), "id,commune,slots\nR1,99999,mon-0900\nR1,25304,lundi 99h\n");
  execFileSync(program, ["init", path.join(home, "book"), "--workbook", "--lang", "fr"]);
  renameSync(path.join(home, "book/plan.xlsx"), path.join(home, "Saison d’été.xlsx"));
  desk = await Desk.open(path.join(home, "projects"));
});

after(async () => {
  await desk?.close();
  rmSync(home, { recursive: true, force: true });
});

test("the projects are listed with their state", async () => {
  await desk.page.getByRole("heading", { name: "Projets", exact: true }).waitFor();
  const cards = await desk.page.locator("li.card h2").allTextContents();
  assert.deepEqual(cards.sort(), ["small", "À corriger"]);
  await desk.page.getByText("erreurs à corriger dans les données").waitFor();
  assert.equal(await desk.page.evaluate(() => document.cookie), "", "no script reads the cookie");
  assert.ok(!desk.page.url().includes("token"), "the secret does not stay in the address");
  await desk.looked("projects");
});

test("a project says where it stands and what to do", async () => {
  await desk.page.getByRole("link", { name: "small" }).click();
  await desk.page.getByRole("heading", { name: /À faire.*examiner le plan/ }).waitFor();
  await desk.looked("project");
  await desk.go(`/projects/${encodeURIComponent("À corriger")}`);
  await desk.page.getByText("99999").first().waitFor();
  await desk.looked("project-faults");
});

test("a workbook that is dropped becomes a project", async () => {
  await desk.go("/");
  await drop(desk.page, "form[data-drop]", path.join(home, "Saison d’été.xlsx"));
  await desk.page.waitForURL(/Saison/);
  await desk.page.getByRole("heading", { name: "Saison d’été", exact: true }).waitFor();
  await desk.page.getByText("Données sans erreur").waitFor();
});

test("the same by keyboard, and a name that is taken is refused with words", async () => {
  await desk.go("/");
  await desk.page.keyboard.press("Tab");
  await desk.page.keyboard.press("Enter");
  assert.equal(await desk.page.evaluate(() => document.activeElement.id), "main", "the first link leads to the content");
  await desk.page.getByLabel("Nom du projet", { exact: true }).first().focus();
  await desk.page.keyboard.type("small");
  await desk.page.keyboard.press("Enter");
  await desk.page.getByText("contient déjà").waitFor();
  await desk.looked("fault");
});

test("nobody else gets in", async () => {
  const stranger = await desk.browser.newContext({ locale: "fr" });
  const page = await stranger.newPage();
  const answer = await page.goto(`${desk.origin}/projects/small`);
  assert.equal(answer.status(), 403);
  await page.getByText("token=").waitFor();
  await stranger.close();
});
