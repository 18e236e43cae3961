// Opens a page in headless Chromium and tells, as JSON: requests that leave it, errors of the console, serious and critical
// faults of axe-core in both colour schemes, whether its first table can be sorted by keyboard, the widths at which it
// is wider than the screen, and keys of drawings without their colour. Takes pictures.
//
// Usage: DOCUMENTS_MODULES=folder-of-node_modules node browse.mjs page.html folder-for-pictures

import { createRequire } from "node:module";
import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(path.join(process.env.DOCUMENTS_MODULES, "browse.cjs"));
const puppeteer = require("puppeteer-core");
const axe = require.resolve("axe-core/axe.min.js");

const [page_path, pictures] = process.argv.slice(2);
const executablePath = ["/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/chromium-browser"].find(existsSync);
const browser = await puppeteer.launch({
  executablePath,
  headless: true,
  // A loaded machine is slow, not at fault.
  protocolTimeout: 600_000,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
const found = { requests: [], errors: [], serious: [], isSorted: false, overflows: [], unfilled: [] };
const url = pathToFileURL(path.resolve(page_path)).href;
const name = path.basename(page_path, ".html");

for (const [device, width, height, scheme] of [
  ["phone", 390, 844, "light"],
  ["desktop", 1280, 900, "dark"],
  ["desktop", 1280, 900, "light"],
]) {
  const page = await browser.newPage();
  page.setDefaultTimeout(300_000);
  page.on("request", (request) => {
    if (!request.url().startsWith("data:") && request.url() !== url) found.requests.push(request.url());
  });
  page.on("pageerror", (error) => found.errors.push(String(error)));
  page.on("console", (message) => {
    if (["error", "warn"].includes(message.type())) found.errors.push(message.text());
  });
  await page.setViewport({ width, height });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await page.goto(url);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  if (overflow) found.overflows.push(width);
  await page.screenshot({ path: path.join(pictures, `${name}-${device}-${scheme}.png`), fullPage: true });
  found.unfilled.push(...(await page.evaluate(unfilled)));
  found.isSorted ||= await sorted(page);
  // The page's policy forbids scripts from elsewhere, but not those of the one who looks.
  await page.addScriptTag({ path: axe });
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  for (const violation of violations) {
    if (["serious", "critical"].includes(violation.impact)) {
      const places = violation.nodes.slice(0, 3).map((node) => node.target.join(" "));
      found.serious.push(`${scheme} ${device} ${violation.id}: ${places.join(", ")}`);
    }
  }
  await page.close();
}
await browser.close();
console.log(JSON.stringify(found));

// Keys of drawings whose swatch has no colour of its own: black is what a shape without a rule is filled with.
function unfilled() {
  const swatches = [...document.querySelectorAll(".swatch *")];
  return swatches.filter((shape) => getComputedStyle(shape).fill === "rgb(0, 0, 0)").map((shape) => shape.getAttribute("class"));
}

// Whether the second column of the first table comes into order by pressing Enter on its heading.
async function sorted(page) {
  await page.focus("table th:nth-child(2) button");
  await page.keyboard.press("Enter");
  return page.evaluate(() => {
    const table = document.querySelector("table");
    const head = table.tHead.rows[0].cells[1];
    const keys = [...table.tBodies[0].rows].map((row) => Number(row.cells[1].dataset.key ?? row.cells[1].textContent));
    return head.ariaSort === "ascending" && keys.every((key, place) => place === 0 || keys[place - 1] <= key);
  });
}
