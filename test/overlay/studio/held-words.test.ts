import { beforeEach, expect, test } from 'vitest';
import { heldText } from '../../../overlay/studio/model/held-words.ts';
import { words } from '../../../overlay/studio/model/words.ts';
import { LANGUAGES } from '../../../shared/local-text.ts';

const UNTIL = '2026-11-26T18:30:00.000Z';
const BY_STATE = {
  scene: 'Booking',
  rule: 'r',
  ruleName: 'In session',
  returnTo: 'Main',
  whileTrue: true,
  until: null,
};
const plain = (held: Parameters<typeof heldText>[0]) => heldText(held).replace(/\d\d?:\d\d:\d\d(?:\s[AP]M)?/, 'TIME');

beforeEach(() => words.speak('en'));

test('[SU417] a scene that is held by a state says so, with its most as no more than that, and one by time its time', () => {
  expect(plain(BY_STATE)).toBe('“In session” shows Booking as long as its condition holds, then Main comes back.');
  expect(plain({ ...BY_STATE, until: UNTIL })).toMatch(
    /^“In session” shows Booking as long as its condition holds, until .*TIME at most, then Main comes back\.$/,
  );
  expect(plain({ ...BY_STATE, whileTrue: false, until: UNTIL })).toMatch(
    /^“In session” shows Booking until .*TIME, then Main comes back\.$/,
  );
  expect(plain({ ...BY_STATE, whileTrue: false, returnTo: null, until: UNTIL })).toMatch(
    /^“In session” has Booking until .*TIME; it stays on then\.$/,
  );
});

test('[SU417] the four are four sentences in each language', async () => {
  for (const language of LANGUAGES) {
    await words.speak(language);
    const kinds = [BY_STATE, { ...BY_STATE, until: UNTIL }, { ...BY_STATE, whileTrue: false, until: UNTIL }];
    const said = [...kinds, { ...BY_STATE, whileTrue: false, returnTo: null, until: UNTIL }].map(plain);
    expect([language, new Set(said).size]).toEqual([language, 4]);
    expect(said.every((one) => one.includes('In session') && one.includes('Booking'))).toBe(true);
  }
});
