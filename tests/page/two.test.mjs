// Two planners at once: each sees what the other does, with the author, without reloading the page.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";

import { Desk, program } from "./lib/desk.mjs";

const home = mkdtempSync(path.join(tmpdir(), "ateliers-two-"));
const people = path.join(home, "people.toml");
const password = "une phrase assez longue";
/** Maximum time until another planner's change is seen, in milliseconds. */
const SEEN = 10_000;
let desk, anne, emile;

const free = () => new Promise((resolve) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

async function entered(page, name) {
  page.setDefaultTimeout(SEEN);
  await page.goto(desk.origin);
  await page.getByLabel("Nom", { exact: true }).fill(name);
  await page.getByLabel("Mot de passe").fill(password);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Projets", exact: true }).waitFor();
  return page;
}

before(async () => {
  cpSync("data/fixtures/small", path.join(home, "projects/small"), { recursive: true });
  for (const name of ["Anne Martin", "Émile"]) execFileSync(program, ["people", people, "add", name], { input: `${password}\n` });
  desk = await Desk.shared(path.join(home, "projects"), ["--listen", `127.0.0.1:${await free()}`, "--people", people]);
  anne = await entered(desk.page, "Anne Martin");
  const other = await desk.browser.newContext({ locale: "fr", viewport: { width: 1280, height: 900 } });
  emile = await other.newPage();
  desk.watch(emile);
  await entered(emile, "Émile");
});

after(async () => {
  await desk?.close();
  rmSync(home, { recursive: true, force: true });
});

const cell = (page, row, column) => page.locator(`[data-row="${row}"] td:nth-of-type(${column + 1})`);
const go = (page, address) => page.goto(desk.origin + address);

async function typed(page, row, column, text) {
  await cell(page, row, column).click();
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

test("a cell that one changes is seen by the other", async () => {
  await go(anne, "/projects/small/data/residents");
  await go(emile, "/projects/small/data/residents");
  await typed(anne, 1, 9, "3");
  await emile.getByText("Anne Martin a modifié ce tableau").waitFor({ timeout: SEEN });
  assert.equal(await cell(emile, 1, 9).innerText(), "3");
  // A cell being edited is not disturbed; if its change comes too late, the planner is told, with the text.
  await cell(emile, 2, 9).dblclick();
  await emile.keyboard.type("4");
  await typed(anne, 3, 9, "5");
  await anne.getByText("2 changements non enregistrés").waitFor();
  await emile.keyboard.press("Enter");
  await emile.getByText("modifié entre-temps par Anne Martin").waitFor();
  assert.equal(await emile.locator("#told q").innerText(), "14");
  await typed(emile, 2, 9, "4");
  await anne.getByText("Émile a modifié ce tableau").waitFor({ timeout: SEEN });
  await anne.locator("details.made summary").click();
  assert.match(await anne.locator("details.made li").first().innerText(), /priority.*Émile/s);
  await desk.looked("two-table");
  await emile.getByRole("button", { name: "Enregistrer" }).click();
  await emile.getByText("Tout est enregistré").waitFor();
  await go(anne, "/projects/small");
  assert.match(await anne.locator("[aria-labelledby=saved]").innerText(), /residents\.csv enregistré.*Émile/s);
  await desk.looked("two-project");
});

test("a step that one makes is seen by the other", async () => {
  await go(anne, "/projects/small/plan?week=2026-01-20");
  await go(emile, "/projects/small/plan?week=2026-01-20");
  const card = (page) => page.locator('[data-cycle="C002"]').first();
  await card(emile).waitFor();
  await card(anne).focus();
  await anne.keyboard.press("Space");
  await anne.locator(".place.at").waitFor();
  await anne.keyboard.press("PageDown");
  await anne.getByRole("heading", { name: /26.janvier/ }).waitFor();
  await anne.locator(".place.at").waitFor();
  await anne.keyboard.press("ArrowRight");
  await anne.keyboard.press("Enter");
  await anne.getByText("1 geste non enregistré").waitFor();
  await emile.getByText("Anne Martin a modifié ce plan : Cycle C002 déplacé").waitFor({ timeout: SEEN });
  await emile.getByText("1 geste non enregistré").waitFor({ timeout: SEEN });
  await emile.locator("details.made summary").click();
  assert.match(await emile.locator("details.made li").first().innerText(), /C002 déplacé.*Anne Martin/s);
  await emile.getByRole("button", { name: "Annuler" }).click();
  await anne.getByText("Émile a modifié ce plan").waitFor({ timeout: SEEN });
  await desk.looked("two-plan");
});

test("settings that one fills in are named to the other", async () => {
  await go(emile, "/projects/small/settings");
  await go(anne, "/projects/small/settings");
  await anne.locator("#cycle-min-group").fill("4");
  await emile.locator("#others").getByText("cycle.min_group").waitFor({ timeout: SEEN });
  assert.match(await emile.locator("#others").innerText(), /Anne Martin/);
});
