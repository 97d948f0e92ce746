import { afterEach, expect, test } from 'vitest';
import { allowedHosts } from '../../server/core/hosts.ts';
import type { Api } from '../../server/http/api.ts';
import { healthRoutes } from '../../server/http/health.ts';
import { createDoor } from '../../server/http/server.ts';
import { openLog } from '../../server/log.ts';
import { Problem } from '../../shared/rejections.ts';

const NOBODY = { byBearer: () => null, useLogin: async () => null, serves: () => false };
let api: Api;
afterEach(() => api.close());

async function readyz(store: string): Promise<Response> {
  api = await createDoor({
    hosts: allowedHosts(() => []),
    keeper: NOBODY,
    log: openLog('silent', () => undefined),
    trust: false,
  });
  healthRoutes(api, async () => ({ store, source: 'live', obs: 'refused' }));
  return fetch(`${await api.listen({ host: '127.0.0.1', port: 0 })}/readyz`);
}

test('[AC9] readiness is JSON with a word for each part, and a quiet part does not make it unready', async () => {
  const answer = await readyz('ok');
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
  expect(await answer.json()).toEqual({ status: 'ready', store: 'ok', source: 'live', obs: 'refused', redis: 'off' });
});

test('[AC9] without its store the program is unready, and says so with the same words', async () => {
  const answer = await readyz('down');
  expect([answer.status, answer.headers.get('content-type')]).toEqual([503, 'application/problem+json; charset=utf-8']);
  const body = await answer.json();
  expect(Problem.parse(body)).toMatchObject({ status: 503, why: 'unavailable' });
  expect(body).toMatchObject({ store: 'down', source: 'live', obs: 'refused', redis: 'off' });
});
