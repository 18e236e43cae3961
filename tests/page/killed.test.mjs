// The program is killed at random moments, fifty times, while tables and the plan are edited and saved, and while it searches,
// tries, compares and makes documents. After each kill: every file is complete, projects open without new errors, unsaved changes
// are restored, and an interrupted search is reported. No browser: requests are those of the pages.
//
// ROUNDS and SEED choose other rounds; a failure reports its seed.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";

import { program } from "./lib/desk.mjs";

const ROUNDS = Number(process.env.ROUNDS ?? 50);
const SEED = Number(process.env.SEED ?? 20261129);
/** Time before the program is killed, in milliseconds. */
const LIVES = [40, 600];
/** In every other round, maximum delay between a request that writes files and the kill, in milliseconds. */
const STRIKE = 30;
const NOTE = 10;
const TABLE = "/projects/small/data/residents";
const PLAN = "/projects/small/plan";
const SETTINGS = "/projects/small/settings";
const FORM = { "Content-Type": "application/x-www-form-urlencoded" };

/** Random numbers, the same for the same seed. */
function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The program, and the requests of a browser with access. */
class Served {
  static async begin(folder) {
    const served = new Served();
    served.process = spawn(program, ["serve", folder, "--port", "0", "--lang", "fr"], { stdio: ["ignore", "pipe", "ignore"] });
    served.ended = new Promise((resolve) => served.process.once("exit", resolve));
    const address = await new Promise((resolve, reject) => {
      let text = "";
      served.process.stdout.on("data", (bytes) => {
        text += bytes;
        const found = text.match(/https?:\/\/\S+/);
        if (found) resolve(found[0]);
      });
      served.ended.then((code) => reject(new Error(`the program ended with ${code}`)));
    });
    served.origin = new URL(address).origin;
    const entered = await fetch(address, { redirect: "manual" });
    served.cookie = entered.headers.get("set-cookie").split(";")[0];
    return served;
  }

  async get(address) {
    const answer = await fetch(this.origin + address, { headers: { cookie: this.cookie } });
    return { status: answer.status, text: await answer.text() };
  }

  async post(address, body, headers = FORM) {
    const answer = await fetch(this.origin + address, {
      method: "POST", redirect: "manual", body,
      headers: { cookie: this.cookie, origin: this.origin, ...headers },
    });
    return { status: answer.status, text: await answer.text() };
  }

  async kill() {
    this.process.kill("SIGKILL");
    await this.ended;
  }
}

