// A planner changes the plan: by mouse, by keyboard, by finger.

import assert from "node:assert/strict";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";

import { Desk } from "./lib/desk.mjs";

const home = mkdtempSync(path.join(tmpdir(), "ateliers-page-"));
const small = path.join(home, "projects/small");
let desk;
let page;

before(async () => {
  cpSync("data/fixtures/small", small, { recursive: true });
  desk = await Desk.open(path.join(home, "projects"));
  page = desk.page;
  page.setDefaultTimeout(10_000);
});

after(async () => {
  await desk?.close();
  rmSync(home, { recursive: true, force: true });
});

const place = (row, slot) => page.locator(`[data-row="${row}"][data-slot="${slot}"]`);
const cycle = (id) => page.locator(`[data-cycle="${id}"]`).first();
const told = () => page.locator("#told").textContent();

async function open(query = "") {
  await desk.go(`/projects/small/plan${query}`);
  await page.getByRole("heading", { name: "Le plan", exact: true }).waitFor();
}

async function middle(locator) {
  await locator.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await locator.boundingBox();
  return [x + width / 2, y + height / 2];
}

// Picks an element up with the mouse; it is held until the button is released.
async function pickUp(from) {
  await page.mouse.move(...(await middle(from)));
  await page.mouse.down();
  const [x, y] = await middle(from);
  await page.mouse.move(x + 20, y + 10, { steps: 3 });
  await page.locator("[data-kind]").first().waitFor();
}

async function letGoAt(to) {
  await page.mouse.move(...(await middle(to)), { steps: 5 });
  await page.mouse.up();
}

async function undo() {
  await page.keyboard.press("Control+z");
  await page.getByText("Dernier geste annulé").waitFor();
}

test("the calendar, the lists and the map are shown", async () => {
  await open();
  await page.getByText("Semaine du lundi").first().waitFor();
  await desk.looked("board");
  await page.getByRole("link", { name: "Salles", exact: true }).click();
  await page.getByText("Médiathèque").first().waitFor();
  await page.getByRole("link", { name: "Semaine suivante" }).click();
  await page.waitForURL(/week=2026-01-12/);
  await page.goBack();
  await page.waitForURL((url) => !url.href.includes("2026-01-12"));
  await page.locator("table.week").waitFor();
  for (const [name, seen] of [["Cycles", "table.list"], ["Habitants", "table.list"], ["Carte", "svg.map"]]) {
    await page.locator(".ways").getByRole("link", { name, exact: true }).click();
    await page.locator(seen).waitFor();
    await desk.looked(`board-${name.toLowerCase()}`);
  }
});

test("a cycle has its page: who, what it costs, why it is here", async () => {
  await open();
  await cycle("C001").click();
  await page.getByRole("heading", { name: /C001/ }).waitFor();
  await page.getByText(/respecte(nt)? les règles/).first().waitFor();
  assert.equal(await page.locator(".sheet [data-person]").count(), 4);
  await desk.looked("board-cycle");
  // The best alternatives are one click away, and the calendar follows.
  await page.locator("#why .choice").first().click();
  await page.getByText(/Cycle C001\s: lundi 9\sh\s30, à partir du 12\/01\/2026/).waitFor();
  await page.getByRole("heading", { name: /12.janvier/ }).waitFor();
  assert.equal(await page.locator("#desk").count(), 1);
  await page.getByRole("link", { name: "Voir où ce cycle peut aller" }).click();
  await page.locator("#why .choice").first().waitFor();
  await undo();
});

test("a cycle is dragged to another slot; elsewhere nothing changes", async () => {
  await open("?week=2026-01-20");
  await pickUp(cycle("C002"));
  await page.getByText("Cycle C002 saisi").waitFor();
  const kinds = await page.locator("[data-kind]").evaluateAll((all) => all.map((one) => one.dataset.kind));
  assert.ok(kinds.length > 1 && kinds.includes("broken"), kinds.join());
  assert.match(await place("T1", "mon-0930").locator(".prospect").getAttribute("title"), /✕ .+€/);
  await desk.page.screenshot({ path: "target/page/board-dragging.png" });
  await letGoAt(page.locator("h1"));
  assert.match(await told(), /rien n’a changé/i);
  assert.equal(await page.locator("#undo").isDisabled(), true);
  await pickUp(cycle("C002"));
  await page.keyboard.press("Escape");
  await page.mouse.up();
  assert.equal(await page.locator("#undo").isDisabled(), true);
  await pickUp(cycle("C002"));
  await letGoAt(place("T1", "mon-0930"));
  await page.getByText("manquement").first().waitFor();
  assert.match(await told(), /Cycle C002\s: lundi 9\sh\s30/);
  await page.locator(".breaches").waitFor();
  assert.equal(await page.locator("#save").isDisabled(), true, "with a new fault it is not saved");
  await desk.looked("board-broken");
  await undo();
  assert.equal(await page.locator(".breaches").count(), 0);
});

