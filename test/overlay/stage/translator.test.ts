import { expect, test } from 'vitest';
import type { Catalogues } from '../../../overlay/spoken.ts';
import { words } from '../../../overlay/stage/words.ts';
import { wordsOf } from '../../../overlay/words.ts';
import type { Catalogue, KeyIn } from '../../../shared/locales/catalogue.ts';
import { stage as de } from '../../../shared/locales/de/stage.ts';
import { stage as en } from '../../../shared/locales/en/stage.ts';
import { stage as nb } from '../../../shared/locales/nb/stage.ts';
import { stage as nl } from '../../../shared/locales/nl/stage.ts';

type Stage = Catalogue<typeof en>;
const catalogues: Catalogues<Stage> = {
  en: async () => en,
  de: async () => de,
  nl: async () => nl,
  nb: async () => nb,
};

/** As they are asked for: dotted, and without the plural. */
function keysOf([key, text]: [string, string | object]): KeyIn<Stage>[] {
  const below = typeof text === 'string' ? [key] : Object.keys(text).map((inner) => `${key}.${inner}`);
  return below.map((one) => one.replace(/_(?:one|other)$/, '')) as KeyIn<Stage>[];
}

test.each(['en', 'de', 'nl', 'nb'] as const)(
  '[ST19] every text of the stage reads in %s as i18next would have it, in each plural',
  async (language) => {
    const byLibrary = wordsOf<Stage>(catalogues);
    await Promise.all([words.speak(language), byLibrary.speak(language)]);
    const keys = Object.entries(en).flatMap(keysOf);
    expect(keys).toContain('kind.clock');
    for (const key of keys) {
      for (const count of [0, 1, 2, 1.5, 1000]) {
        const values = { count, clock: '18:30', gift: '$& {{count}} <b>', address: 'a.example', number: '1,234' };
        expect(words.say(key, values)).toBe(byLibrary.say(key, values));
        expect(words.say(key, values)).not.toBe('');
      }
    }
  },
);
