import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');

test('[HS22] no file in the keeping of git holds the marks of a merge that was not settled', () => {
  // A row of equals signs alone underlines a headline; the other two stand with every one of them.
  const search = ['grep', '--line-number', '-I', '-E', '^(<{7}|>{7})( |$)'];
  const { status, stdout } = spawnSync('git', search, { cwd: root, encoding: 'utf8' });
  expect(stdout).toBe('');
  // 1 is "nothing found"; 128 would be "no repository".
  expect(status).toBe(1);
});