test("a cycle is moved a week by keyboard", async () => {
  await open("?week=2026-01-20");
  await cycle("C002").focus();
  await page.keyboard.press("Space");
  await page.locator(".place.at").waitFor();
  await page.keyboard.press("PageDown");
  await page.getByRole("heading", { name: /26.janvier/ }).waitFor();
  await page.locator(".place.at").waitFor();
  await page.keyboard.press("ArrowRight");
  assert.match(await told(), /mardi.*14\sh\s00.*\+16,00\s€/);
  await page.keyboard.press("Enter");
  await page.getByText("+16,00").first().waitFor();
  await page.waitForFunction(() => document.activeElement?.dataset.cycle === "C002");
  await page.reload();
  await page.getByText("ne sont pas enregistrées").waitFor();
  await undo();
});

test("a resident is dragged to another cycle and to the waiting list", async () => {
  await open("?week=2026-01-20&cycle=C001");
  const person = page.locator('.sheet [data-person="R04"]');
  await pickUp(person);
  await letGoAt(cycle("C002"));
  await page.getByText("L’habitant R04 rejoint le cycle C002").waitFor();
  await undo();
  await pickUp(page.locator('.sheet [data-person="R04"]'));
  await letGoAt(page.locator("#waiting summary"));
  await page.getByText("R04 rejoint la liste d’attente").waitFor();
  await undo();
  // From a list, without dragging.
  await page.locator('.sheet [data-person="R04"]').click();
  await page.getByText("Où peut aller l’habitant R04").waitFor();
  await desk.looked("board-seats");
  await page.getByRole("button", { name: /Liste d’attente/ }).click();
  await page.getByText("R04 rejoint la liste d’attente").waitFor();
  await undo();
});

test("a part of the plan is improved around a cycle, and taken as one step", async () => {
  await open("?week=2026-01-05&cycle=C001");
  await page.locator('.sheet [data-person="R04"]').click();
  await page.locator("#seats").getByRole("button", { name: /Liste d’attente/ }).click();
  await page.getByText("R04 rejoint la liste d’attente").waitFor();
  assert.equal(await page.getByLabel("Autour de").inputValue(), "cycle:C001", "the open cycle is proposed");
  await page.getByLabel("Pendant").selectOption("5");
  await desk.looked("board-around-asked");
  await page.locator("#around-start").focus();
  await page.keyboard.press("Enter");
  await page.getByText("Recherche en cours autour de").first().waitFor();
  await page.screenshot({ path: "target/page/board-around-works.png", fullPage: true });
  // Leaving the page loses nothing.
  await desk.go("/projects/small");
  await page.goBack();
  await page.locator("#around-take").waitFor({ timeout: 60_000 });
  await page.locator("#around").getByText("Un meilleur plan est trouvé").waitFor();
  assert.match(await page.locator("#around .changed").textContent(), /C001.*R04/s);
  await desk.looked("board-around");
  await page.locator("#around-take").click();
  await page.getByText("comme un seul geste").waitFor();
  await page.locator('.sheet [data-person="R04"]').waitFor();
  assert.equal(await page.locator("#around-start").count(), 1, "another part may be asked for");
  await undo();
  await undo();
});

test("how a search stands is asked while a cycle is held, and ends what is told", async () => {
  await open("?week=2026-01-20&cycle=C002");
  await page.locator('.sheet [data-person="R06"]').click();
  await page.locator("#seats").getByRole("button", { name: /Liste d’attente/ }).click();
  await page.getByText("R06 rejoint la liste d’attente").waitFor();
  await page.locator("#around-start").click();
  await page.getByText("Un meilleur plan est trouvé").first().waitFor({ timeout: 60_000 });
  await page.getByText("Un meilleur plan est trouvé").nth(1).waitFor();
  assert.match(await told(), /meilleur plan est trouvé/);
  // After another step, the result no longer belongs to this plan.
  await page.locator('.sheet [data-person="R05"]').click();
  await page.locator("#seats").getByRole("button", { name: /Liste d’attente/ }).click();
  await page.getByRole("button", { name: "Reprendre quand même" }).waitFor();
  await desk.looked("board-around-outdated");
  await page.locator("#around-leave").click();
  await page.getByText("Le résultat est écarté").waitFor();
  await undo();
  await undo();
});

test("closed days say why, and sessions which kit they use", async () => {
  writeFileSync(
    path.join(small, "closures.csv"),
    readFileSync(path.join(small, "closures.csv"), "utf8") + "2026-01-06,2026-01-06,trainer:T1,formation\n",
  );
  await desk.context.request.post(`${desk.origin}/projects/small/plan/leave?plan=.`, {
    form: { version: await page.locator("#desk").getAttribute("data-version") },
    headers: { origin: desk.origin },
  });
  await open("?week=2026-01-05&cycle=C001");
  await page.getByText(/Absent\s: formation/).waitFor();
  await page.locator(".meeting .kit").first().waitFor();
  await page.locator(".sheet").getByText("malle K1").waitFor();
  await desk.looked("board-closed");
  await open("?week=2026-02-09&rows=venues&all=1");
  await page.locator("thead").getByText(/Fermé\s: winter holidays/).first().waitFor();
  await desk.looked("board-closed-all");
});

