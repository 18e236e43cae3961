// A planner searches for a plan, leaves the page, returns, stops; and finds the leftovers of a program that was killed.

import assert from "node:assert/strict";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";

import { Desk } from "./lib/desk.mjs";

const home = mkdtempSync(path.join(tmpdir(), "ateliers-page-"));
const projects = path.join(home, "projects");
const pilot = path.join(projects, "pilote");
let desk;

before(async () => {
  cpSync("data/bench/instances/pilot", pilot, { recursive: true });
  desk = await Desk.open(projects);
});

after(async () => {
  await desk?.close();
  rmSync(home, { recursive: true, force: true });
});

// Text of the status element, as a screen reader announces it.
const told = () => desk.page.locator("#told").innerText();

async function begin(seconds) {
  await desk.page.getByLabel("Durée de la recherche, en secondes").fill(seconds);
  await desk.page.getByLabel("Pendant une durée fixée").check();
  await desk.page.getByRole("button", { name: "Lancer la recherche" }).click();
}

test("a search is begun, watched and stopped", async () => {
  await desk.go("/projects/pilote");
  await desk.page.getByRole("link", { name: "Planifier" }).click();
  await desk.page.getByRole("heading", { name: "Planifier", exact: true }).waitFor();
  await desk.looked("planning-before");
  await begin("600");
  await desk.page.locator("svg.curves").first().waitFor();
  await desk.page.getByText("Habitants servis").waitFor();
  // Figures change without reloading, and the focus stays where it is.
  const time = () => desk.page.locator(".figures div", { hasText: "Temps écoulé" }).locator("dd").innerText();
  const first = await time();
  await desk.page.getByLabel("Rapide").focus();
  await desk.page.waitForFunction((first) => !document.querySelector(".figures").innerText.includes(first), first);
  assert.equal(await desk.page.evaluate(() => document.activeElement.id), "amount-quick");
  assert.equal(await told(), "", "what only advances is not told");
  await desk.looked("planning");
  // The planner leaves the page and returns: the search continues.
  await desk.go("/");
  await desk.go("/projects/pilote/planning");
  await desk.page.getByText("Recherche en cours").waitFor();
  await desk.page.getByRole("button", { name: "Arrêter et garder le meilleur plan" }).press("Enter");
  await desk.page.getByText("interrompu : le meilleur plan trouvé").first().waitFor();
  assert.ok(existsSync(path.join(pilot, "plan/plan.json")));
  await desk.looked("planning-after");
});

test("who watches is told of the end", async () => {
  await begin("3");
  await desk.page.locator("#told", { hasText: "La recherche est finie" }).waitFor();
  assert.ok(!(await desk.page.content()).includes("hx-trigger"), "nothing is asked for any more");
});

test("the button keeps the focus while figures change", async () => {
  await begin("600");
  const button = desk.page.getByRole("button", { name: "Arrêter et garder le meilleur plan" });
  await button.waitFor();
  await desk.page.locator("svg.curves").first().waitFor();
  await button.focus();
  await desk.page.waitForResponse((response) => response.url().includes("/planning/now"));
  await desk.page.waitForTimeout(200);
  assert.equal(await desk.page.evaluate(() => document.activeElement.textContent), "Arrêter et garder le meilleur plan");
});

test("a search that was cut can be gone on from", async () => {
  // It has been running since the preceding test, and saves its best plan every five seconds.
  const kept = path.join(pilot, ".ateliers-search/plan.json");
  for (let tries = 0; tries < 300 && !existsSync(kept); tries += 1) await desk.page.waitForTimeout(100);
  assert.ok(existsSync(kept), "the best plan is put by");
  await desk.killed();
  desk = await Desk.open(projects);
  await desk.go("/projects/pilote/planning");
  await desk.page.getByRole("heading", { name: "Une recherche a été interrompue" }).waitFor();
  await desk.looked("planning-cut");
  await desk.page.getByRole("button", { name: "Continuer à partir de ce plan" }).click();
  await desk.page.getByText("Recherche en cours").waitFor();
  await desk.page.getByRole("button", { name: "Arrêter et garder le meilleur plan" }).click();
  await desk.page.getByText(/La recherche est finie/).first().waitFor();
  assert.ok(!existsSync(path.dirname(kept)), "nothing is left of it");
});

test("a program that is ended in order writes the best plan first", async () => {
  rmSync(path.join(pilot, "plan"), { recursive: true });
  await desk.go("/projects/pilote/planning");
  await begin("600");
  await desk.page.locator("svg.curves").first().waitFor();
  await desk.close();
  desk = undefined;
  assert.equal(JSON.parse(readFileSync(path.join(pilot, "plan/plan.json"), "utf8")).solver.status, "interrupted");
  assert.ok(!existsSync(path.join(pilot, ".ateliers-search")), "nothing is left to go on from");
});
