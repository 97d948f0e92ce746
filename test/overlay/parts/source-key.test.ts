import { expect, test } from 'vitest';
import { sourceKey } from '../../../overlay/parts/source-key.ts';
import { words as stage } from '../../../overlay/stage/words.ts';
import { sourceName } from '../../../overlay/studio/model/source-name.ts';
import { words as studio } from '../../../overlay/studio/model/words.ts';
import { LANGUAGES } from '../../../shared/local-text.ts';

test.each(LANGUAGES)('[ST141] a source is called the same on the stage and in the studio, in %s', async (language) => {
  await Promise.all([stage.speak(language), studio.speak(language)]);
  for (const kind of ['demo', 'tiktok', 'tikfinity', 'indofinity', 'replay', 'api']) {
    const key = sourceKey(kind);
    expect(key && stage.say(key)).toBe(sourceName(kind));
    expect(sourceName(kind)).not.toMatch(/^(demo|replay|source-.*)?$/);
  }
});

test('[ST141] a source of an unknown kind has no name of ours', () => {
  expect(sourceKey('radio')).toBeNull();
  expect(sourceKey('toString')).toBeNull();
  expect(sourceName('radio:1')).toBe('radio:1');
});
