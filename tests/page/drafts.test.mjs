// Unsaved changes are restored after the program was killed, and the page says so.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";

import { Desk } from "./lib/desk.mjs";

const home = mkdtempSync(path.join(tmpdir(), "ateliers-drafts-"));
let desk;

async function opened() {
  desk = await Desk.open(home);
  desk.page.setDefaultTimeout(10_000);
}

before(async () => {
  cpSync("data/fixtures/small", path.join(home, "small"), { recursive: true });
  await opened();
});

after(async () => {
  await desk?.close();
  rmSync(home, { recursive: true, force: true });
});

const cell = (row, column) => desk.page.locator(`[data-row="${row}"] td:nth-of-type(${column + 1})`);
const made = () => desk.page.locator("details.made summary");

test("a table, the plan and settings are taken up", async () => {
  await desk.go("/projects/small/data/residents");
  await cell(1, 9).click();
  await desk.page.keyboard.type("3");
  await desk.page.keyboard.press("Enter");
  await made().filter({ hasText: "1 changement non enregistré" }).click();
  await desk.page.getByText("Ils sont gardés à part sur le disque").waitFor();
  // Opened details stay open after further changes.
  await cell(2, 9).click();
  await desk.page.keyboard.type("4");
  await desk.page.keyboard.press("Enter");
  await made().filter({ hasText: "2 changements non enregistrés" }).waitFor();
  assert.equal(await desk.page.locator("details.made li").first().isVisible(), true);
  await desk.go("/projects/small/plan?week=2026-01-20");
  await desk.page.locator('[data-cycle="C002"]').first().focus();
  await desk.page.keyboard.press("Space");
  await desk.page.locator(".place.at").waitFor();
  await desk.page.keyboard.press("PageDown");
  await desk.page.getByRole("heading", { name: /26.janvier/ }).waitFor();
  await desk.page.locator(".place.at").waitFor();
  await desk.page.keyboard.press("ArrowRight");
  await desk.page.keyboard.press("Enter");
  await made().filter({ hasText: "1 geste non enregistré" }).waitFor();
  await desk.go("/projects/small/settings");
  const checked = desk.page.waitForResponse((answer) => answer.url().endsWith("/settings/check"));
  await desk.page.locator("#cycle-min-group").fill("4");
  await checked;
  await desk.killed();
  await opened();
  await desk.go("/projects/small/data/residents");
  await desk.page.getByText("Le programme s’est arrêté entre-temps").waitFor();
  assert.equal(await cell(1, 9).innerText(), "3");
  await made().click();
  await desk.looked("drafts-table");
  await desk.go("/projects/small/plan");
  await desk.page.getByText("Le programme s’est arrêté entre-temps").waitFor();
  await made().click();
  await desk.looked("drafts-plan");
  await desk.go("/projects/small/settings");
  await desk.page.getByText("n’est pas encore enregistré").waitFor();
  assert.equal(await desk.page.locator("#cycle-min-group").inputValue(), "4");
  await desk.looked("drafts-settings");
  await desk.page.getByRole("button", { name: "Abandonner ce qui n’est pas enregistré" }).click();
  await desk.page.waitForURL((url) => url.pathname.endsWith("/settings"));
  assert.equal(await desk.page.locator("#cycle-min-group").inputValue(), "3");
});
