import { expect, test } from 'vitest';
import { onAir } from '../../../overlay/stage/on-air.ts';
import { spokenGroups } from '../../../overlay/stage/widgets/spoken-groups.ts';

test.each([
  ['a plain name', 'Viewer One', 'Viewer One'],
  ['a name in Arabic', 'محمد', 'محمد'],
  ['a family of emoji, with its joiners', '👩‍👩‍👧 Mia', '👩‍👩‍👧 Mia'],
  ['line breaks and tabs', 'one\n\ttwo', 'one two'],
  ['marks that turn the direction', '\u202eevil\u202c \u2067x\u2069', 'evil x'],
  ['a name of which nothing is seen', '\u3164\u2800\u034f\u00ad', ''],
  ['signs without width', 'a\u200bb\ufeff', 'ab'],
  ['marks stacked out of the line', `Z${'\u0336\u0317\u0320\u0342'.repeat(9)}a`, 'Z\u0336\u0317a'],
  ['blanks around', '  x  ', 'x'],
])('[ST8] %s stands on air as one line of its own signs', (_, given, expected) => {
  expect(onAir(given)).toBe(expected);
});

test('[ST8] a name of ten thousand signs is cut to 48, without a half sign at its end', () => {
  expect(Array.from(onAir('🌸'.repeat(10_000)))).toHaveLength(48);
  expect(onAir('🌸'.repeat(10_000)).at(-1)).toBe('…');
  expect(onAir(`${'a'.repeat(46)}🇳🇴🇳🇴`)).toBe(`${'a'.repeat(46)}🇳🇴🇳🇴`);
  expect(onAir(`${'a'.repeat(46)}🇳🇴🇳🇴b`)).toBe(`${'a'.repeat(46)}🇳🇴…`);
});

test.each([
  ['https://book.example/@mara.coach', ['book.example', '/@mara.coach']],
  ['http://192.168.1.20:4748/@mara/', ['192.168.1.20:4748', '/@mara']],
  ['book.example', ['book.example']],
])('[ST9] the address %s is said without its scheme, host and path apart', (address, groups) => {
  expect(spokenGroups(address)).toEqual(groups);
});
