import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const locales = join(root, 'shared', 'locales');

/** Everything that may say a text, as one string. */
const sources = ['overlay', 'server', 'shared']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((at) => join(root, folder, at)),
  )
  .filter((path) => /\.tsx?$/.test(path) && !path.startsWith(locales))
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');

const quoted = new Set([...sources.matchAll(/'([\w-]+(?:\.[\w-]+)*)'/g)].map(([, key]) => String(key)));

/** Keys that are put together: `thread.state.${state}`, `feed-${state}`. What nothing fixed begins could be any. */
const composed = [...sources.matchAll(/`([a-z][\w-]*[.-](?:[\w.-]|\$\{[^`]*?\})*)`/gi)]
  .map(([, template]) => String(template))
  .filter((template) => template.includes('${'))
  .map(
    (template) =>
      new RegExp(
        `^${template
          .split(/\$\{.*?\}/)
          .map(plain)
          .join('.+')}$`,
      ),
  );

function plain(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function keysOf(path: string, value: unknown): string[] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, below]) => keysOf(path === '' ? key : `${path}.${key}`, below));
}

/** Catalogues that are read as objects, by the fields of their parts, and one that is a part of another. */
const BY_FIELD: ReadonlySet<string> = new Set(['mail.ts', 'page-head.ts', 'program.ts']);
const WITHIN: Readonly<Record<string, string>> = { 'availability.ts': 'availability.' };

function isSaid(key: string, file: string): boolean {
  const named = (WITHIN[file] ?? '') + key.replace(/_(zero|one|two|few|many|other)$/, '');
  if (quoted.has(named) || composed.some((pattern) => pattern.test(named))) return true;
  const field = plain(named.split('.').at(-1) ?? '');
  return BY_FIELD.has(file) && new RegExp(`\\.${field}\\b|\\{[^{}]*\\b${field}\\b[^{}]*\\} = `).test(sources);
}

test.each(readdirSync(join(locales, 'en')))('[HS20] every text of %s is said somewhere', async (file) => {
  const module: Record<string, unknown> = await import(join(locales, 'en', file));
  const keys = Object.values(module).flatMap((value) => keysOf('', value));
  expect(keys.filter((key) => !isSaid(key, file))).toEqual([]);
});
