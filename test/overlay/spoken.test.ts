import { expect, test } from 'vitest';
import { spoken } from '../../overlay/spoken.ts';
import { words as studio } from '../../overlay/studio/model/words.ts';

test('[HS19] what is filled into a sentence keeps its direction to itself', async () => {
  await studio.speak('en');
  const asked = (title: string) => studio.say('services.removeAsk', { title });
  expect(asked('سارة')).toMatch(/^Delete \u2068سارة\u2069\? It can/);
  expect(asked('שרה')).toContain('\u2068שרה\u2069');
  expect(asked('a\u202eb\u2069c')).toContain('\u2068abc\u2069');
  expect(asked('Zoë 🌸')).toMatch(/^Delete Zoë 🌸\? It can/);
});

test('[HS21] of two languages that are asked for in a row the later stays, whichever has its words first', async () => {
  const loading = { en: Promise.withResolvers<object>(), de: Promise.withResolvers<object>() };
  const catalogues = { en: () => loading.en.promise, de: () => loading.de.promise, nl: gone, nb: gone };
  const turned: string[] = [];
  const words = spoken<object>(catalogues, { turnTo: (language) => void turned.push(language), translate: () => '' });
  const both = [words.speak('en'), words.speak('de')];
  loading.de.resolve({});
  await both[1];
  loading.en.resolve({});
  await both[0];
  expect([words.language.value, turned]).toEqual(['de', ['de']]);
  await expect(words.speak('nl')).rejects.toThrow('gone');
  expect(words.language.value).toBe('de');
});

async function gone(): Promise<object> {
  throw new Error('gone');
}
