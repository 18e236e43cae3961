// A planner has all documents made, and views one of each kind.

import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";

import { Desk } from "./lib/desk.mjs";

const home = mkdtempSync(path.join(tmpdir(), "ateliers-documents-"));
let desk;

before(async () => {
  cpSync("data/fixtures/small", path.join(home, "small"), { recursive: true });
  const rows = Array.from({ length: 12 }, (_, at) => `R${String(at + 1).padStart(2, "0")},Personne ${at + 1}`);
  writeFileSync(path.join(home, "small/contacts.csv"), `id,name\n${rows.join("\n")}\n`);
  desk = await Desk.open(home);
});

after(async () => {
  await desk?.close();
  rmSync(home, { recursive: true, force: true });
});

test("all documents are made while the browser looks on", async () => {
  await desk.go("/projects/small");
  await desk.page.getByRole("link", { name: "Documents" }).click();
  await desk.looked("documents-none");
  await desk.page.getByRole("button", { name: "Produire les documents" }).click();
  await desk.page.getByText("Ils correspondent au dernier plan").waitFor({ timeout: 240_000 });
  await desk.page.getByRole("heading", { name: "Mairies" }).waitFor();
  await desk.looked("documents");
});

test("templates of one's own are chosen", async () => {
  const own = path.join(home, "small/modèles");
  mkdirSync(own);
  writeFileSync(path.join(own, "poster.typ"), "Notre affiche");
  await desk.go("/projects/small/documents");
  await desk.looked("documents-choices");
  const address = await desk.page.getByRole("link", { name: /Voir – Affiche/ }).first().getAttribute("href");
  const poster = async () => (await desk.context.request.get(desk.origin + address)).body();
  const before = await poster();
  assert.equal(await desk.page.getByLabel("Modèles des lettres et affiches").inputValue(), "modèles", "they come first");
  await desk.page.getByRole("button", { name: "Produire les documents" }).press("Enter");
  await desk.page.locator("#progress").waitFor();
  await desk.page.locator("#progress").waitFor({ state: "detached", timeout: 240_000 });
  await desk.page.getByText("Ils correspondent au dernier plan").waitFor();
  assert.ok(!before.equals(await poster()), "the poster is another");
});

test("the report is looked at, with its own scripts and nothing else of ours", async () => {
  const [report] = await Promise.all([
    desk.context.waitForEvent("page"),
    desk.page.getByRole("link", { name: /Voir – Rapport/ }).click(),
  ]);
  await report.getByRole("heading", { level: 1 }).waitFor();
  assert.equal(await report.evaluate(() => window.origin), "null", "it is a stranger to these pages");
  assert.ok((await report.locator("th button").count()) > 0, "its tables can be sorted");
  await report.close();
});

test("a paper is a PDF, and everything is in an archive", async () => {
  const address = await desk.page.getByRole("link", { name: /Voir – Affiche/ }).first().getAttribute("href");
  const answer = await desk.context.request.get(desk.origin + address, { headers: { Origin: desk.origin } });
  assert.equal(answer.headers()["content-type"], "application/pdf");
  assert.match(answer.headers()["content-disposition"], /^inline/);
  assert.equal((await answer.body()).subarray(0, 5).toString(), "%PDF-");
  const [archive] = await Promise.all([
    desk.page.waitForEvent("download"),
    desk.page.getByRole("link", { name: /Tout télécharger \(archive/ }).click(),
  ]);
  assert.equal(archive.suggestedFilename(), "documents.zip");
  assert.equal(readFileSync(await archive.path()).subarray(0, 2).toString(), "PK");
});
