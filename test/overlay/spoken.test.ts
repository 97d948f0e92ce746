import { expect, test } from 'vitest';
import { words as studio } from '../../overlay/studio/model/words.ts';

test('[HS19] what is filled into a sentence keeps its direction to itself', async () => {
  await studio.speak('en');
  const asked = (title: string) => studio.say('services.removeAsk', { title });
  expect(asked('سارة')).toMatch(/^Delete \u2068سارة\u2069\? It can/);
  expect(asked('שרה')).toContain('\u2068שרה\u2069');
  expect(asked('a\u202eb\u2069c')).toContain('\u2068abc\u2069');
  expect(asked('Zoë 🌸')).toMatch(/^Delete Zoë 🌸\? It can/);
});
