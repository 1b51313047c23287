// Makes the pictures of the README: `node tests/browser/pictures.mjs` after `cargo build`.
import { join, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { Person, startBrowser, startDemo } from "./support.mjs";

const folder = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "docs", "pictures");
const SIZES = [[1280, 960], [390, 844]];

const demo = await startDemo();
const browser = await startBrowser();
try {
  for (const [width, height] of SIZES) {
    const person = await Person.arrive(browser, demo.address, { viewport: { width, height } });
    await person.signIn("koordination");
    await person.open("/processes?q=Gewerbe%20anmelden");
    const process = await person.page.getByRole("link", { name: "Gewerbe anmelden", exact: true }).first().getAttribute("href");
    const pages = { register: "/processes", profile: process, diagram: `${process}/diagrams/1`, ranking: "/priorities" };
    for (const [name, path] of Object.entries(pages)) {
      await person.open(path);
      if (name === "diagram") await person.page.locator(".djs-container svg").first().waitFor();
      await person.page.waitForTimeout(300);
      await person.page.screenshot({ path: join(folder, `${name}-${width}.png`) });
    }
    await person.page.context().close();
  }
} finally {
  await browser.close();
  demo.stop();
}
