import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { startPostgres } from '../../scripts/testing/peers.ts';

test.skipIf(process.platform === 'win32')(
  '[HS14] a peer that is not ready in time is ended before its folder goes',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cuedesk-peers-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    // PostgreSQL does not run as root: the programs may be another user's.
    await chmod(folder, 0o777);
    const pid = join(folder, 'pid');
    const programs = { initdb: 'exit 0', postgres: `echo $$ > ${pid}\nexec sleep 60` };
    for (const [name, lines] of Object.entries(programs)) {
      await writeFile(join(folder, name), `#!/bin/sh\n${lines}\n`, { mode: 0o755 });
    }
    vi.stubEnv('PATH', `${folder}:${process.env['PATH'] ?? ''}`);
    onTestFinished(() => void vi.unstubAllEnvs());
    const peer = await startPostgres(300);
    if ('why' in peer && peer.why.includes('no user postgres')) return;
    expect(peer).toMatchObject({ name: 'PostgreSQL', why: expect.stringMatching(/not ready after 0.3 s/) });
    const number = Number(await readFile(pid, 'utf8'));
    expect(() => process.kill(number, 0)).toThrow(/ESRCH/);
  },
);
