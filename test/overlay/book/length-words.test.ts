import { expect, test } from 'vitest';
import { lengthText } from '../../../shared/length-words.ts';

test.each([
  [0, 'en', '0 min'],
  [45, 'en', '45 min'],
  [90, 'en', '1 hr 30 min'],
  [480, 'en', '8 hr'],
  [480, 'de', '8 Std.'],
  [480, 'nl', '8 uur'],
  [90, 'nb', '1 t 30 min'],
])('[VP183] %i minutes in %s are %s', (minutes, language, said) => {
  expect(lengthText(minutes, language)).toBe(said);
});
