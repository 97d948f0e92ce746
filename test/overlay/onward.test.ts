import { expect, test } from 'vitest';
import { onward } from '../../overlay/onward.ts';

test('[HS21] an answer is taken unless one that was asked for later was taken before it', () => {
  const asking = onward();
  const [first, second, third] = [asking(), asking(), asking()];
  // The newest may never be answered, and keeps nothing from those before it.
  expect([second(), first(), second(), third(), second()]).toEqual([true, false, true, true, false]);
});
