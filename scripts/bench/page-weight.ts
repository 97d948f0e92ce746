import { readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

const dist = resolve(import.meta.dirname, '../../dist');

/** kB of JavaScript, gzipped, that a built page can ever load: what it imports at once and what it may import later. */
export function scriptsOf(page: string): number {
  const html = readFileSync(join(dist, page, 'index.html'), 'utf8');
  const files = new Set([...html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map(([, path]) => String(path)));
  for (const file of files) {
    const text = readFileSync(join(dist, file), 'utf8');
    for (const [, path] of text.matchAll(/["'`](\.\.?\/[^"'`]+\.js)["'`]/g)) {
      files.add(posix.join(posix.dirname(file), String(path)));
    }
  }
  const bytes = [...files].map((file) => gzipSync(readFileSync(join(dist, file))).length);
  return bytes.reduce((sum, one) => sum + one, 0) / 1000;
}
