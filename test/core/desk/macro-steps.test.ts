import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MACRO_ENDS, MACRO_STEPS, macroFault, rightsOfSteps } from '../../../shared/macro-steps.ts';

test('[DK192] steps stand in one order, each once, with one end at most and no words to spam', () => {
  expect(macroFault(['claim', 'note', 'reply', 'offer'])).toBeNull();
  expect(macroFault(['claim', 'spam'])).toBeNull();
  expect(macroFault([])).toBe('empty');
  expect(macroFault(['reply', 'claim'])).toBe('order');
  expect(macroFault(['note', 'note'])).toBe('order');
  expect(macroFault(['accept', 'decline'])).toBe('ends');
  expect(macroFault(['reply', 'spam'])).toBe('silent');
});

test('[DK192] whatever is taken, a macro that is kept has all that leaves the house at its end', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...MACRO_STEPS), { maxLength: 8 }), (steps) => {
      if (macroFault(steps) !== null) return;
      const leaves = steps.map((step) => step === 'reply' || MACRO_ENDS.some((end) => end === step));
      expect(leaves.lastIndexOf(false)).toBeLessThan(leaves.includes(true) ? leaves.indexOf(true) : steps.length);
      expect(new Set(steps).size).toBe(steps.length);
    }),
  );
});

test('[DK194] a macro needs the rights of all of its steps, each once', () => {
  expect(rightsOfSteps(['claim', 'note'])).toEqual([]);
  expect(rightsOfSteps(['claim', 'reply', 'offer'])).toEqual(['reply', 'accept']);
  expect(rightsOfSteps(['spam'])).toEqual(['block']);
});
