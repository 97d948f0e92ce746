import { afterEach, describe, expect, test } from 'vitest';
import { gapText } from '../../../overlay/studio/model/gap-words.ts';
import { words } from '../../../overlay/studio/model/words.ts';
import type { Gap } from '../../../shared/live.ts';

const now = '2026-11-25T13:30:00Z';
const gap = (from: string, to: string | null): Gap => ({ from, to });
const said = (...gaps: Gap[]) => gapText(gaps, now, 'Europe/Berlin');
afterEach(async () => words.speak('en'));

describe('in English', async () => {
  await words.speak('en');

  test.each([
    ['under a minute by its length', gap('2026-11-25T12:48:10Z', '2026-11-25T12:48:30Z'), 'for 20 sec at 13:48'],
    ['across the minute too', gap('2026-11-25T12:48:50Z', '2026-11-25T12:49:10Z'), 'for 20 sec at 13:48'],
    ['of almost a minute', gap('2026-11-25T12:48:00.1Z', '2026-11-25T12:48:59.9Z'), 'for 1 min at 13:48'],
    ['on another day', gap('2026-11-24T12:48:10Z', '2026-11-24T12:48:30Z'), 'for 20 sec on Tue 24 Nov, 13:48'],
    ['longer by its ends', gap('2026-11-25T12:48:00Z', '2026-11-25T13:02:00Z'), 'from 13:48 to 14:02 (14 min)'],
    [
      'over midnight by both days',
      gap('2026-11-24T22:50:00Z', '2026-11-24T23:20:00Z'),
      'from Tue 24 Nov, 23:50 to Wed 25 Nov, 00:20 (30 min)',
    ],
    [
      'yesterday by its day, once',
      gap('2026-11-24T12:00:00Z', '2026-11-24T12:10:00Z'),
      'from Tue 24 Nov, 13:00 to 13:10 (10 min)',
    ],
    ['that goes on by its beginning', gap('2026-11-25T12:48:00Z', null), 'since 13:48.'],
    ['that goes on since yesterday', gap('2026-11-24T12:48:00Z', null), 'since Tue 24 Nov, 13:48.'],
  ])('[SU190] a gap %s', (_, given, expected) => {
    expect(said(given)).toContain(expected);
  });

  test('[SU190] several gaps are said by their number and length in all, one that goes on before them', () => {
    const first = gap('2026-11-25T12:00:00Z', '2026-11-25T12:00:20Z');
    expect(said()).toBeNull();
    expect(said(first, gap('2026-11-25T12:48:00Z', '2026-11-25T12:49:40Z'))).toContain('2 times in this show, 2 min');
    expect(said(first, gap('2026-11-25T12:48:00Z', null))).toContain('since 13:48');
  });
});

test.each([
  ['de', 'um 13:48 für 20 Sek. unterbrochen'],
  ['nl', 'om 13:48 20 sec uit'],
  ['nb', 'i 20 sek kl. 13:48'],
] as const)('[SU190] a short gap is said in %s', async (language, expected) => {
  await words.speak(language);
  expect(said(gap('2026-11-25T12:48:10Z', '2026-11-25T12:48:30Z'))?.replaceAll('\u00a0', ' ')).toContain(expected);
});
