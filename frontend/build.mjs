// Bundles the front end into dist/: hashed names, a manifest, pre-compressed copies and the licences of all parts.
import { build } from 'esbuild';
import { brotliCompressSync, gzipSync, constants } from 'node:zlib';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, 'dist');
rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });

const result = await build({
  absWorkingDir: here,
  entryPoints: ['src/app.css', 'src/viewer.css', 'src/app.js', 'src/viewer.js'],
  outdir: 'dist',
  entryNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  bundle: true,
  minify: true,
  format: 'iife',
  target: ['es2020', 'chrome111', 'firefox113', 'safari16.2'],
  legalComments: 'none',
  // Old font formats that every browser in use ignores.
  loader: { '.woff2': 'file', '.woff': 'empty', '.ttf': 'empty', '.eot': 'empty', '.svg': 'empty' },
  metafile: true,
  logLevel: 'warning',
});

// Name in the source → name in dist.
const manifest = {};
for (const [output, { entryPoint }] of Object.entries(result.metafile.outputs)) {
  if (entryPoint) manifest[basename(entryPoint)] = basename(output);
}
writeFileSync(join(dist, 'LICENSES.txt'), licences(Object.keys(result.metafile.inputs)));
manifest['LICENSES.txt'] = 'LICENSES.txt';

for (const name of readdirSync(dist).sort()) {
  if (!['.css', '.js', '.txt'].includes(extname(name))) continue;
  const bytes = readFileSync(join(dist, name));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  writeFileSync(join(dist, `${name}.br`), brotliCompressSync(bytes, { params }));
  writeFileSync(join(dist, `${name}.gz`), gzipSync(bytes, { level: 9 }));
}
// Written last: whoever finds a manifest finds everything else.
const sorted = Object.fromEntries(Object.entries(manifest).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(join(dist, 'manifest.json'), `${JSON.stringify(sorted, null, 1)}\n`);

/** The licence texts of all packages that went into the bundle. */
function licences(inputs) {
  const packages = new Set();
  for (const input of inputs) {
    const match = input.match(/.*node_modules\/((?:@[^/]+\/)?[^/]+)\//);
    if (match) packages.add(match[0]);
  }
  const parts = [...packages].sort().map((folder) => {
    const root = resolve(here, folder);
    const { name, version, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const file = readdirSync(root).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file ? readFileSync(join(root, file), 'utf8').trim() : '(no licence text in the package)';
    return `${name} ${version}, ${typeof license === 'string' ? license : license?.type}\n\n${text}\n`;
  });
  const own = join(here, 'licences');
  const further = existsSync(own)
    ? readdirSync(own).sort().map((name) => readFileSync(join(own, name), 'utf8').trim() + '\n')
    : [];
  return [...parts, ...further].join(`\n${'-'.repeat(78)}\n\n`);
}
