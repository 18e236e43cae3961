// A planner corrects tables in the browser: as in a spreadsheet, with every error at its cell.

import assert from "node:assert/strict";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";

import { Desk } from "./lib/desk.mjs";

const home = mkdtempSync(path.join(tmpdir(), "ateliers-data-"));
const ROWS = 20_000;
let desk;

const file = (name, project = "small") => path.join(home, project, name);
const cell = (row, column, page = desk.page) => page.locator(`#view tr[data-row="${row}"] td`).nth(column);
const lines = (name) => readFileSync(file(name), "utf8").trimEnd().split("\n");

// Pastes what a spreadsheet has copied, at the focused cell.
function paste(text) {
  return desk.page.evaluate((text) => {
    const carried = new DataTransfer();
    carried.setData("text/plain", text);
    const event = new ClipboardEvent("paste", { clipboardData: carried, bubbles: true, cancelable: true });
    document.activeElement.dispatchEvent(event);
  }, text);
}

async function opened(table, project = "small") {
  await desk.go(`/projects/${project}/data/${table}`);
  await desk.page.locator("#found h2").filter({ hasText: "erreur" }).waitFor();
}

before(async () => {
  cpSync("data/fixtures/small", path.join(home, "small"), { recursive: true });
  cpSync("data/fixtures/small", path.join(home, "grand"), { recursive: true });
  const residents = Array.from({ length: ROWS }, (_, at) => `R${String(at).padStart(5, "0")},25304,*,base,1,,0,,,1,inventé / invented`);
  writeFileSync(file("residents.csv", "grand"), `id,commune,slots,track,needs_tablet,max_travel_min,step_free,party,available_from,priority,note\n${residents.join("\n")}\n`);
  desk = await Desk.open(home);
});

after(async () => {
  await desk?.close();
  rmSync(home, { recursive: true, force: true });
});

test("the tables are listed with what is wrong in each", async () => {
  await desk.go("/projects/small");
  await desk.page.getByRole("link", { name: "Données" }).click();
  await desk.page.getByRole("heading", { name: "Inscriptions" }).waitFor();
  assert.equal(await desk.page.locator("li.card").count(), 8);
  await desk.looked("data");
  await desk.page.getByRole("link", { name: "Inscriptions" }).click();
  await desk.page.getByRole("gridcell", { name: "R01", exact: true }).waitFor();
});

test("a fault is told at its cell and in a list that leads there, and is gone when it is mended", async () => {
  await opened("residents");
  await desk.page.getByText("0 avertissement").or(desk.page.getByText("aucun avertissement")).waitFor();
  await cell(0, 0).click();
  await desk.page.keyboard.press("ArrowDown");
  await desk.page.keyboard.press("ArrowRight");
  await desk.page.keyboard.type("25999");
  await desk.page.keyboard.press("Enter");
  assert.equal(await cell(2, 1).evaluate((it) => it === document.activeElement), true, "Enter goes on below");
  await cell(1, 1).and(desk.page.locator("[aria-invalid]")).waitFor();
  await cell(5, 6).click();
  await desk.page.keyboard.type("peut-être");
  await desk.page.keyboard.press("Tab");
  await cell(5, 6).and(desk.page.locator("[aria-invalid]")).waitFor();
  await desk.page.locator("#found h2").filter({ hasText: "2 erreurs" }).waitFor();
  await desk.page.getByText("Changements non enregistrés").first().waitFor();
  await desk.page.getByRole("link", { name: "Ligne 3, commune" }).click();
  assert.equal(await cell(1, 1).evaluate((it) => it === document.activeElement), true, "the list leads to the cell");
  assert.match(await desk.page.locator("#about").textContent(), /25999/);
  await desk.looked("data-faults");
  await desk.page.keyboard.press("Control+z");
  await desk.page.locator("#found h2").filter({ hasText: "1 erreur" }).waitFor();
  await desk.page.keyboard.press("Control+z");
  await desk.page.locator("#found h2").filter({ hasText: "Aucune erreur" }).waitFor();
  await desk.page.getByText("Tout est enregistré").waitFor();
  await desk.page.keyboard.press("Control+y");
  await desk.page.locator("#found h2").filter({ hasText: "1 erreur" }).waitFor();
  await desk.page.keyboard.press("Control+z");
});

test("Escape gives up, Delete empties, and a letter that begins a word is not lost", async () => {
  await opened("residents");
  await cell(3, 3).click();
  await desk.page.keyboard.type("smart");
  await desk.page.keyboard.press("Escape");
  assert.equal(await cell(3, 3).textContent(), "base");
  await desk.page.keyboard.press("F2");
  await desk.page.keyboard.type("-2");
  await desk.page.keyboard.press("Enter");
  await cell(3, 3).filter({ hasText: "base-2" }).waitFor();
  await cell(3, 3).click();
  await desk.page.keyboard.press("Shift+ArrowDown");
  await desk.page.keyboard.press("Delete");
  await desk.page.waitForFunction(() => document.querySelector('tr[data-row="4"]').cells[4].textContent === "");
  assert.equal(await cell(3, 3).textContent(), "");
  for (const _ of [1, 2]) await desk.page.keyboard.press("Control+z");
  await cell(3, 3).filter({ hasText: /^base$/ }).waitFor();
});

