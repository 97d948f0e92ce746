import { expect, test } from 'vitest';
import { newest } from '../../../overlay/parts/newest.ts';

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