const between = (text, from, to) => text.split(from)[1]?.split(to)[0];
/** The fields of the settings form, as a page shows them. */
function fieldsOf(page) {
  const inputs = [...page.matchAll(/<input [^>]*>/g)].map(([tag]) => [between(tag, 'name="', '"'), between(tag, 'value="', '"') ?? ""]);
  const plain = (text) => text.replaceAll("&#34;", '"').replaceAll("&#39;", "'").replaceAll("&#38;", "&");
  return new Map(inputs.filter(([name]) => name).map(([name, value]) => [name, plain(value)]));
}
const rowsOf = (text) => [...text.matchAll(/<tr role="row".*?<\/tr>/gs)].map(([row]) => [...row.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(([, cell]) => cell));
const csv = (file) => readFileSync(file, "utf8").trimEnd().split("\n").slice(1);

/** The planner's actions, and the state expected of the program. */
class Planner {
  /** Rows of the table, in the file and as edited, with the undo history. */
  saved = [];
  rows = [];
  done = [];
  undone = [];
  /** The last request without a response: its possible effect. */
  asked = null;
  /** Number of unsaved steps of the plan. */
  steps = 0;
  stepAsked = null;
  /** The scenario's name, in the file and in the form: the possible values of each. */
  named = ["small"];
  filled = ["small"];
  counts = {};
  /** Kills the program, in a round with kills during writes. */
  strike = null;

  constructor(home, random) {
    this.home = home;
    this.random = random;
    this.small = path.join(home, "small");
  }

  pick(of) {
    return of[Math.floor(this.random() * of.length)];
  }

  /** Files are about to be written. */
  writes() {
    if (this.strike) setTimeout(this.strike, this.random() * STRIKE);
  }

  async edited(served) {
    const state = (await served.get(`${TABLE}/state`)).text;
    const stamp = between(state, 'data-stamp="', '"');
    const { act, become } = this.act();
    this.asked = become;
    const answer = await served.post(`${TABLE}/change`, JSON.stringify({ stamp, act }), { "Content-Type": "application/json" });
    assert.equal(answer.status, 200, answer.text);
    become(this);
    this.asked = null;
  }

  /** A possible change of the table, and its effect. */
  act() {
    const kind = this.random();
    if (kind < 0.15 && this.done.length > 0) {
      return { act: "undo", become: (to) => { to.undone.push(to.rows); to.rows = to.done.pop(); } };
    }
    if (kind < 0.2 && this.undone.length > 0) {
      return { act: "redo", become: (to) => { to.done.push(to.rows); to.rows = to.undone.pop(); } };
    }
    const changed = (rows) => (to) => { to.done.push(to.rows); to.undone = []; to.rows = rows; };
    const text = `t${Math.floor(this.random() * 1e9)}`;
    if (kind < 0.35) {
      const row = [`N${text}`, "25304", "*", "base", "0", "", "0", "", "", "1", text];
      return { act: { paste: { row: null, column: 0, text: row.join("\t") } }, become: changed([...this.rows, row]) };
    }
    const at = Math.floor(this.random() * 12);
    const rows = this.rows.map((row, position) => (position === at ? [...row.slice(0, NOTE), text] : row));
    return { act: { set: { row: at, column: NOTE, value: text } }, become: changed(rows) };
  }

  async savedTable(served) {
    const stamp = between((await served.get(`${TABLE}/state`)).text, 'data-stamp="', '"');
    const become = (to) => { to.saved = to.rows; to.done = []; to.undone = []; };
    this.asked = become;
    this.writes();
    const answer = await served.post(`${TABLE}/save`, `stamp=${stamp}`);
    assert.equal(answer.status, 200, answer.text);
    become(this);
    this.asked = null;
  }

  async stepped(served) {
    const version = between((await served.get(PLAN)).text, 'data-version="', '"');
    if (!version) return;
    const isUndone = this.steps > 0 && this.random() < 0.3;
    this.stepAsked = isUndone ? this.steps - 1 : this.steps + 1;
    const to = this.pick(["2026-01-20", "2026-01-27"]);
    const answer = isUndone
      ? await served.post(`${PLAN}/undo`, `version=${version}`)
      : await served.post(`${PLAN}/step`, `version=${version}&cycle=C002&slot=tue-1400&trainer=T1&first=${to}`);
    // Existing names are refused.
    assert.ok([303, 409, 422].includes(answer.status), answer.text);
    if (answer.status === 303) this.steps = this.stepAsked;
    this.stepAsked = null;
  }

  async savedPlan(served) {
    const version = between((await served.get(PLAN)).text, 'data-version="', '"');
    if (!version) return;
    this.stepAsked = 0;
    this.writes();
    const answer = await served.post(`${PLAN}/save`, `version=${version}&name=mien-${Math.floor(this.random() * 1e6)}`);
    assert.ok([303, 409, 422].includes(answer.status), answer.text);
    if (answer.status === 303) this.steps = 0;
    this.stepAsked = null;
  }

  async settings(served) {
    const fields = fieldsOf((await served.get(SETTINGS)).text);
    const name = `small ${Math.floor(this.random() * 1e6)}`;
    const isSaved = this.random() < 0.5;
    fields.set("name", name);
    if (isSaved) fields.set("do", "save");
    [this.filled, this.named] = [[...this.filled, name], isSaved ? [...this.named, name] : this.named];
    if (isSaved) this.writes();
    const answer = await served.post(isSaved ? SETTINGS : `${SETTINGS}/check`, new URLSearchParams([...fields]).toString());
    assert.equal(answer.status, isSaved ? 303 : 200, answer.text);
    this.filled = [name];
    if (isSaved) this.named = [name];
  }

  /** Acts until the program is killed. */
  async live(served) {
    const behind = this.pick(["planning", "waiting", "compare", "documents", "nothing"]);
    const forms = {
      planning: ["/projects/pilote/planning", `amount=seconds&seconds=20&start=${this.pick(["anew", "last", "cut"])}`],
      waiting: ["/projects/pilote/waiting", "try=minutes&minutes=20"],
      compare: ["/projects/pilote/compare/batches", "trainers=1%3B2&effort=quick"],
      documents: ["/projects/small/documents", "lang=fr"],
    };
    const does = (name, what) => { this.counts[name] = (this.counts[name] ?? 0) + 1; return what; };
    if (forms[behind]) await does(behind, served.post(...forms[behind]));
    for (;;) {
      const kind = this.random();
      if (kind < 0.55) await does("edit", this.edited(served));
      else if (kind < 0.65) await does("save", this.savedTable(served));
      else if (kind < 0.7) await does("settings", this.settings(served));
      else if (kind < 0.95) await does("step", this.stepped(served));
      else if (kind < 0.98) await does("save the plan", this.savedPlan(served));
      else await does("begin a batch", served.post("/projects/pilote/compare/batches/begin", `number=${this.counts.compare ?? 0}`));
    }
  }

  /** After a kill: the last request took effect completely or not at all. */
  settle(rows, isUnsaved) {
    const file = JSON.stringify(csv(path.join(this.small, "residents.csv")).map((line) => line.split(",")));
    const seen = JSON.stringify(rows);
    const own = (state) => JSON.stringify(state.rows) === seen && JSON.stringify(state.saved) === file;
    const before = { saved: this.saved, rows: this.rows, done: [...this.done], undone: [...this.undone] };
    if (!own(before) && this.asked) this.asked(this);
    assert.ok(own(this), `the table is neither as it was nor as it was asked to be:\nshown ${seen}\nfile ${file}\nknown ${JSON.stringify([this.rows, this.saved])}`);
    assert.equal(isUnsaved, JSON.stringify(this.rows) !== JSON.stringify(this.saved), "whether something is not saved");
    // If nothing differs from the file, there is nothing to undo.
    if (!isUnsaved) [this.done, this.undone] = [[], []];
    this.asked = null;
  }
}

/** Every file below a folder, except hidden ones. */
function below(folder) {
  const entries = readdirSync(folder).filter((name) => !name.startsWith("."));
  return entries.map((name) => path.join(folder, name)).flatMap((file) => (statSync(file).isDirectory() ? below(file) : [file]));
}

/** Every file can be read as its type. */
function whole(home) {
  for (const file of below(home)) {
    const bytes = readFileSync(file);
    if (file.endsWith(".json")) JSON.parse(bytes.toString());
    if (file.endsWith(".csv")) {
      const text = bytes.toString();
      assert.ok(text.endsWith("\n") && text.split("\n")[0].length > 1, `${file} is cut`);
    }
    if (file.endsWith(".pdf")) assert.ok(bytes.subarray(-1024).includes("%%EOF"), `${file} is cut`);
    assert.ok(bytes.length > 0, `${file} is empty`);
  }
  for (const plan of below(home).filter((file) => path.basename(file) === "plan.json" && existsSync(path.join(path.dirname(file), "cycles.csv")))) {
    const cycles = JSON.parse(readFileSync(plan, "utf8")).cycles.length;
    const rows = csv(path.join(path.dirname(plan), "cycles.csv")).filter((line) => line.length > 0).length;
    assert.equal(rows, cycles, `${plan} has other tables`);
  }
}

/** Everything is as before the kill, or the program reports what happened to it. */
async function checked(served, planner) {
  for (const project of ["small", "pilote"]) {
    for (const page of ["", "/data", "/plan", "/planning", "/waiting", "/compare", "/documents", "/life", "/settings"]) {
      const { status, text } = await served.get(`/projects/${project}${page}`);
      assert.equal(status, 200, `/projects/${project}${page}: ${text}`);
      if (page === "/planning") {
        const isCut = existsSync(path.join(planner.home, project, ".ateliers-search/order"));
        assert.equal(text.includes("Une recherche a été interrompue"), isCut, "a search that was cut says so");
      }
    }
  }
  whole(planner.home);
  const state = (await served.get(`${TABLE}/state`)).text;
  planner.settle(rowsOf((await served.get(`${TABLE}/rows?from=0&to=400`)).text), state.includes("data-unsaved"));
  const name = readFileSync(path.join(planner.small, "scenario.toml"), "utf8").match(/^name = "(.*)"$/m)?.[1];
  assert.ok(planner.named.includes(name), `the scenario is called ${name}, and not ${planner.named.join(" or ")}`);
  const filled = fieldsOf((await served.get(SETTINGS)).text).get("name");
  assert.ok(planner.filled.includes(filled), `${filled} is filled in, and not ${planner.filled.join(" or ")}`);
  [planner.named, planner.filled] = [[name], [filled]];
  const steps = Number((await served.get(PLAN)).text.match(/(\d+) gestes? non enregistrés?/)?.[1] ?? 0);
  const may = [planner.steps, planner.stepAsked ?? planner.steps];
  // A request interrupted by the kill has taken effect or not: both numbers are possible.
  assert.ok(may.includes(steps), `${steps} steps, and not ${may.join(" or ")}`);
  [planner.steps, planner.stepAsked] = [steps, null];
}

test(`nothing is lost where the program is killed, ${ROUNDS} times`, async (t) => {
  const home = mkdtempSync(path.join(tmpdir(), "ateliers-killed-"));
  const random = numbers(SEED);
  const planner = new Planner(home, random);
  cpSync("data/fixtures/small", planner.small, { recursive: true });
  cpSync("data/bench/instances/pilot", path.join(home, "pilote"), { recursive: true });
  planner.saved = planner.rows = csv(path.join(planner.small, "residents.csv")).map((line) => line.split(","));
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const served = await Served.begin(home);
      try {
        await checked(served, planner);
        const [least, most] = LIVES;
        const struck = new Promise((resolve) => { planner.strike = round % 2 === 1 ? resolve : null; });
        const lived = planner.live(served).catch((fault) => fault);
        const life = planner.strike ? 5 * most : least + random() * (most - least);
        await Promise.race([struck, new Promise((resolve) => setTimeout(resolve, life))]);
        await served.kill();
        const fault = await lived;
        // The system refuses requests to a program that has ended.
        assert.ok(fault instanceof TypeError || fault.cause, fault);
      } catch (fault) {
        fault.message = `round ${round} of seed ${SEED}: ${fault.message}`;
        throw fault;
      } finally {
        await served.kill();
      }
    }
    t.diagnostic(JSON.stringify(planner.counts));
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});
