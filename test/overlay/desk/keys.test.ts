import { expect, test } from 'vitest';
import { actOfKey, KEYS, type KeyAct, macroKeyOf, rightOfKey } from '../../../overlay/desk/keys.ts';

const press = (key: string, more: Partial<Parameters<typeof actOfKey>[0]> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  ...more,
});

test('[DP9] each key that the help names does its act, in either case', () => {
  for (const [act, key] of Object.entries(KEYS)) {
    if (key.includes('+')) continue;
    const name = key === 'Esc' ? 'Escape' : key;
    expect(actOfKey(press(name), false)).toBe(act);
    expect(actOfKey(press(name.toLowerCase()), false)).toBe(act);
  }
});

test('[DP9] while somebody types only Escape means anything', () => {
  expect(actOfKey(press('a'), true)).toBe(null);
  expect(actOfKey(press('Escape'), true)).toBe('leave');
});

test('[DP9] a chord belongs to the browser', () => {
  expect(actOfKey(press('a', { ctrlKey: true }), false)).toBe(null);
  expect(actOfKey(press('d', { metaKey: true }), false)).toBe(null);
});

test('[DP9] a held key moves and accepts nothing', () => {
  expect(actOfKey(press('j', { repeat: true }), false)).toBe('next');
  expect(actOfKey(press('a', { repeat: true }), false)).toBe(null);
});

test('[DP9] a key that is a name of every object is no act', () => {
  for (const key of ['constructor', '__proto__', 'toString']) expect(actOfKey(press(key), false)).toBe(null);
});

test('[DP91] a key needs the right that the server asks of its act, and moving about needs none', () => {
  const needed = (...acts: KeyAct[]) => acts.map(rightOfKey);
  expect(needed('accept', 'offer', 'decline', 'block', 'reply', 'paste')).toEqual([
    'accept',
    'accept',
    'decline',
    'block',
    'reply',
    'reply',
  ]);
  expect(new Set(needed('pause', 'skip', 'replay', 'clear', 'mute'))).toEqual(new Set(['control-stage']));
  expect(new Set(needed('next', 'previous', 'claim', 'search', 'filter', 'help', 'leave'))).toEqual(new Set([null]));
});

test('[DP167] Alt with a digit is a macro by the place of the key, and no other chord is', () => {
  const alt = (code: string, more = {}) => macroKeyOf(press('¡', { code, altKey: true, ...more }));
  expect(alt('Digit1')).toBe(1);
  expect(alt('Digit9')).toBe(9);
  expect([alt('Digit0'), alt('Numpad1'), alt('KeyA')]).toEqual([null, null, null]);
  expect(alt('Digit1', { ctrlKey: true })).toBeNull();
  expect(alt('Digit1', { repeat: true })).toBeNull();
  expect(macroKeyOf(press('1', { code: 'Digit1' }))).toBeNull();
  expect(actOfKey(press('1', { code: 'Digit1', altKey: true }), false)).toBeNull();
});

test('[DP168] with Shift a move through the list marks, by J, K and arrows, also while it is held down', () => {
  const shift = (key: string, more = {}) => actOfKey(press(key, { shiftKey: true, ...more }), false);
  expect([shift('J'), shift('ArrowDown')]).toEqual(['mark-next', 'mark-next']);
  expect([shift('K'), shift('ArrowUp', { repeat: true })]).toEqual(['mark-previous', 'mark-previous']);
  expect([shift('?'), shift('A')]).toEqual(['help', 'accept']);
});
