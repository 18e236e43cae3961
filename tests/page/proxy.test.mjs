// People on other machines connect through nginx, with the file of tests/nginx: TLS, names and passwords.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";

import { Desk, program } from "./lib/desk.mjs";

const home = mkdtempSync(path.join(tmpdir(), "ateliers-proxy-"));
const people = path.join(home, "people.toml");
const password = "une phrase assez longue";
let desk, nginx;

const free = () => new Promise((resolve) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

// The file, with other ports, certificates and paths.
function configured(ports) {
  const conf = readFileSync("tests/nginx/ateliers.conf", "utf8")
    .replaceAll(/listen \[::\].*\n/g, "")
    .replaceAll("listen 80;", `listen 127.0.0.1:${ports.http};`)
    .replaceAll("listen 443 ssl;", `listen 127.0.0.1:${ports.https} ssl;`)
    .replaceAll("http2 on;\n", "") // Debian 12 has nginx 1.22, which does not support it
    .replaceAll("/etc/letsencrypt/live/ateliers.example.fr", home)
    .replaceAll("/etc/nginx/ateliers-proxy.conf", path.join(home, "ateliers-proxy.conf"));
  const proxy = readFileSync("tests/nginx/ateliers-proxy.conf", "utf8").replace("127.0.0.1:8420", `127.0.0.1:${ports.program}`);
  writeFileSync(path.join(home, "ateliers-proxy.conf"), proxy);
  const places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${home}/tmp/${name};`);
  mkdirSync(path.join(home, "tmp"));
  writeFileSync(path.join(home, "nginx.conf"), `pid ${home}/nginx.pid; daemon off; error_log ${home}/error.log;
events {} http { ${places.join(" ")} ${conf} }`);
}

before(async () => {
  cpSync("data/fixtures/small", path.join(home, "projects/small"), { recursive: true });
  execFileSync(program, ["people", people, "add", "Anne Martin"], { input: `${password}\n` });
  const subject = ["-subj", "/CN=ateliers.example.fr", "-addext", "subjectAltName=DNS:ateliers.example.fr"];
  execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", ...subject,
    "-keyout", path.join(home, "privkey.pem"), "-out", path.join(home, "fullchain.pem")], { stdio: "ignore" });
  const ports = { http: await free(), https: await free(), program: await free() };
  configured(ports);
  nginx = spawn("nginx", ["-p", home, "-c", path.join(home, "nginx.conf")], { stdio: ["ignore", "ignore", "inherit"] });
  const address = `https://ateliers.example.fr:${ports.https}`;
  desk = await Desk.shared(path.join(home, "projects"), ["--listen", `127.0.0.1:${ports.program}`, "--people", people, "--address", address]);
});

after(async () => {
  await desk?.close();
  nginx?.kill();
  rmSync(home, { recursive: true, force: true });
});

test("somebody says who they are, and is in", async () => {
  await desk.go("/projects/small");
  await desk.page.getByRole("heading", { name: "Identification" }).waitFor();
  await desk.looked("login");
  await desk.page.getByLabel("Nom", { exact: true }).fill("Anne Martin");
  await desk.page.getByLabel("Mot de passe").fill("autre chose");
  await desk.page.keyboard.press("Enter");
  await desk.page.getByText("ne vont pas ensemble").waitFor();
  await desk.page.getByLabel("Nom", { exact: true }).fill("Anne Martin");
  await desk.page.getByLabel("Mot de passe").fill(password);
  await desk.page.keyboard.press("Enter");
  await desk.page.getByRole("heading", { name: "Projets", exact: true }).waitFor();
  await desk.page.getByText("Anne Martin").waitFor();
  const [cookie] = await desk.context.cookies();
  assert.deepEqual([cookie.secure, cookie.httpOnly, cookie.sameSite], [true, true, "Strict"]);
  await desk.go("/projects/small");
  await desk.page.getByRole("heading", { name: "small", exact: true }).waitFor();
  await desk.looked("shared");
});

test("a form goes through, and who is removed is out", async () => {
  await desk.page.getByRole("button", { name: "Sortir" }).click();
  await desk.page.getByRole("heading", { name: "Identification" }).waitFor();
  await desk.page.getByLabel("Nom", { exact: true }).fill("Anne Martin");
  await desk.page.getByLabel("Mot de passe").fill(password);
  await desk.page.getByRole("button", { name: "Entrer" }).click();
  await desk.page.getByRole("heading", { name: "Projets", exact: true }).waitFor();
  execFileSync(program, ["people", people, "remove", "Anne Martin"]);
  await desk.go("/projects/small");
  await desk.page.getByRole("heading", { name: "Identification" }).waitFor();
});

test("the program takes requests for its public address only", async () => {
  const inside = `http://127.0.0.1:${desk.inside}`;
  assert.equal((await fetch(inside)).status, 403);
});
