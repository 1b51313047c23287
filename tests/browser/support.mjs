// Starts the demo town and a browser for it. Every page that is visited is checked: axe-core finds nothing,
// the content security policy is never violated, nothing overflows.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import assert from "node:assert/strict";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const require = createRequire(join(root, "frontend", "package.json"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const output = join(root, "tests", "browser", "output");
mkdirSync(output, { recursive: true });

const BROWSERS = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

export function browserPath() {
  const found = BROWSERS.find((path) => path && existsSync(path));
  if (!found) {
    throw new Error("Chromium is missing. Install it (Debian: apt-get install chromium) or set CHROMIUM to its path.");
  }
  return found;
}

/** The demo town on a free port. */
export async function startDemo() {
  const binary = process.env.PROZESSREGISTER ?? join(root, "target", "debug", "prozessregister");
  const child = spawn(binary, ["--lang", "de", "demo", "--listen", "127.0.0.1:0"], { stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  const address = await new Promise((resolve, reject) => {
    const read = (chunk) => {
      text += chunk;
      const match = text.match(/http:\/\/127\.0\.0\.1:\d+/);
      if (match) resolve(match[0]);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.on("exit", (code) => reject(new Error(`the demo ended with ${code}: ${text}`)));
  });
  return { address, stop: () => child.kill("SIGTERM") };
}

export async function startBrowser() {
  return chromium.launch({
    executablePath: browserPath(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync"],
  });
}

/** A person at a browser: counts clicks, checks each page it comes to. */
export class Person {
  static async arrive(browser, address, options = {}) {
    const context = await browser.newContext({ locale: "de-DE", viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    const person = new Person(page, address);
    if (options.javaScriptEnabled !== false) {
      await page.addInitScript(() => {
        window.violations = [];
        document.addEventListener("securitypolicyviolation", (event) => {
          window.violations.push(`${event.violatedDirective} ${event.blockedURI}`);
        });
      });
    }
    page.on("console", (message) => {
      if (message.type() === "error" && /Content Security Policy/.test(message.text())) person.faults.push(message.text());
    });
    page.on("pageerror", (error) => person.faults.push(String(error)));
    page.on("response", (response) => {
      if (response.status() >= 500) person.faults.push(`${response.status()} ${response.url()}`);
    });
    return person;
  }

  constructor(page, address) {
    this.page = page;
    this.address = address;
    this.clicks = 0;
    this.faults = [];
  }

  async open(path) {
    await this.page.goto(this.address + path);
    await this.check();
  }

  async click(locator) {
    this.clicks += 1;
    await locator.click();
    await this.page.waitForLoadState("load");
    await this.check();
  }

  async signIn(login) {
    await this.open("/");
    await this.click(this.page.locator(`form:has(input[name="login"][value="${login}"]) button`));
  }

  /** What must hold on every page. */
  async check() {
    const { page } = this;
    await page.waitForLoadState("load");
    await page.evaluate(axe);
    const result = await page.evaluate(() =>
      window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
    const found = result.violations.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.target.join(" ")).slice(0, 3).join(" | ")}`);
    assert.deepEqual(found, [], `axe-core on ${page.url()}`);
    assert.deepEqual(await page.evaluate(() => window.violations ?? []), [], `content security policy on ${page.url()}`);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(overflow <= 0, `${page.url()} is ${overflow} pixels too wide`);
    assert.deepEqual(this.faults, [], `faults on ${page.url()}`);
  }

  async picture(name) {
    await this.page.screenshot({ path: join(output, `${name}.png`), fullPage: true });
  }
}
