// A coordinator finds the missing interface that costs most, reads what would vanish with it, and takes the findings
// away as a file. Every page on the way is checked (support.mjs).
import { test, before, after } from "node:test";
import assert from "node:assert/strict";
import { Person, startBrowser, startDemo } from "./support.mjs";

let demo, browser;

before(async () => {
  demo = await startDemo();
  browser = await startBrowser();
}, { timeout: 120_000 });

after(async () => {
  await browser?.close();
  demo?.stop();
});

const figure = (page, name) => page.locator(".pr-figure", { hasText: name }).locator(".pr-figure__value").first();
const number = (text) => Number(text.replace(/\./g, "").replace(",", "."));

test("a coordinator reads which breaks, hours and ranks an interface would change", async () => {
  const person = await Person.arrive(browser, demo.address);
  const { page } = person;
  await person.signIn("koordination");
  await person.click(page.getByRole("navigation").getByRole("link", { name: "Befunde" }));
  await person.click(page.getByRole("link", { name: /Zwischen welchen Systemen/ }));
  const rows = page.locator("tbody tr");
  assert.ok(await rows.count() >= 2, "there are pairs");
  const hours = [];
  for (const row of await rows.all()) {
    const text = await row.locator('td[data-label="Stunden im Jahr"]').innerText();
    if (!/nicht erhoben|zu prüfen/.test(text)) hours.push(number(text.split(/\s/)[0]));
  }
  assert.deepEqual(hours, [...hours].sort((a, b) => b - a), "the dearest come first");
  const first = rows.first();
  const title = await first.getByRole("link").innerText();
  await person.picture("system-pairs");
  await person.click(first.getByRole("link"));
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  await page.getByRole("heading", { name: "Was wäre, wenn es diese Schnittstelle gäbe?" }).waitFor();
  const today = number(await figure(page, "Stunden im Jahr").innerText());
  assert.equal(today, hours[0]);
  assert.ok(number(await figure(page, "Schritte, die entfallen").innerText()) >= 1, "breaks vanish");
  assert.equal(number(await figure(page, "Stunden im Jahr, die entfallen").innerText()), today);
  assert.equal(number(await figure(page, "Stunden im Jahr, die bleiben").innerText()), 0);
  await page.getByRole("heading", { name: "Was sich in der Rangliste ändert" }).waitFor();
  await person.picture("system-pair");
  // The step leads to its place in the model.
  const step = page.locator("table").last().locator("tbody tr").first().getByRole("link");
  const name = await step.innerText();
  await person.click(step);
  assert.match(page.url(), /\/processes\/\d+\/diagrams\/\d+#befund-\d+$/);
  assert.match(await page.locator(new URL(page.url()).hash).innerText(), new RegExp(name));
  await page.context().close();
});

test("an interface changes ranks, and where it does not the page says so", async () => {
  const person = await Person.arrive(browser, demo.address);
  const { page } = person;
  await person.signIn("leserin");
  await person.open("/findings/system-pairs");
  const addresses = await page.locator("tbody th a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  let moved = 0;
  for (const address of addresses) {
    await person.open(address);
    const main = await page.locator("main").innerText();
    if (/Kein Prozess bekommt einen anderen Rang/.test(main)) continue;
    moved += 1;
    assert.match(main, /\d+\.\s+\d+\.\s+(steigt|fällt)/);
    await person.picture("system-pair-ranks");
  }
  assert.ok(moved > 0, "some interface of the demo town changes the ranking");
  await page.context().close();
});

test("findings leave with the filters in force", async () => {
  const person = await Person.arrive(browser, demo.address);
  const { page } = person;
  await person.signIn("leserin");
  await person.open("/findings?kind=system-to-system");
  const shown = await page.locator("tbody tr").count();
  assert.ok(shown >= 2);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "CSV", exact: true }).click(),
  ]);
  assert.equal(download.suggestedFilename(), "findings.csv");
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  const lines = Buffer.concat(chunks).toString("utf8").trimEnd().split("\r\n");
  assert.equal(lines.length, shown + 1, "headings and the rows of the list");
  assert.ok(lines.slice(1).every((line) => line.includes("media-break/system-to-system")));
  const [sheet] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Excel", exact: true }).click(),
  ]);
  assert.equal(sheet.suggestedFilename(), "findings.xlsx");
  await page.context().close();
});

test("a person keeps a filter of the findings, comes back to it and deletes it", async () => {
  const person = await Person.arrive(browser, demo.address);
  const { page } = person;
  await person.signIn("leserin");
  await person.open("/findings?kind=transport&verdict=open");
  const shown = await page.locator("tbody tr").count();
  await page.getByLabel("Name der Auswahl").fill("Offene Wege");
  await person.click(page.getByRole("button", { name: "Auswahl merken" }));
  await page.getByText("Die Auswahl ist gemerkt.").waitFor();
  await person.open("/findings");
  assert.notEqual(await page.locator("tbody tr").count(), shown);
  await person.click(page.getByRole("link", { name: "Offene Wege" }));
  assert.match(page.url(), /kind=transport&verdict=open$/);
  assert.equal(await page.locator("tbody tr").count(), shown);
  await person.click(page.getByRole("button", { name: /^Löschen: Offene Wege|^Löschen/ }));
  assert.equal(await page.getByRole("link", { name: "Offene Wege" }).count(), 0);
  await page.context().close();
});

test("pairs are clean on a desk and on a phone, in both languages, and work without JavaScript", async () => {
  for (const options of [{}, { viewport: { width: 390, height: 844 } }, { locale: "en-GB", viewport: { width: 390, height: 844 } }]) {
    const person = await Person.arrive(browser, demo.address, options);
    await person.signIn("verwaltung");
    await person.open("/findings/system-pairs");
    const pair = await person.page.locator("tbody th a").first().getAttribute("href");
    const paths = [pair, "/findings", "/findings/system-pairs?unit=2", "/findings/system-pairs?with=paper", "/findings/system-pairs?with=oral"];
    await person.open("/findings/system-pairs?with=paper");
    paths.push(await person.page.locator("tbody th a").first().getAttribute("href"));
    for (const path of paths) {
      await person.open(path);
      const raw = await person.page.locator("body").innerText();
      assert.doesNotMatch(raw, /\bweb-[a-z]+-|\bcarrier-end|\{ ?\$/, `${path} shows an id of the catalogues`);
    }
    await person.page.context().close();
  }
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "de-DE" });
  const page = await context.newPage();
  await page.goto(demo.address + "/sign-in");
  await page.locator('form:has(input[name="login"][value="leserin"]) button').click();
  await page.goto(demo.address + "/findings/system-pairs");
  await page.getByLabel("Gegenseite").selectOption("paper");
  await page.getByRole("button", { name: "Anwenden" }).click();
  await page.locator("tbody th a").first().click();
  await page.getByRole("heading", { level: 1, name: /und Papier$/ }).waitFor();
  await context.close();
});
