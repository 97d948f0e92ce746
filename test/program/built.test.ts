import { rm } from 'node:fs/promises';
import { expect, onTestFinished, test } from 'vitest';
import { prepare } from '../../scripts/bootstrap/setup.mjs';
import type { LiveSession } from '../../shared/live.ts';
import type { PasskeyCreation } from '../../shared/passkeys.ts';
import { authenticator } from '../fakes/authenticator.ts';
import { png } from '../pictures/given-pictures.ts';
import { startChild } from './child.ts';
import { AS_OWNER, cookieOf, freshFolder, JSON_BODY, post } from './given-program.ts';

/** Building is part of it where nobody has. */
const TIMEOUT = 90_000;

test(
  '[HS15] the built program, which npm start runs, finds its pages, its sample show, its threads and its packages as the sources do',
  async () => {
    await prepare({ pages: true });
    const folder = await freshFolder();
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const child = startChild(folder, ['--demo'], {}, 'built');
    const base = await child.ready;
    const page = await (await fetch(`${base}/stage/`)).text();
    const script = /<script[^>]+src="(\/assets\/[^"]+)"/.exec(page)?.[1] ?? '';
    expect((await fetch(base + script)).headers.get('content-type')).toMatch(/javascript/);
    await expect
      .poll(async () => {
        const answer = await fetch(`${base}/api/v1/live`, { headers: AS_OWNER });
        return ((await answer.json()) as LiveSession).lastSeq;
      })
      .toBeGreaterThan(0);
    // A thread of its own encodes the picture anew, by codecs that are found from where its source is.
    const upload = await fetch(`${base}/api/v1/pictures`, {
      method: 'POST',
      headers: { ...AS_OWNER, 'content-type': 'image/png' },
      body: new Uint8Array(png(30, 20)),
    });
    expect([upload.status, await upload.json()]).toMatchObject([201, { width: 30, height: 20 }]);
    expect(await passkeyMadeAt(base)).toBe(201);
    child.process.kill('SIGTERM');
    const { code, stderr } = await child.ended;
    expect([code, stderr]).toEqual([0, '']);
  },
  TIMEOUT,
);

/** The status of a passkey that the owner makes: its library stays outside of the one file. */
async function passkeyMadeAt(base: string): Promise<number> {
  const page = base.replace('127.0.0.1', 'localhost');
  const body = JSON.stringify({ password: 'four words make one' });
  await fetch(`${base}/api/v1/password`, { method: 'PUT', headers: { ...AS_OWNER, ...JSON_BODY }, body });
  const cookie = cookieOf(await post(base, '/login/password', { password: 'four words make one' }, {}));
  const headers = { origin: page, cookie };
  const asked = (await (await post(page, '/passkeys/challenge', {}, headers)).json()) as PasskeyCreation;
  return (await post(page, '/passkeys', { name: 'Built', answer: authenticator(page).make(asked) }, headers)).status;
}
