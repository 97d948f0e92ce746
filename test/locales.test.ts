import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const folder = resolve(import.meta.dirname, '..', 'shared', 'locales');
const LANGUAGES = ['de', 'nl', 'nb'];
const catalogues = readdirSync(join(folder, 'en')).filter((name) => name.endsWith('.ts'));

/** Every text of one catalogue by its dotted key. */
async function textsOf(language: string, file: string): Promise<Map<string, string>> {
  const module: Record<string, unknown> = await import(join(folder, language, file));
  return new Map(Object.values(module).flatMap((value) => leaves('', value)));
}

function leaves(path: string, value: unknown): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, below]) => leaves(path === '' ? key : `${path}.${key}`, below));
}

const placeholders = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => String(name)).sort();
const unique = (list: readonly string[]) => [...new Set(list)];

describe.each(catalogues)('%s', (file) => {
  test.each(LANGUAGES)(
    '[HS10] has in %s the keys and placeholders it has in English, and no empty text',
    async (language) => {
      const [english, other] = await Promise.all([textsOf('en', file), textsOf(language, file)]);
      expect([...other.keys()].sort()).toEqual([...english.keys()].sort());
      const differing = [...english].filter(
        ([key, text]) => unique(placeholders(text)).join() !== unique(placeholders(other.get(key) ?? '')).join(),
      );
      expect(differing.map(([key]) => key)).toEqual([]);
      expect([...english, ...other].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([]);
    },
  );
});

test('[HS10] every language has the same catalogues', () => {
  for (const language of LANGUAGES)
    expect(readdirSync(join(folder, language)).sort()).toEqual(readdirSync(join(folder, 'en')).sort());
});

/** Words that stood beside the glossary's own, by language; the texts of scene rules name things of OBS and are left out. */
const OTHERS: Readonly<Record<string, RegExp>> = {
  en: /"|[Ss]ample figures/,
  de: /"|“[^„]*”|\bPult|gesperrt|Kanalleitung|(?<!Cuedesk )\b[Ss]tage\b|Service-Bio|Beispielzahlen|Szenen-Kn|Szenentast/,
  nl: /"|„|‘|\bdok\b|Uitgelogd|Ingelogd met|Inrichtmodus|Servicebio|vergeven|Geannuleerd|[Vv]oorbeeldcijfers/,
  nb: /"|[Pp]asskey|\bpulten\b|tjenestebio|pålogget|[Bb]estillings(?:side|adresse)|ved desken|[Ee]ksempeltall/,
};

test.each(Object.keys(OTHERS))(
  '[SU441] no text in %s has a word or a quote beside the glossary’s own',
  async (language) => {
    const files = catalogues.filter((file) => file !== 'studio-rules.ts');
    const texts = await Promise.all(files.map((file) => textsOf(language, file)));
    const found = texts.flatMap((one) => [...one]).filter(([, text]) => OTHERS[language]?.test(text));
    expect(found).toEqual([]);
  },
);
