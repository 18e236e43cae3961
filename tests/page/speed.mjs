// Measures the page's speed in Chromium: `node tests/page/speed.mjs FOLDER PROJECT`; PROJECT has a plan, and is in FOLDER.
// Prints the median of each figure, and its limit.

import { Desk } from "./lib/desk.mjs";

const TIMES = 20;
const [folder, project] = process.argv.slice(2);

const median = (all) => [...all].sort((one, other) => one - other)[Math.floor(all.length / 2)];

function told(name, all, limit) {
  const most = Math.max(...all);
  console.log(`${name}: median ${median(all).toFixed(0)} ms of ${all.length}, at most ${most.toFixed(0)} ms${limit ? ` (limit ${limit} ms)` : ""}`);
}

const desk = await Desk.open(folder);
const { page } = desk;
const plan = `/projects/${encodeURIComponent(project)}/plan`;

async function view(query) {
  const from = performance.now();
  await desk.go(plan + query);
  await page.locator("#desk").waitFor();
  return performance.now() - from;
}

// Waits for the key that drops something, and then for the new verdict on the page.
function listening() {
  return page.evaluate(() => {
    const before = document.getElementById("desk").dataset.version;
    let from = 0;
    document.addEventListener("keydown", () => (from = performance.now()), { once: true, capture: true });
    window.dropped = new Promise((resolve) => {
      // A drop on the original place changes nothing.
      setTimeout(resolve, 2000, null);
      const seen = new MutationObserver(() => {
        if (document.getElementById("desk")?.dataset.version === before) return;
        seen.disconnect();
        requestAnimationFrame(() => resolve(performance.now() - from));
      });
      seen.observe(document.getElementById("main"), { childList: true, subtree: true });
    });
  });
}

console.log(`first view, plan not open yet: ${(await view("")).toFixed(0)} ms (limit 1000 ms)`);
const weight = await page.evaluate(() =>
  [...performance.getEntriesByType("resource"), ...performance.getEntriesByType("navigation")].reduce(
    (sum, { encodedBodySize }) => sum + encodedBodySize, 0));
console.log(`weight of the page: ${(weight / 1000).toFixed(0)} kB (limit 1500 kB)`);
for (const [name, query] of [["calendar by trainers", ""], ["by rooms", "?rows=venues&all=1"], ["cycles", "?view=cycles"], ["residents", "?view=people"], ["map", "?view=map"]]) {
  const times = [];
  for (let time = 0; time < TIMES; time++) times.push(await view(query));
  told(name, times, 1000);
}

await view("");
const [drops, marks] = [[], []];
for (let time = 0; time < TIMES; time++) {
  const cards = page.locator("a[data-cycle]");
  await cards.nth(time % (await cards.count())).focus();
  const from = performance.now();
  await page.keyboard.press("Space");
  await page.locator(".place.at").waitFor();
  marks.push(performance.now() - from);
  for (let step = 0; step <= time % 3; step++) await page.keyboard.press("ArrowDown");
  await listening();
  await page.keyboard.press("Enter");
  drops.push(await page.evaluate(() => window.dropped));
}
told("where it may go, by price", marks);
told("verdict and price after a drop", drops.filter((time) => time !== null), 100);

// Slower requests, which block nobody.
const [reasons, seats] = [[], []];
for (let time = 0; time < 5; time++) {
  await view("");
  let from = performance.now();
  await page.locator("a[data-cycle]").nth(time).click();
  await page.locator("#why p").waitFor();
  reasons.push(performance.now() - from);
  from = performance.now();
  await page.locator(".sheet [data-person]").first().click();
  await page.locator("#seats .choice").first().waitFor();
  seats.push(performance.now() - from);
}
told("why a cycle is here", reasons);
told("where a resident may go", seats);
await desk.close();
