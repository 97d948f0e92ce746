import { readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

const dist = resolve(import.meta.dirname, '../../dist');

/**
 * kB of JavaScript, gzipped, that a built page can load: what it imports at once, what it may import later, and its words
 * in one language, the heaviest. Nobody's page has loaded the other three.
 */
export function scriptsOf(page: string): number {
  const files = allScriptsOf(page);
  const words = Object.entries(manifestOf()).flatMap(([module, part]) => {
    const language = /locales\/(\w\w)\//.exec(module)?.[1];
    const file = `/${part?.file}`;
    return language && files.has(file) ? [{ language, file }] : [];
  });
  const byLanguage = Object.values(Object.groupBy(words, ({ language }) => language));
  const weights = byLanguage.map((all) => kilobytesOf((all ?? []).map(({ file }) => file)));
  for (const { file } of words) files.delete(file);
  return kilobytesOf(files) + Math.max(0, ...weights);
}

function allScriptsOf(page: string): Set<string> {
  const files = namedIn(page);
  for (const file of files) {
    const text = readFileSync(join(dist, file), 'utf8');
    for (const [, path] of text.matchAll(/["'`](\.\.?\/[^"'`]+\.js)["'`]/g)) {
      files.add(posix.join(posix.dirname(file), String(path)));
    }
  }
  return files;
}

/** kB of JavaScript, gzipped, that a built page loads before it shows anything; `modules` are what it asks for by itself. */
export function firstScriptsOf(page: string, ...modules: readonly string[]): number {
  const manifest = manifestOf();
  const own = modules.map((module) => {
    const file = manifest[module]?.file;
    if (file === undefined) throw new Error(`${module} is in no built page`);
    return `/${file}`;
  });
  return kilobytesOf(new Set([...namedIn(page), ...own]));
}

type Manifest = Readonly<Record<string, { readonly file: string } | undefined>>;

function manifestOf(): Manifest {
  return JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8')) as Manifest;
}

/** The scripts that the page's HTML names: its entry and what that imports. */
function namedIn(page: string): Set<string> {
  const html = readFileSync(join(dist, page, 'index.html'), 'utf8');
  return new Set([...html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map(([, path]) => String(path)));
}

function kilobytesOf(files: Iterable<string>): number {
  const bytes = [...files].map((file) => gzipSync(readFileSync(join(dist, file))).length);
  return bytes.reduce((sum, one) => sum + one, 0) / 1000;
}
