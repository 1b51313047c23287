// Two versions of a model beside each other: reached from the list of versions and from the model, by keyboard and without
// JavaScript; numbers in the list are those on the pictures.
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

/** Address of a process that has Ist and Soll. */
async function withTwoVersions(page, address) {
  await page.goto(address + "/processes?limit=200");
  const links = await page.locator('main a[href^="/processes/"]').evaluateAll((all) => all.map((a) => a.getAttribute("href")));
  for (const link of new Set(links.filter((href) => /^\/processes\/\d+$/.test(href)))) {
    await page.goto(`${address}${link}/diagrams/versions`);
    if (await page.locator("select[name=with]").count()) return link;
  }
  throw new Error("no process of the demo has two versions");
}

test("the changes are listed in the numbers of the pictures", async () => {
  for (const [name, options] of [["desk", {}], ["phone", { viewport: { width: 390, height: 844 } }], ["english", { locale: "en-GB" }]]) {
    const person = await Person.arrive(browser, demo.address, options);
    const { page } = person;
    await person.signIn("leserin");
    const process = await withTwoVersions(page, demo.address);
    await person.check();
    const form = page.locator("form:has(select[name=with])");
    await form.getByRole("button").focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/compare\/\d+/);
    await person.check();
    assert.doesNotMatch(await page.locator("body").innerText(), /\b(web-)?compare-[a-z]+|\{ ?\$/, "an id of the catalogues");
    const signs = await page.locator(".pr-change__sign").allInnerTexts();
    assert.ok(signs.length > 0, "Ist and Soll differ");
    const drawn = new Set();
    for (const image of await page.locator(".pr-compare img").all()) {
      assert.ok(await image.evaluate((img) => img.decode().then(() => img.naturalWidth > 100)));
      const svg = await (await page.request.get(demo.address + (await image.getAttribute("src")))).text();
      for (const match of svg.matchAll(/data-mark="([^"]+)"/g)) drawn.add(match[1]);
    }
    for (const sign of drawn) assert.ok(signs.includes(sign), `${sign} stands on a picture and not in the list`);
    assert.ok(drawn.size > 0, "the pictures have marks");
    const tops = await page.locator(".pr-compare section").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
    assert.equal(tops[0] === tops[1], name !== "phone", "beside each other on a desk, above each other on a phone");
    await person.picture(`compare-${name}`);
    // Only what is gone.
    for (const box of await page.locator("input[name=kind]").all()) await box.setChecked((await box.getAttribute("value")) === "removed");
    await person.click(page.locator("form:has(input[name=kind])").getByRole("button"));
    const kinds = await page.locator("[data-change]").evaluateAll((all) => all.map((one) => one.dataset.change));
    assert.ok(kinds.every((kind) => kind === "removed"), "the filter holds");
    await person.open(`${process}/diagrams/1`);
    assert.equal(await page.locator("select[name=with]").count(), 1, "the model leads to the comparison, too");
    await page.context().close();
  }
});

test("it works without JavaScript", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "de-DE" });
  const page = await context.newPage();
  await page.goto(demo.address + "/sign-in");
  await page.locator('form:has(input[name="login"][value="leserin"]) button').click();
  await withTwoVersions(page, demo.address);
  await page.locator("form:has(select[name=with])").getByRole("button").click();
  assert.match(await page.locator("main").innerText(), /Zwei Versionen im Vergleich/);
  assert.equal(await page.locator(".pr-compare img").count(), 2);
  await context.close();
});
