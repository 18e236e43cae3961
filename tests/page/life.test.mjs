// A planner announces a plan, enters events, sees their price, accepts, plans again and announces again.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";

import { Desk } from "./lib/desk.mjs";

const home = mkdtempSync(path.join(tmpdir(), "ateliers-page-"));
const small = path.join(home, "projects/petit");
const participants = () => JSON.parse(readFileSync(path.join(small, "plan.json"), "utf8")).cycles[0].participants;
let desk;

before(async () => {
  cpSync("data/fixtures/small", small, { recursive: true });
  desk = await Desk.open(path.join(home, "projects"));
});

after(async () => {
  await desk?.close();
  rmSync(home, { recursive: true, force: true });
});

test("the plan is announced", async () => {
  await desk.go("/projects/petit");
  await desk.page.getByRole("link", { name: "Vie du plan" }).click();
  await desk.page.getByText("Rien n’a été annoncé").waitFor();
  await desk.looked("life-before");
  await desk.page.getByLabel("Jour de l’annonce").fill("2026-01-04");
  await desk.page.getByRole("button", { name: "Annoncer le dernier plan" }).click();
  await desk.page.getByText("Le plan est annoncé.").waitFor();
  await desk.page.getByRole("heading", { name: "Ce qui a été annoncé", exact: true }).waitFor();
});

test("a withdrawal is priced first, by keyboard, then accepted", async () => {
  const [who] = participants();
  await desk.page.getByLabel("Identifiants des habitants").fill(who);
  await desk.page.keyboard.press("Enter");
  await desk.page.getByRole("heading", { name: "Ce que cela change", exact: true }).waitFor();
  await desk.page.getByRole("cell", { name: /€/ }).first().waitFor();
  const table = path.join(small, "residents.csv");
  const before = readFileSync(table, "utf8");
  await desk.looked("life-proposal");
  assert.equal(readFileSync(table, "utf8"), before);
  await desk.page.getByRole("button", { name: "Accepter et enregistrer" }).press("Enter");
  await desk.page.getByText("C’est enregistré").waitFor();
  assert.notEqual(readFileSync(table, "utf8"), before);
});

test("a cycle is chosen, a session of it postponed by keyboard, and the price seen first", async () => {
  await desk.go("/projects/petit/life");
  await desk.page.getByLabel("Cycle", { exact: true }).selectOption("C002");
  await desk.page.getByRole("button", { name: "Choisir ce cycle" }).press("Enter");
  const card = desk.page.locator("form.card", { hasText: "Reporter une séance" });
  await card.getByRole("combobox", { name: "Séance à reporter, et son nouveau jour" }).selectOption("2026-01-27");
  await desk.looked("life-cycle");
  await card.getByRole("button", { name: "Voir ce que cela change" }).press("Enter");
  await desk.page.getByText("C002, séance du 27/01/2026").waitFor();
  assert.equal(await desk.page.getByLabel("Cycle", { exact: true }).inputValue(), "C002", "the cycle stays chosen");
  await desk.looked("life-decided");
  await desk.page.getByRole("button", { name: "Accepter et enregistrer" }).press("Enter");
  await desk.page.getByText("C’est enregistré").waitFor();
  const plan = JSON.parse(readFileSync(path.join(small, "amended/2026-01-04-1/plan.json"), "utf8"));
  assert.deepEqual(plan.cycles.find((cycle) => cycle.id === "C002").sessions, ["2026-01-20", "2026-02-03"]);
});

test("a second tab that accepts something else than it saw is told", async () => {
  const [, who] = participants();
  await desk.page.getByLabel("Identifiants des habitants").fill(who);
  await desk.page.keyboard.press("Enter");
  await desk.page.getByRole("button", { name: "Accepter et enregistrer" }).waitFor();
  const table = path.join(small, "residents.csv");
  writeFileSync(table, readFileSync(table, "utf8").trimEnd() + "\n");
  const other = await desk.context.newPage();
  desk.watch(other);
  await other.goto(`${desk.origin}/projects/petit/life`);
  await other.getByRole("button", { name: "Abandonner" }).click();
  await other.close();
  await desk.page.getByRole("button", { name: "Accepter et enregistrer" }).click();
  await desk.page.getByText("Il n’y a plus rien à accepter").waitFor();
});

test("an absence breaks the plan, which is planned again, billed and announced anew", async () => {
  await desk.go("/projects/petit/life");
  const card = desk.page.locator("form.card", { hasText: "Animateur absent" });
  await card.getByLabel("Premier jour").fill("2026-01-05");
  await card.getByLabel("Dernier jour").fill("2026-02-28");
  await card.getByRole("button", { name: "Voir ce que cela change" }).click();
  await desk.page.getByText("ne respecte plus toutes les règles").waitFor();
  await desk.looked("life-broken");
  await desk.page.getByRole("button", { name: "Accepter et enregistrer" }).click();
  await desk.page.getByText("C’est enregistré").waitFor();
  await desk.page.getByRole("link", { name: "Calculer de nouveau le plan" }).first().click();
  await desk.page.getByLabel("Rapide").check();
  await desk.page.getByRole("button", { name: "Lancer la recherche" }).click();
  await desk.page.getByText(/La recherche est finie/).first().waitFor();
  await desk.page.getByRole("link", { name: "Vie du plan" }).click();
  await desk.page.getByText("Qui prévenir").waitFor();
  await desk.looked("life-bill");
  await desk.page.getByLabel("Jour de l’annonce").fill("2026-01-12");
  await desk.page.getByRole("button", { name: "Annoncer le dernier plan" }).click();
  await desk.page.getByText("Personne n’est à prévenir").waitFor();
  await desk.page.getByRole("cell", { name: "12/01/2026" }).waitFor();
  await desk.looked("life-after");
});
