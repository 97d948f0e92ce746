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