test("rows are pasted from a spreadsheet, removed, and saved with a copy of the last version", async () => {
  await opened("residents");
  const before = lines("residents.csv");
  await desk.page.getByRole("button", { name: "Ajouter une ligne" }).click();
  await cell(12, 0).waitFor();
  await desk.page.waitForFunction(() => document.activeElement.closest?.("tr")?.dataset.row === "12");
  await paste("N1\t25304\t*\r\nN2\t25539\ttue-1400\r\n");
  await cell(13, 2).filter({ hasText: "tue-1400" }).waitFor();
  await cell(2, 0).click();
  await desk.page.keyboard.press("Shift+ArrowDown");
  await desk.page.getByRole("button", { name: "Supprimer les lignes choisies" }).click();
  await desk.page.waitForFunction(() => document.querySelector("#state").dataset.rows === "12");
  // A reload loses nothing.
  await desk.page.reload();
  await cell(11, 0).filter({ hasText: "N2" }).waitFor();
  await cell(0, 0).click();
  await desk.page.keyboard.press("Control+s");
  await desk.page.getByText("La version précédente est gardée").waitFor();
  const after = lines("residents.csv");
  assert.equal(after.length, before.length);
  assert.ok(after.at(-1).startsWith("N2,25539,tue-1400") && !after.some((line) => line.startsWith("R03,")));
  assert.deepEqual(lines("residents.before-edit.csv"), before);
  assert.equal(await desk.page.getByRole("button", { name: "Enregistrer" }).isDisabled(), true);
});

test("a block is drawn with the mouse, and a faulty cell is written in again at its place", async () => {
  await opened("residents");
  const at = async (row, column) => {
    const { x, y } = await cell(row, column).boundingBox();
    return [x + 8, y + 8];
  };
  await desk.page.mouse.move(...(await at(1, 0)));
  await desk.page.mouse.down();
  await desk.page.mouse.move(...(await at(3, 2)), { steps: 6 });
  await desk.page.mouse.up();
  assert.equal(await desk.page.locator('td[aria-selected="true"]').count(), 9);
  await cell(4, 1).click();
  await desk.page.keyboard.type("25999");
  await desk.page.keyboard.press("Enter");
  await cell(4, 1).and(desk.page.locator("[aria-invalid]")).waitFor();
  const before = await cell(4, 1).boundingBox();
  await cell(4, 1).dblclick();
  const field = await desk.page.locator("#view textarea").boundingBox();
  assert.ok(Math.abs(field.y - before.y) < 2 && field.height <= before.height + 1, "the row is as high as before");
  await desk.page.keyboard.press("Escape");
  await desk.page.keyboard.press("Control+z");
  await desk.page.getByText("Tout est enregistré").waitFor();
});

test("what is copied is what a spreadsheet takes", async () => {
  await opened("venues");
  await desk.context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: desk.origin });
  await cell(0, 0).click();
  await desk.page.keyboard.press("Shift+ArrowDown");
  await desk.page.keyboard.press("Shift+ArrowRight");
  await desk.page.keyboard.press("Control+c");
  await desk.page.getByText("Copié").waitFor();
  assert.equal(await desk.page.evaluate(() => navigator.clipboard.readText()), "V-25304-1\t25304\nV-25539-1\t25539\n");
});

test("a second window is told, and overwrites nothing", async () => {
  await opened("trainers");
  const other = await desk.context.newPage();
  desk.watch(other);
  await other.goto(`${desk.origin}/projects/small/data/trainers`);
  await cell(0, 4, other).waitFor();
  await cell(0, 4).click();
  await desk.page.keyboard.type("32");
  await desk.page.keyboard.press("Enter");
  await desk.page.getByText("Changements non enregistrés").first().waitFor();
  await cell(0, 4, other).dblclick();
  await other.keyboard.press("Control+a");
  await other.keyboard.type("33");
  await other.keyboard.press("Enter");
  await other.locator("#told").filter({ hasText: "autre fenêtre" }).waitFor();
  await other.locator("#told q").filter({ hasText: "33" }).waitFor();
  await cell(0, 4, other).filter({ hasText: "32" }).waitFor();
  await other.close();
  await desk.page.bringToFront();
  desk.page.once("dialog", (dialog) => dialog.dismiss());
  await desk.page.getByRole("button", { name: "Abandonner les changements" }).click();
  assert.equal(await cell(0, 4).textContent(), "32", "who hesitates loses nothing");
  desk.page.once("dialog", (dialog) => dialog.accept());
  await desk.page.getByRole("button", { name: "Abandonner les changements" }).click();
  await cell(0, 4).filter({ hasText: "31" }).waitFor();
});

