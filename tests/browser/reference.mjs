// Reference models drawn twice, by this program and by bpmn-js, for docs/pictures/reference.md: node tests/browser/reference.mjs
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import assert from "node:assert/strict";
import { startBrowser } from "./support.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const output = join(root, "docs", "pictures", "reference");
const binary = process.env.PROZESSREGISTER ?? join(root, "target", "debug", "prozessregister");
const require = createRequire(join(root, "frontend", "package.json"));
const script = require.resolve("bpmn-js/dist/bpmn-viewer.production.min.js");
/** Largest file of the documentation in bytes. */
const LIMIT = 150_000;

const drawing = join(root, "fixtures", "drawing");
const demo = join(root, "fixtures", "demo", "models");
const models = [
  ["activities", join(drawing, "reference-activities.bpmn")],
  ["events", join(drawing, "reference-events.bpmn")],
  ["flows", join(drawing, "reference-flows.bpmn")],
  ["pools", join(drawing, "reference-pools.bpmn")],
  ["vertical", join(drawing, "reference-vertical.bpmn")],
  ["colours", join(drawing, "reference-colours.bpmn")],
  ["business", join(demo, "32.1-01-gewerbe-anmelden-ist.bpmn")],
  ["residence", join(demo, "33.1-01-wohnsitz-anmelden-ist.bpmn")],
  // bpmn-js draws neither choreographies nor conversations: only ours.
  ["choreography", join(drawing, "reference-choreography.bpmn"), "ours"],
];

mkdirSync(output, { recursive: true });
const browser = await startBrowser();
try {
  for (const [name, file, only] of models) {
    const ours = join(output, `${name}.png`);
    execFileSync(binary, ["--lang", "de", "bpmn", "picture", file, "-o", ours, "--scale", "1"]);
    assert.ok(statSync(ours).size <= LIMIT, `${ours}: ${statSync(ours).size}`);
    if (only) continue;
    const page = await browser.newPage();
    await page.setContent('<style>body{margin:0}#c{width:100vw;height:100vh}</style><div id="c"></div>');
    await page.addScriptTag({ path: script });
    const size = await page.evaluate(async (xml) => {
      window.viewer = new window.BpmnJS({ container: "#c" });
      await window.viewer.importXML(xml);
      const { inner } = window.viewer.get("canvas").viewbox();
      return { width: Math.ceil(inner.width) + 40, height: Math.ceil(inner.height) + 40 };
    }, readFileSync(file, "utf8"));
    await page.setViewportSize({ width: size.width + 60, height: size.height });
    await page.evaluate(({ width, height }) => {
      const canvas = window.viewer.get("canvas");
      canvas.resized();
      const { inner } = canvas.viewbox();
      canvas.viewbox({ x: inner.x - 20, y: inner.y - 20, width: width + 60, height });
    }, size);
    const theirs = join(output, `${name}-bpmn-js.png`);
    await page.screenshot({ path: theirs });
    assert.ok(statSync(theirs).size <= LIMIT, `${theirs}: ${statSync(theirs).size}`);
    await page.close();
  }
} finally {
  await browser.close();
}
