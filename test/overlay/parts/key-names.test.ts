import { expect, test } from 'vitest';
import { keyNames, PANIC_KEY } from '../../../overlay/parts/key-names.ts';
import { showWords } from '../../../overlay/parts/show-words.ts';

test('[SU444] keys are named as on a keyboard of the language', async () => {
  await showWords.speak('de');
  expect(['Ctrl+Shift+Z', 'Shift+J', 'Ctrl+Enter', 'C'].map(keyNames)).toEqual([
    'Strg+Umschalt+Z',
    'Umschalt+J',
    'Strg+Enter',
    'C',
  ]);
  for (const language of ['en', 'nl', 'nb'] as const) {
    await showWords.speak(language);
    expect(keyNames(PANIC_KEY)).toBe('Ctrl+Shift+B');
  }
});