test("a long press picks up on a touch screen", async () => {
  const touch = await desk.browser.newContext({
    locale: "fr", viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true,
    storageState: await desk.context.storageState(),
  });
  const finger = await touch.newPage();
  desk.watch(finger);
  await finger.goto(`${desk.origin}/projects/small/plan?week=2026-01-20`);
  const card = finger.locator('[data-cycle="C002"]').first();
  await card.scrollIntoViewIfNeeded();
  const center = async (locator) => {
    const { x, y, width, height } = await locator.boundingBox();
    return { x: x + width / 2, y: y + height / 2 };
  };
  const session = await touch.newCDPSession(finger);
  const touched = (type, point) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: point ? [point] : [] });
  const from = await center(card);
  await touched("touchStart", from);
  await finger.locator("[data-kind]").first().waitFor();
  const to = await center(finger.locator('[data-row="T1"][data-slot="mon-0930"]'));
  await touched("touchMove", { x: (from.x + to.x) / 2, y: to.y });
  await touched("touchMove", to);
  await finger.locator(".place.at").waitFor();
  await touched("touchEnd");
  await finger.getByText("manquement").first().waitFor();
  await finger.getByRole("button", { name: "Annuler" }).click();
  await finger.getByText("Dernier geste annulé").waitFor();
  // A finger that moves at once scrolls, and picks up nothing.
  const again = await center(card);
  await touched("touchStart", again);
  await touched("touchMove", { x: again.x, y: again.y - 60 });
  await touched("touchEnd");
  assert.equal(await finger.locator("[data-kind]").count(), 0);
  await touch.close();
});

test("a second tab is told, and nothing is done on what it saw", async () => {
  await open("?week=2026-01-20");
  await pickUp(cycle("C002"));
  const other = await desk.context.newPage();
  desk.watch(other);
  await other.goto(`${desk.origin}/projects/small/plan?cycle=C002`);
  await other.locator(".choice").first().click();
  await other.getByText("Cycle C002").first().waitFor();
  await other.close();
  await letGoAt(place("T1", "mon-0930"));
  await page.getByText("Rien n’a été fait").waitFor();
  await undo();
  // Picking up from an old version is reported at once.
  await desk.context.request.post(`${desk.origin}/projects/small/plan/redo?plan=.`, {
    form: { version: await page.locator("#desk").getAttribute("data-version") },
    headers: { origin: desk.origin },
  });
  await cycle("C002").focus();
  await page.keyboard.press("Space");
  await page.getByText("modifié dans un autre onglet").waitFor();
  await page.reload();
  await undo();
});

test("the plan is saved as one of its own", async () => {
  const plan = readFileSync(path.join(small, "plan.json"), "utf8");
  await open("?week=2026-01-20");
  await pickUp(cycle("C002"));
  await page.getByRole("link", { name: "Semaine suivante" }).scrollIntoViewIfNeeded();
  await page.mouse.move(...(await middle(page.getByRole("link", { name: "Semaine suivante" }))), { steps: 5 });
  await page.getByRole("heading", { name: /26.janvier/ }).waitFor();
  await place("T1", "tue-1400").locator(".price").waitFor();
  await letGoAt(place("T1", "tue-1400"));
  await page.getByText(/Cycle C002\s: mardi 14\sh\s00, à partir du 27\/01\/2026/).waitFor();
  await page.getByLabel("Enregistrer comme plan à part").fill("essai/1");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await page.getByText("Celui-ci conviendrait").waitFor();
  await page.getByLabel("Enregistrer comme plan à part").fill("essai 1");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await page.getByText("Plan enregistré dans le dossier").waitFor();
  assert.ok(existsSync(path.join(small, "essai 1/cycles.csv")));
  assert.equal(readFileSync(path.join(small, "plan.json"), "utf8"), plan, "the old plan stays");
  await page.reload();
  await page.getByText("Rien à enregistrer").waitFor();
  await desk.looked("board-saved");
  writeFileSync(path.join(small, "residents.csv"), readFileSync(path.join(small, "residents.csv"), "utf8") + "\n");
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await page.getByText("ne peut plus être enregistré").waitFor();
});

test("the calendar fits A4 and A3 on paper, with its closed days", async () => {
  // Landscape, less margins of 10 mm, at 96 pixels an inch.
  for (const week of ["2026-01-05", "2026-01-20"]) {
    await open(`?week=${week}`);
    await page.emulateMedia({ media: "print" });
    for (const [paper, millimetres] of [["A4", 277], ["A3", 400]]) {
      await page.setViewportSize({ width: Math.floor((millimetres / 25.4) * 96), height: 700 });
      const isTooWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      assert.ok(!isTooWide, `${week} ${paper}`);
      const pdf = await page.pdf({ format: paper, landscape: true, path: `target/page/board-${week}-${paper}.pdf` });
      assert.ok(pdf.length > 1000);
    }
    await page.emulateMedia({ media: "screen" });
    await page.setViewportSize({ width: 1280, height: 900 });
  }
});