test("a file that was changed elsewhere is told, and what was edited is put onto it", async () => {
  await opened("kits");
  await cell(0, 1).click();
  await desk.page.keyboard.type("5");
  await desk.page.keyboard.press("Tab");
  await desk.page.keyboard.type("25304");
  await desk.page.keyboard.press("Enter");
  await desk.page.waitForFunction(() => document.querySelector('tr[data-row="0"]').cells[3].textContent === "25304");
  writeFileSync(file("kits.csv"), "id,tablets,depot,note\nK1,6,25539,inventé / invented\nK2,3,25539,\n");
  await desk.page.getByRole("button", { name: "Enregistrer" }).click();
  await desk.page.getByText("a été modifié ailleurs").waitFor();
  await desk.page.getByText("1 ligne ajoutée").waitFor();
  assert.match(readFileSync(file("kits.csv"), "utf8"), /K1,6,25539/);
  await desk.looked("data-elsewhere");
  await desk.page.getByRole("button", { name: "Reprendre cette version" }).click();
  await desk.page.getByText("vous aviez écrit « 5 »").waitFor();
  await cell(0, 1).filter({ hasText: "6" }).waitFor();
  await cell(0, 2).filter({ hasText: "25304" }).waitFor();
  await desk.page.getByRole("button", { name: "Enregistrer" }).click();
  await desk.page.getByText("La version précédente est gardée").waitFor();
  assert.match(readFileSync(file("kits.csv"), "utf8"), /K1,6,25304[^\n]*\nK2,3,25539/);
});

test("a column that a table may have is added", async () => {
  await opened("residents");
  await desk.page.getByLabel("Colonne facultative à ajouter").selectOption("withdrawn");
  await desk.page.getByRole("button", { name: "Ajouter la colonne" }).click();
  await desk.page.getByRole("columnheader", { name: "withdrawn" }).waitFor();
  await cell(0, 0).click();
  await desk.page.keyboard.press("Control+z");
  await desk.page.getByRole("columnheader", { name: "withdrawn" }).waitFor({ state: "detached" });
});

test("words are found, whatever their accents", async () => {
  await opened("communes");
  await desk.page.getByPlaceholder("Chercher dans le tableau").fill("HERIMON");
  await desk.page.keyboard.press("Enter");
  await desk.page.waitForFunction(() => document.querySelector('td[aria-selected="true"]').textContent === "Hérimoncourt");
  await desk.page.getByPlaceholder("Chercher dans le tableau").fill("Besançon");
  await desk.page.keyboard.press("Enter");
  await desk.page.getByText("« Besançon » ne se trouve pas").waitFor();
});

test("twenty thousand enrolments stay fluent", async () => {
  const took = [];
  for (let turn = 0; turn < 5; turn += 1) {
    await desk.go("/projects/small/data");
    const begun = Date.now();
    await desk.page.goto(`${desk.origin}/projects/grand/data/residents`, { waitUntil: "commit" });
    await desk.page.locator(".grid.live td").nth(100).waitFor();
    took.push(Date.now() - begun);
  }
  const median = took.sort((one, other) => one - other)[2];
  console.log(`20,000 rows are shown in ${median} ms`);
  assert.ok(median < 1000, `shown in ${median} ms`);
  await cell(0, 0).click();
  await desk.page.keyboard.press("Control+End");
  await cell(ROWS - 1, 10).waitFor();
  await desk.page.waitForFunction((last) => document.activeElement.closest("tr")?.dataset.row === String(last), ROWS - 1);
  assert.ok((await desk.page.locator("#view tr").count()) < 300, "only what is seen is there");
  await desk.page.keyboard.press("Home");
  await desk.page.keyboard.press("ArrowRight");
  await desk.page.keyboard.type("25999");
  const typed = Date.now();
  await desk.page.keyboard.press("Enter");
  await cell(ROWS - 1, 1).and(desk.page.locator("[aria-invalid]")).waitFor();
  console.log(`a fault among 20,000 rows is told ${Date.now() - typed} ms after it was typed`);
  await desk.page.getByRole("link", { name: `Ligne ${ROWS + 1}, commune` }).waitFor();
  await desk.page.locator("#view").evaluate((view) => (view.scrollTop = view.scrollHeight / 2));
  await cell(ROWS / 2 + 2, 0).filter({ hasText: String(ROWS / 2 + 2) }).waitFor();
  assert.ok(!existsSync(file("residents.before-edit.csv", "grand")), "nothing is written unasked");
});
