// The program serving a folder, and a browser with access.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../..");
export const program = process.env.ATELIERS ?? path.join(root, "target/release/ateliers");
const pictures = path.join(root, "target/page");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const executablePath = ["/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/chromium-browser"].find(existsSync);
const args = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

export class Desk {
  faults = [];

  static async open(folder, lang = "fr") {
    const desk = new Desk();
    desk.server = spawn(program, ["serve", folder, "--port", "0"], { stdio: ["ignore", "pipe", "pipe"] });
    desk.address = await said(desk.server);
    desk.origin = new URL(desk.address).origin;
    desk.browser = await chromium.launch({ executablePath, args });
    desk.context = await desk.browser.newContext({ locale: lang, viewport: { width: 1280, height: 900 } });
    desk.page = await desk.context.newPage();
    desk.watch(desk.page);
    await desk.page.goto(desk.address);
    await desk.page.waitForURL(`${desk.origin}/`);
    return desk;
  }

  // A site for people on other machines, behind a proxy that this browser finds under the public name.
  static async shared(folder, options) {
    const desk = new Desk();
    desk.server = spawn(program, ["serve", folder, ...options], { stdio: ["ignore", "pipe", "pipe"] });
    desk.address = await said(desk.server);
    desk.origin = new URL(desk.address).origin;
    desk.inside = new URL(`http://${options[options.indexOf("--listen") + 1]}`).port;
    const host = new URL(desk.address).hostname;
    desk.browser = await chromium.launch({ executablePath, args: [...args, `--host-resolver-rules=MAP ${host} 127.0.0.1`] });
    const seen = { locale: "fr", viewport: { width: 1280, height: 900 }, ignoreHTTPSErrors: true };
    desk.context = await desk.browser.newContext(seen);
    desk.page = await desk.context.newPage();
    desk.watch(desk.page);
    return desk;
  }

  watch(page) {
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type()) && !isRefusal(message.text())) this.faults.push(message.text());
    });
    page.on("pageerror", (error) => this.faults.push(String(error)));
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(this.origin) && !url.startsWith("data:")) this.faults.push(`a request leaves: ${url}`);
    });
  }

  go(address) {
    return this.page.goto(this.origin + address);
  }

  // Checks the page in both colour schemes and at both widths.
  async looked(name) {
    mkdirSync(pictures, { recursive: true });
    for (const [scheme, width, height] of [["light", 1280, 900], ["dark", 1280, 900], ["light", 390, 844], ["dark", 390, 844]]) {
      await this.page.emulateMedia({ colorScheme: scheme });
      await this.page.setViewportSize({ width, height });
      const where = `${name}-${scheme}-${width}`;
      await this.page.screenshot({ path: path.join(pictures, `${where}.png`), fullPage: true });
      const isTooWide = await this.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      assert.ok(!isTooWide, `${where}: wider than the window`);
      await this.page.evaluate(axe);
      const { violations } = await this.page.evaluate(() => window.axe.run());
      const serious = violations.filter(({ impact }) => ["serious", "critical"].includes(impact));
      const told = serious.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.target.join(" ")).join(", ")}`);
      assert.deepEqual(told, [], where);
    }
    await this.page.emulateMedia({ colorScheme: "light" });
    await this.page.setViewportSize({ width: 1280, height: 900 });
  }

  // Kills the program.
  async killed() {
    await this.browser.close();
    const ended = new Promise((resolve) => this.server.once("exit", resolve));
    this.server.kill("SIGKILL");
    await ended;
    assert.deepEqual(this.faults, []);
  }

  async close() {
    await this.browser?.close();
    const ended = new Promise((resolve) => this.server.once("exit", resolve));
    this.server.kill("SIGINT");
    const code = await ended;
    assert.deepEqual(this.faults, []);
    assert.equal(code, 0, "Ctrl-C ends the program in order");
  }
}

// Tests expect some requests to be refused; Chromium logs such a status as an error.
function isRefusal(text) {
  return text.startsWith("Failed to load resource: the server responded with a status of 4");
}

function said(server) {
  return new Promise((resolve, reject) => {
    let text = "";
    server.stdout.on("data", (bytes) => {
      text += bytes;
      const address = text.match(/https?:\/\/\S+/);
      if (address) resolve(address[0]);
    });
    server.once("exit", (code) => reject(new Error(`the program ended with ${code}`)));
  });
}

// Drops a file on an element, as from the desktop.
export async function drop(page, selector, file) {
  const bytes = [...readFileSync(file)];
  await page.evaluate(
    ([selector, name, bytes]) => {
      const carried = new DataTransfer();
      carried.items.add(new File([new Uint8Array(bytes)], name));
      const options = { bubbles: true, cancelable: true, dataTransfer: carried };
      const target = document.querySelector(selector);
      for (const kind of ["dragenter", "dragover", "drop"]) target.dispatchEvent(new DragEvent(kind, options));
    },
    [selector, path.basename(file), bytes],
  );
}
