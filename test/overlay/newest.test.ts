import { expect, test } from 'vitest';
import { newest } from '../../overlay/newest.ts';

test('[VP193] an answer that was asked for before the last push, or before another answer that is shown, is not shown', () => {
  const views = newest();
  const first = views.asked();
  const second = views.asked();
  expect([second(), first()]).toEqual([true, false]);
  const third = views.asked();
  views.pushed();
  expect(third()).toBe(false);
  expect(views.asked()()).toBe(true);
});

test('[HS21] an answer is taken unless one that was asked for later was taken before it', () => {
  const lists = newest();
  const [first, second, third] = [lists.asked(), lists.asked(), lists.asked()];
  // The newest may never be answered, and keeps nothing from those before it.
  expect([second(), first(), third(), second()]).toEqual([true, false, true, false]);
});
