import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';

/*
 * The audit of the registry needs the registry; this gate needs the lock alone. Each minimum is the first version
 * without a known hole: ws CVE-2026-48779 and CVE-2026-45736, socket.io-parser CVE-2026-33151, engine.io's WebTransport
 * that skipped middleware, SQLite's corruption on a WAL reset.
 */

interface Entry {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly hasInstallScript?: boolean;
  readonly link?: boolean;
  readonly dev?: boolean;
}
interface Lock {
  readonly packages: Readonly<Record<string, Entry>>;
}

const MINIMUM: Readonly<Record<string, string>> = {
  ws: '8.21.0',
  'socket.io-parser': '4.2.6',
  'engine.io': '6.6.9',
  'socket.io': '4.8.3',
  'socket.io-adapter': '2.5.8',
};
/** Later releases of the connector are AGPL. */
const EXACT: Readonly<Record<string, string>> = { 'tiktok-live-connector': '2.4.0' };
/** Open escapes from the folder they unpack into, or addresses told wrongly. adm-zip is fine after 0.6.0. */
const REFUSED = ['extract-zip', 'decompress', 'ip', 'private-ip'];
const NEWER_THAN: Readonly<Record<string, string>> = { 'adm-zip': '0.6.0' };
const MOST_DIRECT = 25;
const LICENCES = [
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'MIT-0',
  // Binds changes to its own files alone; we change none.
  'MPL-2.0',
];
/** Tools and fonts: none of their code is in the program. */
const LICENCES_OF_TOOLS = [...LICENCES, 'CC-BY-4.0', 'OFL-1.1'];
/** Packages that leave the field out; their text says MIT. */
const UNSTATED = ['node_modules/xmlhttprequest-ssl'];

const root = resolve(import.meta.dirname, '..');
const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');
const lock = JSON.parse(read('package-lock.json')) as Lock;
const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
const runtime = Object.keys(manifest['dependencies'] ?? {});

function older(a: string, b: string): boolean {
  const parts = (version: string) => version.split('-')[0]?.split('.').map(Number) ?? [];
  const [left, right] = [parts(a), parts(b)];
  const differing = left.findIndex((part, index) => part !== right[index]);
  return differing >= 0 && Number(left[differing]) < Number(right[differing]);
}

/** Every licence named by `(A AND B)`; for `A OR B` the choice is ours. */
function licenceFits(licence: string | undefined, allowed: readonly string[]): boolean {
  const terms = (licence ?? '').replace(/[()]/g, '');
  return terms.split(' OR ').some((choice) => choice.split(' AND ').every((name) => allowed.includes(name.trim())));
}

function faultsOf(path: string, entry: Entry): string[] {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const version = entry.version ?? '0.0.0';
  const allowed = entry.dev ? LICENCES_OF_TOOLS : LICENCES;
  const found: [boolean, string][] = [
    [older(version, MINIMUM[name] ?? '0.0.0'), `older than ${MINIMUM[name]}`],
    [name in EXACT && version !== EXACT[name], `has to be ${EXACT[name]}`],
    [REFUSED.includes(name), 'is refused'],
    [name in NEWER_THAN && !older(String(NEWER_THAN[name]), version), `has to be newer than ${NEWER_THAN[name]}`],
    [entry.integrity === undefined || !entry.integrity.startsWith('sha512-'), 'has no sha512 integrity'],
    [entry.link === true, 'is a link'],
    [entry.resolved !== undefined && !entry.resolved.startsWith('https:'), `comes from ${entry.resolved}`],
    [entry.hasInstallScript === true, 'runs a script when it is installed'],
    [!licenceFits(entry.license, allowed) && !UNSTATED.includes(path), `has the licence ${entry.license}`],
  ];
  return found.filter(([wrong]) => wrong).map(([, why]) => `${path}@${version} ${why}`);
}

function faults({ packages }: Lock): string[] {
  return Object.entries(packages).flatMap(([path, entry]) => (path === '' ? [] : faultsOf(path, entry)));
}

test.each(['package-lock.json', 'test/obs-browsers/package-lock.json'])(
  '[HS11] %s has no package that is refused',
  (file) => {
    const { packages } = JSON.parse(read(file)) as Lock;
    expect(Object.keys(packages).length).toBeGreaterThan(10);
    expect(faults({ packages })).toEqual([]);
  },
);

const sound: Entry = { version: '1.0.0', integrity: 'sha512-x', license: 'MIT' };
test.each<[string, string, Entry]>([
  ['an old copy within another package', 'node_modules/engine.io/node_modules/ws', { ...sound, version: '8.20.9' }],
  ['an AGPL release of the connector', 'node_modules/tiktok-live-connector', { ...sound, version: '2.5.0' }],
  ['a copyleft licence', 'node_modules/x', { ...sound, license: 'AGPL-3.0-only' }],
  ['a second licence that binds', 'node_modules/x', { ...sound, license: '(MIT AND GPL-3.0)' }],
  ['no licence', 'node_modules/x', { version: '1.0.0', integrity: 'sha512-x' }],
  ['no integrity', 'node_modules/x', { version: '1.0.0', license: 'MIT' }],
  ['a weak integrity', 'node_modules/x', { ...sound, integrity: 'sha1-x' }],
  ['git', 'node_modules/x', { ...sound, resolved: 'git+ssh://git@github.com/x/x.git#abc' }],
  ['plain http', 'node_modules/x', { ...sound, resolved: 'http://example.com/x.tgz' }],
  ['a file', 'node_modules/x', { ...sound, resolved: 'file:../x.tgz' }],
  ['an install script', 'node_modules/x', { ...sound, hasInstallScript: true }],
  ['a refused package', 'node_modules/a/node_modules/extract-zip', sound],
  ['an adm-zip with the hole', 'node_modules/adm-zip', { ...sound, version: '0.6.0' }],
])('[HS11] a lock with %s is found', (_what, path, entry) => {
  expect(faults({ packages: { '': {}, [path]: entry } })).toHaveLength(1);
  expect(faults({ packages: { 'node_modules/x': sound } })).toEqual([]);
});

test('[HS11] the embedded SQLite is one without the corruption on a WAL reset', () => {
  const row = new DatabaseSync(':memory:').prepare('select sqlite_version() as version').get();
  expect(older(String(row?.['version']), '3.51.3')).toBe(false);
});

test('[HS11] every version is pinned exactly', () => {
  const all = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
    Object.entries(manifest[kind] ?? {}),
  );
  expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test('[HS11] every runtime dependency has its reason in docs/dependencies.md, and there are few', () => {
  const page = read('docs', 'dependencies.md');
  expect(runtime.length).toBeLessThanOrEqual(MOST_DIRECT);
  expect(runtime.filter((name) => !page.includes(`| ${name} | ${manifest['dependencies']?.[name]} |`))).toEqual([]);
  const installed = Object.entries(lock.packages).filter(([path, entry]) => path !== '' && !entry.dev).length;
  expect(page).toContain(`${runtime.length} direct, ${installed} in all`);
});
