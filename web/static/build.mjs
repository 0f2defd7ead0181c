// Builds static/dist from static/src: one bundle of ECharts with the charts
// that are used, the script and the styles of the pages. Each name holds a
// hash of the content; manifest.json tells them. With --check it writes
// nothing and fails where what is committed is not what the sources build to.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const src = join(here, 'src'), dist = join(here, 'dist');
const check = process.argv.includes('--check');

const out = await build({
  entryPoints: ['echarts.js', 'app.js', 'theme.js', 'suanpan.css'].map((f) => join(src, f)),
  absWorkingDir: src, outdir: dist, bundle: true, minify: true, write: false, legalComments: 'none',
  format: 'iife', target: ['es2020', 'chrome100', 'firefox100', 'safari15'], charset: 'utf8', logLevel: 'warning',
  loader: { '.json': 'json' },
});

const files = new Map();
const names = {};
const add = (name, content) => {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  const ext = extname(name), hashed = `${basename(name, ext)}.${hash}${ext}`;
  names[name] = hashed;
  files.set(hashed, content);
  const br = brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } });
  if (br.length < content.length) files.set(`${hashed}.br`, br);
};
for (const f of out.outputFiles) add(basename(f.path), Buffer.from(f.contents));
add('favicon.svg', readFileSync(join(src, 'favicon.svg')));
files.set('manifest.json', Buffer.from(JSON.stringify(Object.fromEntries(Object.entries(names).sort()), null, 1) + '\n'));

if (check) {
  const faults = [];
  const have = new Set(readdirSync(dist));
  for (const [name, content] of files) {
    if (!have.delete(name)) { faults.push(`${name} is not there`); continue; }
    const committed = readFileSync(join(dist, name));
    // another release of the compressor may pack otherwise; what it holds must be the same
    const same = name.endsWith('.br') ? brotliDecompressSync(committed).equals(files.get(name.slice(0, -3))) : committed.equals(content);
    if (!same) faults.push(`${name} differs`);
  }
  for (const name of have) faults.push(`${name} is left over`);
  if (faults.length) {
    console.error(`static/dist is not what static/src builds to; run npm run build:\n${faults.join('\n')}`);
    process.exit(1);
  }
} else {
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  for (const [name, content] of files) writeFileSync(join(dist, name), content);
  for (const [name, content] of [...files].sort()) console.log(String(content.length).padStart(8), name);
}
