import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { resolve } from 'node:path';

export interface OwnServer {
  readonly base: string;
  readonly owner: { authorization: string };
  stop(): Promise<void>;
}

const root = resolve(import.meta.dirname, '../..');
const TOKEN = 'owner-token-of-the-stage-editor-0001';

/**
 * A server for one spec alone: it blanks stages and gives them another look, under which no other spec may suffer.
 * `more`: another environment. With a data folder of its own (`CUEDESK_DATA`) it plays no sample show.
 */
export async function startOwnServer(more: Readonly<Record<string, string>> = {}): Promise<OwnServer> {
  const port = Number(more['PORT'] ?? (await freePort()));
  const base = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ['server/main.ts', ...(more['CUEDESK_DATA'] ? [] : ['--demo'])], {
    cwd: root,
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: String(port),
      PUBLIC_PORT: String(await freePort()),
      CUEDESK_OWNER_TOKEN: TOKEN,
      LOG_LEVEL: 'warn',
      OBS_SEARCH: 'off',
      ...more,
    },
    stdio: 'ignore',
  });
  await answering(base, child);
  return {
    base,
    owner: { authorization: `Bearer ${TOKEN}` },
    stop: () =>
      new Promise((stopped) => {
        child.once('exit', () => stopped());
        child.kill('SIGTERM');
      }),
  };
}

async function answering(base: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const answer = await fetch(`${base}/healthz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((next) => setTimeout(next, 50));
  }
  throw new Error('the server of this spec did not start');
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
