// An analyst judges three findings, uploads a changed model, and the verdicts are still there.
import { test, before, after } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { Person, startBrowser, startDemo } from "./support.mjs";

const file = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "fixtures", "demo", "models", "66.3-01-grab-vergeben-ist.bpmn");
let demo, browser;

before(async () => {
  demo = await startDemo();
  browser = await startBrowser();
}, { timeout: 120_000 });

after(async () => {
  await browser?.close();
  demo?.stop();
});

test("verdicts survive a changed version of the model", async () => {
  const person = await Person.arrive(browser, demo.address);
  const { page } = person;
  await person.signIn("analyse");
  await person.open("/processes?q=Grab");
  await person.click(page.getByRole("link", { name: /^Grab/ }).first());
  await person.click(page.getByRole("link", { name: /^Modell/ }));
  const card = (number) => page.locator(`#befund-${number}`);
  const judge = async (number, verdict, reason) => {
    await person.click(card(number).getByText("Bewerten", { exact: true }));
    if (reason) await card(number).getByLabel(/Begründung/).fill(reason);
    await person.click(card(number).getByRole("button", { name: verdict, exact: true }));
  };
  const label = async (number) => (await card(number).getAttribute("data-label"));
  const judged = [[1, "Trifft zu", "", /trifft zu/i], [2, "Trifft nicht zu", "Läuft anders", /trifft nicht zu/i], [3, "So gewollt", "Wunsch der Familien", /gewollt/i]];
  const labels = [];
  for (const [number, verdict, reason] of judged) {
    labels.push(await label(number));
    await judge(number, verdict, reason);
  }
  const text = readFileSync(file, "utf8");
  const start = text.match(/<(?:\w+:)?startEvent[^>]*name="([^"]+)"/)[1];
  const changed = text.replaceAll(start, `${start} (neu)`).replaceAll(/<dc:Bounds x="(\d+)/g, (_, x) => `<dc:Bounds x="${Number(x) + 10}`);
  assert.notEqual(changed, text);
  await person.click(page.getByRole("link", { name: /Versionen/ }).first());
  await page.getByLabel("BPMN-Datei").setInputFiles({ name: "grab.bpmn", mimeType: "application/xml", buffer: Buffer.from(changed) });
  await person.click(page.getByRole("button", { name: /^Hochladen/ }));
  assert.match(await page.locator("main").innerText(), /\(neu\)/);
  for (const [index, [, , reason, word]] of judged.entries()) {
    const kept = page.locator(`[data-finding][data-label="${labels[index]}"]`).first();
    const said = await kept.locator(".pr-badge").allInnerTexts();
    assert.ok(said.some((one) => word.test(one)), `${labels[index]}: ${said}`);
    if (reason) assert.match(await kept.innerText(), new RegExp(reason));
  }
  await person.picture("verdicts-kept");
  await page.context().close();
});
