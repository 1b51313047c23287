// The three people of the README do their job in the demo town: from sign-in to result with at most fifteen clicks.
// Every page on the way is checked (support.mjs).
import { test, before, after } from "node:test";
import assert from "node:assert/strict";
import { join, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { Person, startBrowser, startDemo } from "./support.mjs";

const MOST_CLICKS = 15;
const model = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "fixtures", "browser", "fundsache.bpmn");
let demo, browser;

before(async () => {
  demo = await startDemo();
  browser = await startBrowser();
}, { timeout: 120_000 });

after(async () => {
  await browser?.close();
  demo?.stop();
});

const finished = (person) => assert.ok(person.clicks <= MOST_CLICKS, `${person.clicks} clicks`);

test("a process owner registers a process and learns what helps most next", async () => {
  const person = await Person.arrive(browser, demo.address);
  const { page } = person;
  await person.signIn("fachbereich");
  await person.click(page.getByRole("link", { name: "Prozess erfassen" }));
  await page.getByLabel(/^Name/).fill("Trödelmarkt genehmigen");
  const unit = page.getByLabel(/^Organisationseinheit/);
  await unit.selectOption(await unit.locator("option", { hasText: "Allgemeine Ordnung" }).getAttribute("value"));
  await page.locator('[name="cases_per_year"]').fill("85");
  await person.click(page.getByRole("button", { name: "Speichern" }));
  await page.getByRole("heading", { level: 1, name: "Trödelmarkt genehmigen" }).waitFor();
  const text = await page.locator("main").innerText();
  assert.match(text, /85/);
  assert.match(text, /nicht erhoben/, "what is not known is shown as unknown");
  assert.match(text, /Vollständigkeit/);
  await person.picture("owner-profile");
  finished(person);
  await page.context().close();
});

test("an analyst uploads a model, reads why there is a media break, and judges it", async () => {
  const person = await Person.arrive(browser, demo.address);
  const { page } = person;
  await person.signIn("analyse");
  await person.click(page.getByRole("navigation").getByRole("link", { name: "Prozesse", exact: true }));
  await person.click(page.getByRole("link", { name: "Fundsache aufnehmen und herausgeben" }));
  await person.click(page.getByRole("link", { name: /^Modell/ }));
  await page.getByLabel("BPMN-Datei").setInputFiles(model);
  await person.click(page.getByRole("button", { name: /^Hochladen/ }));
  const findings = page.locator("[data-finding]");
  assert.ok(await findings.count() >= 1, "the model has media breaks");
  await page.locator(".djs-container svg").first().waitFor();
  const first = findings.first();
  await person.click(first.getByText("Warum?"));
  await person.click(first.getByText("Bewerten", { exact: true }));
  await person.click(first.getByRole("button", { name: "Trifft zu", exact: true }));
  assert.match(await page.locator("[data-finding]").first().innerText(), /trifft zu/);
  await person.picture("analyst-diagram");
  // A further version keeps the verdict.
  await person.click(page.getByRole("link", { name: /Versionen/ }).first());
  await page.getByLabel("BPMN-Datei").setInputFiles(model);
  await person.click(page.getByRole("button", { name: /^Hochladen/ }));
  assert.match(await page.locator("[data-finding]").first().innerText(), /trifft zu/);
  finished(person);
  await page.context().close();
});

test("a coordinator answers the questions of a process and sees where it stands and why", async () => {
  const person = await Person.arrive(browser, demo.address);
  const { page } = person;
  await person.signIn("koordination");
  await person.click(page.getByRole("navigation").getByRole("link", { name: "Prioritäten" }));
  await person.click(page.getByRole("link", { name: "Kitaplatz vergeben", exact: true }));
  await person.click(page.getByRole("link", { name: /^Bewertung/ }));
  const proposals = page.getByRole("button", { name: /Vorschläge/ });
  if (await proposals.count()) await person.click(proposals);
  for (const [question, value] of [["2", 3], ["3a", 4], ["3b", 2], ["4b", 3]]) {
    const section = page.locator(`#frage-${question}`);
    await section.locator(`input[type=radio][value="${value}"]`).check();
    await section.getByLabel(/Begründung|Warum/).fill("Nach Rücksprache mit dem Bereich");
    await person.click(section.getByRole("button").first());
  }
  await person.click(page.getByRole("navigation").getByRole("link", { name: "Prioritäten" }));
  const row = page.locator("li, article, .pr-ranked").filter({ has: page.getByRole("link", { name: "Kitaplatz vergeben", exact: true }) }).last();
  const text = await row.innerText();
  assert.match(text, /\d+\./, "it has a rank");
  assert.match(text, /Am meisten/, "it says why");
  await person.picture("coordinator-ranking");
  finished(person);
  await page.context().close();
});

test("reading works without JavaScript", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "de-DE" });
  const page = await context.newPage();
  await page.goto(demo.address + "/sign-in");
  await page.locator('form:has(input[name="login"][value="leserin"]) button').click();
  await page.goto(demo.address + "/processes?q=Gewerbe");
  await page.getByRole("link", { name: "Gewerbe anmelden" }).first().click();
  await page.getByRole("link", { name: /^Modell/ }).click();
  await page.waitForLoadState("load");
  const picture = page.locator("[data-picture] img");
  await picture.waitFor({ state: "visible" });
  assert.ok(await picture.evaluate((image) => image.complete && image.naturalWidth > 100), "the picture of the server is shown");
  await context.close();
});

test("every kind of page is clean on a desk and on a phone, in German and English", async () => {
  for (const options of [{}, { viewport: { width: 390, height: 844 } }, { locale: "en-GB", viewport: { width: 390, height: 844 } }]) {
    const person = await Person.arrive(browser, demo.address, options);
    await person.signIn("verwaltung");
    await person.open("/processes?q=Gewerbe%20anmelden");
    const address = await person.page.getByRole("link", { name: "Gewerbe anmelden", exact: true }).first().getAttribute("href");
    const paths = ["/", "/processes", "/processes/new", address, `${address}/edit`, `${address}/diagrams/1`, `${address}/diagrams/versions`,
      `${address}/findings`, `${address}/candidates`, `${address}/answers`, `${address}/history`, "/findings", "/candidates",
      "/priorities", "/catalogue/units", "/catalogue/applications", "/help", "/help/media-break/paper-to-digital",
      "/help/3a", "/account", "/admin/accounts", "/api", "/processes/999999"];
    for (const path of paths) {
      await person.open(path);
      const raw = await person.page.locator("body").innerText();
      assert.doesNotMatch(raw, /\bweb-[a-z]+-|\{ ?\$/, `${path} shows an id of the catalogues`);
    }
    await person.page.context().close();
  }
});
