import { expect, test } from 'vitest';
import { keptBriefly } from '../../server/app/kept-briefly.ts';

test('[BK53] at most fifty answers are kept, the latest, and an answer that failed is not', async () => {
  const kept = keptBriefly<string>(
    () => 0,
    () => undefined,
  );
  const made: string[] = [];
  const ask = (key: string) =>
    kept(key, async () => {
      made.push(key);
      if (key === 'broken' && made.length === 1) throw new Error('away');
      return key;
    });
  await expect(ask('broken')).rejects.toThrow('away');
  expect(await ask('broken')).toBe('broken');
  for (let turn = 0; turn < 50; turn++) await ask(`key-${turn}`);
  made.length = 0;
  await ask('key-0');
  expect(made).toEqual([]);
  await ask('one more');
  await ask('key-49');
  await ask('key-0');
  expect(made).toEqual(['one more', 'key-0']);
});

test.each([
  ['shared', 1000],
  ['alone', 3000],
] as const)(
  '[BK52] with %s writers an answer is shown again for less than %i ms, and not after a change',
  async (writers, keptMillis) => {
    let [now, made] = [0, 0];
    let changed = () => {};
    const kept = keptBriefly<number>(
      () => now,
      (listener) => {
        changed = listener;
      },
      writers,
    );
    const ask = () => kept('', async () => ++made);
    expect(await ask()).toBe(1);
    now += keptMillis - 1;
    expect(await ask()).toBe(1);
    now += 1;
    expect(await ask()).toBe(2);
    changed();
    expect(await ask()).toBe(3);
  },
);
