// Every page as an English-speaking reader sees it: no French text is left, and nothing is wider than the window.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";

import { Desk, program } from "./lib/desk.mjs";

const home = mkdtempSync(path.join(tmpdir(), "ateliers-english-"));
const projects = path.join(home, "projects");
const [small, pilot] = ["small", "pilot"].map((name) => path.join(projects, name));
let desk;
let page;

before(async () => {
  cpSync("data/fixtures/small", small, { recursive: true });
  const trainers = path.join(small, "trainers.csv");
  writeFileSync(trainers, `${readFileSync(trainers, "utf8").trimEnd()}\nT2,Animateur 2,25539,*,31,0.4,\n`);
  const plan = JSON.parse(readFileSync(path.join(small, "plan.json"), "utf8"));
  const [first] = plan.cycles;
  const roster = plan.kit_roster.filter((entry) => first.sessions.includes(entry.date));
  mkdirSync(path.join(small, "second"));
  writeFileSync(path.join(small, "second/plan.json"), JSON.stringify({ ...plan, cycles: [first], kit_roster: roster }));
  cpSync("data/bench/instances/pilot", pilot, { recursive: true });
  cpSync("data/pma/territory/communes.geojson", path.join(pilot, "communes.geojson"));
  execFileSync(program, ["plan", path.join(pilot, "scenario.toml"), "--out", path.join(pilot, "plan"), "--gap", "0.9", "--lang", "en"]);
  desk = await Desk.open(projects, "en");
  page = desk.page;
  page.setDefaultTimeout(60_000);
});

after(async () => {
  await desk?.close();
  rmSync(home, { recursive: true, force: true });
});

// Names in the data are French.
const NAMES = ["Salle des fêtes", "=Médiathèque, étage", "Animatrice 1", "Animateur 1", "Animateur 2"];
// Words that exist only in French.
const FRENCH = /(?<![\p{L}’'-])(le|les|une|du|des|aux|est|sont|avec|pour|dans|sur|ou|qui|ce|cette|vous|pas|séances?|salles?|animateurs?|habitants?|malles?|créneaux?)(?![\p{L}’'-])/gu;

// Shows the page in both colour schemes and at both widths, and reads it.
async function seen(name) {
  assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
  const read = await page.evaluate(() => {
    const body = document.body.cloneNode(true);
    // Without cells and drawings, which contain data, and the list of languages, each in its own language.
    for (const one of body.querySelectorAll("#view, svg, .path, .recipients, [name=lang]")) one.remove();
    return body.textContent;
  });
  const text = NAMES.reduce((text, name) => text.replaceAll(name, ""), read).replace(/\s+/g, " ");
  const words = [...text.matchAll(FRENCH)].map(({ index }) => text.slice(Math.max(0, index - 30), index + 30));
  assert.deepEqual(words, [], name);
  await desk.looked(`en-${name}`);
}

async function click(name) {
  await page.getByRole("button", { name }).first().click();
}

// Waits until the page has stopped polling.
async function settled() {
  await page.waitForFunction(() => !document.querySelector("main [hx-get]"), null, { timeout: 240_000 });
}

test("projects, a project, and an address that leads nowhere", async () => {
  await desk.go("/");
  await seen("projects");
  await desk.go("/projects/pilot");
  await seen("project");
  await desk.go("/projects/none");
  await seen("fault");
});

test("data", async () => {
  await desk.go("/projects/pilot/data");
  await seen("data");
  await desk.go("/projects/pilot/data/residents");
  await page.locator("#view tr[data-row] td").first().waitFor();
  await seen("data-residents");
});

test("settings", async () => {
  await desk.go("/projects/pilot/settings");
  await seen("settings");
});

test("a search", async () => {
  await desk.go("/projects/pilot/planning");
  await seen("planning-before");
  await page.getByLabel("Until a proven gap of", { exact: true }).check();
  await click("Start the search");
  await page.locator("svg.curves").first().waitFor();
  await seen("planning");
  await click("Stop and keep the best plan");
  await page.locator("#told", { hasText: "The search is over" }).waitFor();
  assert.equal(await page.getByText("A search is at work").count(), 0, "where it stands is told anew");
  await seen("planning-after");
});

test("the plan", async () => {
  for (const view of ["week", "cycles", "people", "map"]) {
    await desk.go(`/projects/pilot/plan?view=${view}`);
    await page.getByRole("heading", { name: "Verdict and price" }).waitFor();
    await seen(`plan-${view}`);
  }
  await desk.go("/projects/pilot/plan");
  await page.locator("[data-cycle]").first().click();
  await page.getByRole("heading", { name: "What this cycle costs" }).waitFor();
  await seen("plan-cycle");
});

test("who waits", async () => {
  await desk.go("/projects/pilot/waiting");
  await page.locator("details.commune summary").first().click();
  await page.getByLabel("Additional minutes").fill("10");
  await page.getByLabel("Additional minutes").press("Enter");
  await page.locator("#told", { hasText: "The trial is planned" }).waitFor();
  await seen("waiting");
});

test("the life of a plan", async () => {
  await desk.go("/projects/small/life");
  await seen("life-before");
  await page.getByLabel("Day of the announcement").fill("2026-01-04");
  await click("Announce the last plan");
  await page.getByText("The plan is announced").waitFor();
  await page.getByLabel("Cycle", { exact: true }).selectOption({ index: 0 });
  await click("Choose this cycle");
  await page.getByRole("heading", { name: "Postpone a session" }).waitFor();
  await seen("life-cycle");
  const card = page.locator("form.card", { hasText: "Have another trainer lead one session" });
  await card.getByRole("button", { name: "See what changes" }).press("Enter");
  await page.getByText("cannot take place as announced").waitFor();
  await seen("life-proposal");
  await click("Accept and save");
  await page.getByText("It is saved").waitFor();
  const absent = page.locator("form.card", { hasText: "A trainer is absent" });
  await absent.getByLabel("First day").fill("2026-01-05");
  await absent.getByLabel("Last day").fill("2026-02-28");
  await absent.getByRole("button", { name: "See what changes" }).click();
  await page.getByText("The plan no longer keeps every rule").first().waitFor();
  await seen("life-broken");
  await click("Accept and save");
  await page.getByText("It is saved").waitFor();
  await seen("life-after");
});

test("documents", async () => {
  await desk.go("/projects/pilot/documents");
  await seen("documents-none");
  await click("Make the documents");
  await page.getByRole("heading", { name: "Town halls" }).waitFor({ timeout: 240_000 });
  await seen("documents");
});

test("plans side by side, and a batch", async () => {
  await desk.go("/projects/small/compare");
  await page.getByText("plan announced on 2026-01-04").first().waitFor();
  await seen("compare");
  await page.getByLabel("Longest travel, in minutes").fill("5, 15");
  await click("Prepare the batch and estimate its time");
  await page.locator("#batches").getByText(/3 variants to plan, about/).first().waitFor({ timeout: 240_000 });
  await seen("compare-ready");
  await click("Begin the batch");
  await page.getByRole("link", { name: /See the report/ }).waitFor({ timeout: 240_000 });
  await settled();
  await seen("compare-batch");
});
