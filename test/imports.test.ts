import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const TREES = ['shared', 'server', 'overlay', 'scripts', 'test'];
const ADAPTERS = [
  'sources',
  'obs',
  'store',
  'http',
  'sockets',
  'outbox',
  'tunnel',
  'pictures',
  'calendars',
  'mail',
  'tiktok-dm',
  'webauthn',
].map((name) => `server/${name}`);

/** All that the core has from others, none of which reads, writes or waits. A built-in is none of them. */
const CORE_PACKAGES = ['ical-generator', 'temporal-polyfill'];

/** Path within the repository -> text. */
type Tree = ReadonlyMap<string, string>;

interface Import {
  readonly from: string;
  /** A path within the repository, or the name of a package or of a built-in. */
  readonly to: string;
  readonly typeOnly: boolean;
}

function readTree(): Tree {
  const files = TREES.flatMap((tree) =>
    readdirSync(join(root, tree), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1)),
  ).filter((path) => !path.includes('node_modules'));
  return new Map(files.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

const STATEMENT = /^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm;
const DYNAMIC = /\bimport\(\s*'([^']+)'\s*\)/g;

function importsOf(from: string, text: string): Import[] {
  const found = [
    ...[...text.matchAll(STATEMENT)].map(([, type, to]) => ({ to: String(to), typeOnly: type !== undefined })),
    ...[...text.matchAll(DYNAMIC)].map(([, to]) => ({ to: String(to), typeOnly: false })),
  ];
  return found.map(({ to, typeOnly }) => ({
    from,
    to: to.startsWith('.') ? posix.join(posix.dirname(from), to) : to,
    typeOnly,
  }));
}

/** The folder that the rules speak of: `server/core/booking/slots.ts` belongs to `server/core`. */
function area(path: string): string {
  const [tree, folder] = path.split('/');
  return tree === 'server' && path.split('/').length > 2 ? `${tree}/${folder}` : String(tree);
}

const isOwn = (to: string) => TREES.some((tree) => to.startsWith(`${tree}/`));
const within = (to: string, ...areas: string[]) => areas.includes(area(to));

/** Why an import is not allowed; null when it is. One line per rule of direction. */
function objection({ from, to, typeOnly }: Import): string | null {
  if (within(to, 'scripts') && !within(from, 'scripts', 'test')) return 'scripts are imported by nothing';
  if (within(from, 'scripts', 'test')) return null;
  if (to === 'server/main.ts') return 'main.ts is imported by none';
  if (within(to, 'test')) return 'tests are imported by tests';
  if (within(from, 'shared')) return to === 'zod' || within(to, 'shared') ? null : 'shared knows zod and shared';
  if (within(from, 'overlay')) {
    if (to === 'socket.io-client' && from !== 'overlay/connect.ts') return 'connect.ts alone knows the socket';
    return isOwn(to) && !within(to, 'overlay', 'shared') ? 'pages know shared only' : null;
  }
  if (within(to, 'overlay')) return 'the server knows no page';
  // What lies in server/ itself is the wiring, and may know all of it.
  if (within(from, 'server')) return null;
  if (within(to, 'server')) return 'the wiring is known to the wiring alone';
  if (within(from, 'server/core')) {
    if (isOwn(to)) return within(to, 'server/core', 'shared') ? null : 'core knows core and shared';
    return CORE_PACKAGES.includes(to) ? null : 'core does no input or output';
  }
  if (within(from, 'server/app')) {
    return isOwn(to) && !typeOnly && !within(to, 'server/app', 'server/core', 'server/store', 'shared')
      ? 'app knows core, shared and store, others by type'
      : null;
  }
  if (ADAPTERS.includes(area(from))) {
    if (within(to, 'server/app')) return typeOnly ? null : 'an adapter knows app by type only';
    return ADAPTERS.includes(area(to)) && area(to) !== area(from) ? 'no adapter knows another' : null;
  }
  return `${area(from)} is in no rule of this test`;
}

/** Folders that import each other, by value or by type, as `a <-> b`. */
function mutual(imports: readonly Import[]): string[] {
  const edges = new Set(
    imports
      .filter(({ to }) => isOwn(to))
      .map(({ from, to }) => [dirname(from), dirname(to)])
      .filter(([a, b]) => a !== b)
      .map(([a, b]) => `${a} > ${b}`),
  );
  return [...edges]
    .map((edge) => edge.split(' > '))
    .filter(([a, b]) => String(a) < String(b) && edges.has(`${b} > ${a}`))
    .map(([a, b]) => `${a} <-> ${b}`);
}

/** Files that import one another around a corner, by value or by type: each is in the way of understanding any of them alone. */
function rings(imports: readonly Import[]): string[] {
  const ways = Map.groupBy(imports, ({ from }) => from);
  const done = new Set<string>();
  const found: string[] = [];
  function follow(file: string, behind: readonly string[]): void {
    const at = behind.indexOf(file);
    if (at >= 0) found.push([...behind.slice(at), file].join(' > '));
    if (at >= 0 || done.has(file)) return;
    for (const { to } of ways.get(file) ?? []) follow(to, [...behind, file]);
    done.add(file);
  }
  for (const file of ways.keys()) follow(file, []);
  return found;
}

