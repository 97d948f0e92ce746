import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { KEYS } from '../overlay/desk/keys.ts';
import { desk } from '../shared/locales/en/desk.ts';

const root = resolve(import.meta.dirname, '..');
const pages = [
  'README.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const read = (page: string) => readFileSync(join(root, page), 'utf8');

test('[HS18] the page about the desk names each key of the desk with what it does, and no other', () => {
  const [, table = ''] = read('docs/desk.md').split('## Keys');
  const named = [...table.matchAll(/^\| `([^`|]+)` \| (.+) \|$/gm)].map(([, key, does]) => `${key} ${does}`);
  const own = Object.entries(KEYS).map(([act, key]) => `${key} ${desk.keys[act as keyof typeof KEYS]}`);
  expect(named).toEqual([...own, `Ctrl+Enter ${desk.keys.send}`, `Ctrl+Shift+B ${desk.keys.panic}`]);
});

test('[HS99] the page of settings has each variable of the environment that the server reads, and no other', () => {
  const reads = [...read('server/config.ts').matchAll(/\benv\['([A-Z_]+)'\]/g)].map(([, name]) => name);
  const rows = [...read('docs/settings.md').matchAll(/^\| (`[^|]+`) \|/gm)].map(([, names = '']) => names);
  const named = rows.flatMap((names) => [...names.matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name));
  expect(reads).not.toHaveLength(0);
  expect(named.toSorted()).toEqual([...new Set(reads)].toSorted());
});

test('[HS18] what a page links to is there: other pages, pictures and headings', () => {
  const headings = (page: string) =>
    [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, text = '']) =>
      text
        .toLowerCase()
        .replace(/[^\w -]/g, '')
        .replaceAll(' ', '-'),
    );
  const lost = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)]*))?\)/g)].flatMap(([whole, path = '', heading]) => {
      const target = path === '' ? page : join(dirname(page), path);
      if (!existsSync(join(root, target))) return [`${page}: ${whole}`];
      return heading === undefined || headings(target).includes(heading) ? [] : [`${page}: ${whole}`];
    }),
  );
  expect(lost).toEqual([]);
});
