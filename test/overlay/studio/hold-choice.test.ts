import { expect, test } from 'vitest';
import { endOf, holdAs } from '../../../overlay/studio/model/hold-choice.ts';
import { SceneHold } from '../../../shared/scene-actions.ts';

const TIMED = SceneHold.parse({ seconds: 20, leastSeconds: 5, mostSeconds: 60 });

test('[SU413] another end of a scene keeps the numbers that were typed, and the way back finds them', () => {
  const during = holdAs('while', TIMED, TIMED);
  expect(during).toMatchObject({ seconds: 5, leastSeconds: 0, mostSeconds: 60, whileTrue: true });
  expect(endOf(during)).toBe('while');
  expect(holdAs('return', during, TIMED)).toEqual(TIMED);
  expect(holdAs('stay', TIMED, TIMED)).toBeNull();
  expect(holdAs('return', null, TIMED)).toEqual(TIMED);
  expect(holdAs('while', null, TIMED)).toEqual(during);
});

test('[SU413] a hold of a script that stayed returns after its own seconds, and each end is one that the server takes', () => {
  const stayed = SceneHold.parse({ seconds: 30, returns: false });
  expect(endOf(stayed)).toBe('stay');
  expect(holdAs('return', stayed, stayed)).toMatchObject({ seconds: 30, returns: true });
  for (const end of ['return', 'while'] as const) {
    for (const hold of [stayed, null, TIMED, holdAs('while', TIMED, TIMED)]) {
      const made = holdAs(end, hold, null);
      expect(SceneHold.parse(made)).toEqual(made);
      expect(endOf(made)).toBe(end);
    }
  }
});

test('[SU413] a most that was written meanwhile stays, unless the seconds of before are more', () => {
  const during = SceneHold.parse({ seconds: 1, mostSeconds: 90, whileTrue: true });
  expect(holdAs('return', during, TIMED)).toMatchObject({ seconds: 20, mostSeconds: 90 });
  expect(holdAs('return', { ...during, mostSeconds: 10 }, TIMED)).toMatchObject({ seconds: 20, mostSeconds: 60 });
  expect(holdAs('return', { ...during, mostSeconds: null }, TIMED)).toMatchObject({ mostSeconds: null });
});