function objections(tree: Tree): string[] {
  const imports = [...tree].flatMap(([path, text]) => importsOf(path, text));
  return imports.flatMap((one) => {
    const why = objection(one);
    return why === null ? [] : [`${one.from} imports ${one.to}: ${why}`];
  });
}

/** How a page reaches a package by value, from its first script on; empty when it does not. */
function wayTo(name: string, page: string, tree: Tree): string[] {
  const before = new Map<string, string>();
  const open = [page];
  for (const path of open) {
    for (const { to, typeOnly } of importsOf(path, tree.get(path) ?? '')) {
      if (typeOnly || before.has(to)) continue;
      before.set(to, path);
      if (to !== name) open.push(to);
    }
  }
  const way: string[] = [];
  for (let at = before.has(name) ? name : undefined; at !== undefined; at = before.get(at)) way.unshift(at);
  return way;
}

function environmentReaders(tree: Tree): string[] {
  return [...tree].flatMap(([path, text]) =>
    path.startsWith('server/') && path !== 'server/config.ts' && /process\.env|['"]env['"]/.test(text) ? [path] : [],
  );
}

const tree = readTree();

test('[HS7] every import goes in the allowed direction', () => {
  expect(tree.size).toBeGreaterThan(50);
  expect(objections(tree)).toEqual([]);
});

test.each(['stage', 'desk', 'book'])('[HS17] the %s page carries no schemas of its server', (page) => {
  expect(wayTo('zod', `overlay/${page}/main.tsx`, tree)).toEqual([]);
});

test('[HS17] a page that carries schemas is found, with the way to them', () => {
  const way = wayTo('zod', 'overlay/studio/main.tsx', tree);
  expect(way.at(0)).toBe('overlay/studio/main.tsx');
  expect(way.at(-1)).toBe('zod');
});

test('[HS7] no two folders import each other', () => {
  expect(mutual([...tree].flatMap(([path, text]) => importsOf(path, text)))).toEqual([]);
});

test('[HS7] no files import one another around a corner', () => {
  expect(rings([...tree].flatMap(([path, text]) => importsOf(path, text)))).toEqual([]);
});

test.each([
  ['shared/a.ts', "import { x } from 'preact';"],
  ['server/core/live/a.ts', "import { readFile } from 'node:fs';"],
  ['server/core/live/a.ts', "import { readFile } from 'fs';"],
  ['server/core/live/a.ts', "import type { Kysely } from 'kysely';"],
  ['server/core/live/a.ts', "import fastify from 'fastify';"],
  ['server/core/live/a.ts', "const pg = await import('pg');"],
  ['server/core/live/a.ts', "import type { Store } from '../../store/store.ts';"],
  ['server/app/a.ts', "import { x } from '../http/api.ts';"],
  ['server/http/a.ts', "import { x } from '../app/live.ts';"],
  ['server/obs/a.ts', "import type { Source } from '../sources/source.ts';"],
  ['server/http/a.ts', "import {\n  x,\n  y,\n} from '../main.ts';"],
  ['server/http/a.ts', "const x = await import('../../scripts/setup.mjs');"],
  ['overlay/stage/a.tsx', "import type { Live } from '../../server/app/live.ts';"],
  ['overlay/stage/a.tsx', "import { io } from 'socket.io-client';"],
])('[HS7] a forbidden import in %s is found: %s', (path, text) => {
  expect(objections(new Map([[path, text]]))).toHaveLength(1);
});

test('[HS7] two folders that know each other by type alone are found', () => {
  const planted = new Map([
    ['overlay/desk/a.ts', "import type { B } from '../parts/b.ts';"],
    ['overlay/parts/b.ts', "export type { A } from '../desk/a.ts';"],
  ]);
  expect(mutual([...planted].flatMap(([path, text]) => importsOf(path, text)))).toEqual([
    'overlay/desk <-> overlay/parts',
  ]);
});

test('[HS7] a ring of three files that know each other by type alone is found', () => {
  const planted = new Map([
    ['server/app/a.ts', "import type { B } from './b.ts';"],
    ['server/app/b.ts', "import { c } from './c.ts';"],
    ['server/app/c.ts', "import type { A } from './a.ts';"],
  ]);
  expect(rings([...planted].flatMap(([path, text]) => importsOf(path, text)))).toEqual([
    'server/app/a.ts > server/app/b.ts > server/app/c.ts > server/app/a.ts',
  ]);
});

test('[HS8] config.ts alone reads the environment of the server', () => {
  expect(environmentReaders(tree)).toEqual([]);
  expect(environmentReaders(new Map([['server/http/a.ts', 'const { PORT } = process.env;']]))).toHaveLength(1);
});

test('[HS8] no file is a barrel, or a drawer for what has no name', () => {
  const drawers = [...tree.keys()].filter((path) =>
    /(^|\/)(index|utils?|helpers?|managers?|common)\.(ts|tsx|mjs)$/.test(path),
  );
  expect(drawers).toEqual([]);
});
