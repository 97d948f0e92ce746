import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const folder = import.meta.dirname;

/** The numbered rules: `- LV3: a sentence` or `- LV3 A sentence`. */
const RULE = /^- \*{0,2}([A-Z]{2,3}\d+)\b/gm;
/** Ids in brackets within one string, which is how a test's name carries them. */
const NAMED = /['"`][^'"`\n]*?((?:\[[A-Z]{2,3}\d+\] ?)+)/g;

function rules(): string[] {
  return [...readFileSync(join(folder, 'SPEC.md'), 'utf8').matchAll(RULE)].map(([, id]) => String(id));
}

/** Every id that a test's name carries, with the file it is in. */
function named(): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) =>
      !file.includes('node_modules') &&
      (/\.(test|spec)\.tsx?$/.test(file) || file.startsWith('contract')) &&
      /\.tsx?$/.test(file),
  );
  return new Map(
    files.flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(NAMED)].flatMap(([, ids]) =>
        [...String(ids).matchAll(/[A-Z]{2,3}\d+/g)].map(([id]) => [id, file] as const),
      ),
    ),
  );
}

test('[HS9] every rule of the specification is in the name of a test', () => {
  const tested = named();
  expect(rules().length).toBeGreaterThan(0);
  expect(rules().filter((id) => !tested.has(id))).toEqual([]);
});

test('[HS9] every rule that a test names is in the specification', () => {
  const known = new Set(rules());
  expect([...named()].filter(([id]) => !known.has(id)).map(([id, file]) => `${id} in ${file}`)).toEqual([]);
});

test('[HS9] no rule number is given twice', () => {
  const all = rules();
  expect(all.filter((id, index) => all.indexOf(id) !== index)).toEqual([]);
});
