import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ObsTarget } from '../../server/core/scenes/obs-port.ts';
import { diffScene } from '../../server/obs/diff.ts';
import { EXPECTED_FOR_MS, expectChange, settleChange, withdrawChange } from '../../server/obs/expected.ts';
import { type FaultKind, ObsFault } from '../../server/obs/obs-fault.ts';
import { ALLOWED_REQUESTS, assertAllowed } from '../../server/obs/requests.ts';
import { BETWEEN_TRIES_MS, retryDelay, stateOfFault } from '../../server/obs/retry.ts';
import { wish } from './listening.ts';

const ACTUAL = { program: 'Main', studioMode: false, preview: null, scenes: ['Main', 'Booking', 'BRB'] };
const BEFORE = { staged: null, program: null, byHand: null };

test('[OB12] request types off the list throw, those that touch stream settings and files first of all', () => {
  for (const type of [
    'SetStreamServiceSettings',
    'SetRecordDirectory',
    'TriggerHotkeyByKeySequence',
    'CallVendorRequest',
    '__proto__',
    '',
  ]) {
    expect(() => assertAllowed(type)).toThrow(/not on the list/);
  }
  for (const type of ALLOWED_REQUESTS) expect(() => assertAllowed(type)).not.toThrow();
});

test('[OB8] the difference between wanted and real is one request with its reason, or none with its reason', () => {
  expect(diffScene(wish('Booking'), ACTUAL, 'Main', BEFORE)).toEqual({
    type: 'switch-program',
    scene: 'Booking',
    why: 'rule-fired',
  });
  expect(diffScene(wish('Booking'), { ...ACTUAL, studioMode: true }, 'Main', BEFORE)).toEqual({
    type: 'stage-preview',
    scene: 'Booking',
    why: 'studio-mode',
  });
  expect(diffScene(wish('Main'), ACTUAL, 'Main', BEFORE)).toEqual({ type: 'none', why: 'already-on' });
  expect(diffScene(wish('Gone'), ACTUAL, 'Main', BEFORE)).toEqual({ type: 'none', why: 'scene-missing' });
  expect(diffScene(wish('Booking'), ACTUAL, 'Booking', BEFORE)).toEqual({ type: 'none', why: 'human-changed' });
  expect(diffScene(wish('Booking', { from: 'BRB' }), ACTUAL, 'Main', BEFORE)).toEqual({
    type: 'none',
    why: 'human-changed',
  });
});

test('[OB7] an expected change is settled once, with those before it; an unexpected one voids all', () => {
  const two = expectChange(expectChange([], 'A', 0), 'B', 10);
  expect(settleChange(two, 'B', 20)).toEqual({ expected: [], ours: true });
  expect(settleChange(two, 'A', 20)).toEqual({ expected: [{ scene: 'B', at: 10 }], ours: true });
  expect(settleChange(two, 'C', 20)).toEqual({ expected: [], ours: false });
  expect(settleChange(two, 'B', 10 + EXPECTED_FOR_MS).ours).toBe(false);
  expect(withdrawChange(two, 'B')).toEqual([{ scene: 'A', at: 0 }]);
});

test('[OB15] tries are never nearer than a second, a wrong password never nearer than five, a missing OBS never rarer than two', () => {
  const kinds: FaultKind[] = [
    'refused',
    'not-obs',
    'wrong-password',
    'too-old',
    'kicked',
    'silent',
    'closed',
    'garbled',
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...kinds),
      fc.nat(100_000),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (kind, tries, random) => {
        const wait = retryDelay(kind, tries, random);
        expect(wait).toBeGreaterThanOrEqual(kind === 'wrong-password' ? 5000 : BETWEEN_TRIES_MS);
        expect(wait).toBeLessThanOrEqual(kind === 'refused' ? 1800 : 61_000);
      },
    ),
  );
  // Found by the property above: the jitter once grew past the longest wait.
  expect(retryDelay('not-obs', 16, 0.999)).toBeLessThan(16_000);
  expect(retryDelay('wrong-password', 5, 0)).toBeGreaterThan(retryDelay('wrong-password', 0, 0));
});

test('[OB52] each cause of a missing connection has a word of its own: no password given, another server, another computer', () => {
  const here = { address: 'ws://127.0.0.1:4455', password: 'given' };
  const causeOf = (kind: FaultKind, target: ObsTarget = here) => {
    const { state, cause, detail } = stateOfFault(new ObsFault(kind, -1, ''), target);
    expect(detail).not.toBe('');
    return [state, cause];
  };
  expect(causeOf('wrong-password', { ...here, password: null })).toEqual(['wrong-password', 'no-password']);
  expect(causeOf('wrong-password')).toEqual(['wrong-password', null]);
  expect(causeOf('not-obs')).toEqual(['refused', 'not-obs']);
  expect(causeOf('refused')).toEqual(['refused', 'nothing-there']);
  for (const address of ['ws://localhost:4455', 'ws://[::1]:4455']) {
    expect(causeOf('refused', { ...here, address })).toEqual(['refused', 'nothing-there']);
  }
  expect(causeOf('refused', { ...here, address: 'ws://192.168.1.20:4455' })).toEqual(['refused', 'other-machine']);
  expect([causeOf('kicked'), causeOf('closed'), causeOf('request'), causeOf('ours')]).toEqual([
    ['refused', 'kicked'],
    ['connecting', 'closed'],
    ['connecting', 'busy'],
    ['refused', 'fault'],
  ]);
});
