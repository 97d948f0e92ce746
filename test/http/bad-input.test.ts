import { afterAll, beforeAll, expect, test } from 'vitest';
import { Problem } from '../../shared/rejections.ts';
import { chat, gift } from '../core/live/events.ts';
import {
  AS_OWNER,
  JSON_BODY,
  liveOf,
  postEvents,
  rawRequest,
  startProgram,
  statusOf,
  type TestProgram,
} from '../program/given-program.ts';

let door: TestProgram;
beforeAll(async () => {
  door = await startProgram();
});
afterAll(() => door.close());

/** Posts a body as it stands; the answer must be a refusal of this status as problem+json, and nothing may be kept. */
async function refused(status: number, body: BodyInit, headers: Record<string, string> = JSON_BODY): Promise<Problem> {
  const before = await liveOf(door.base);
  const answer = await fetch(`${door.base}/api/v1/events`, {
    method: 'POST',
    headers: { ...AS_OWNER, ...headers },
    body,
  });
  const type = answer.headers.get('content-type')?.split(';')[0];
  expect([answer.status, type]).toEqual([status, 'application/problem+json']);
  const problem = Problem.parse(await answer.json());
  expect(problem).toMatchObject({ status, type: `urn:cuedesk:problem:${problem.why}` });
  expect(await liveOf(door.base)).toEqual(before);
  return problem;
}

const paths = (problem: Problem) => problem.issues?.map((issue) => issue.path);

test('[AC3] what is not JSON is refused, whatever it says it is', async () => {
  for (const body of ['{', '', '[', 'null,', '{"a":1}x', "{'a':1}", '\u0000', 'undefined']) {
    expect((await refused(400, body)).why).toMatch(/^bad-(json|input)$/);
  }
  const good = JSON.stringify(chat('x'));
  const types = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/json'];
  for (const type of types) expect((await refused(415, good, { 'content-type': type })).why).toBe('not-json');
  expect((await refused(415, new Blob([good]), {})).why).toBe('not-json');
});

test('[AC4] a wrong field is named by its path, and one bad item refuses the whole batch with its index', async () => {
  const one = (change: object) => JSON.stringify({ ...gift(3), ...change });
  expect(paths(await refused(400, one({ id: undefined })))).toEqual(['id']);
  expect(paths(await refused(400, one({ id: 5 })))).toEqual(['id']);
  expect(paths(await refused(400, one({ id: 'a\u0000b' })))).toEqual(['id']);
  expect(paths(await refused(400, one({ at: 'yesterday' })))).toEqual(['at']);
  expect(paths(await refused(400, one({ type: 'applause' })))).toEqual(['type']);
  expect(paths(await refused(400, one({ user: null })))).toEqual(['user']);
  expect(paths(await refused(400, one({ gift: { id: 'g', name: 'R', diamonds: 1.5, count: 0 } })))).toEqual([
    'gift.diamonds',
    'gift.count',
  ]);
  expect(paths(await refused(400, one({ gift: { id: 'g', name: 'R', diamonds: 1, count: 1e20 } })))).toEqual([
    'gift.count',
  ]);
  const batch = [chat('a'), chat('b'), { ...chat('c'), user: { id: 'line\nbreak' } }, chat('d')];
  expect(paths(await refused(400, JSON.stringify(batch)))).toEqual(['2.user.id']);
  for (const body of ['5', '"text"', 'true', '[[]]', '[null]', '{}']) await refused(400, body);
});

test('[AC4] addresses that are none, and texts without end, are refused', async () => {
  const from = (avatarUrl: string) => JSON.stringify({ ...chat('x'), user: { id: 'u', avatarUrl } });
  expect(paths(await refused(400, from('javascript:alert(1)')))).toEqual(['user.avatarUrl']);
  expect(paths(await refused(400, JSON.stringify(chat('x'.repeat(10_001)))))).toEqual(['chat.text']);
  expect((await postEvents(door.base, chat('x'.repeat(10_000)))).status).toBe(202);
});

test('[AC5] no events, more than a thousand, or more than four megabytes are refused, and a thousand are taken', async () => {
  const many = (count: number) => Array.from({ length: count }, () => chat('x'));
  await refused(400, '[]');
  expect((await refused(400, JSON.stringify(many(1001)))).issues?.[0]?.message).toMatch(/1000/);
  const huge = JSON.stringify(Array.from({ length: 450 }, () => chat('x'.repeat(10_000))));
  expect((await refused(413, huge)).why).toBe('too-large');
  const answer = await postEvents(door.base, many(1000));
  expect([answer.status, await answer.json()]).toEqual([202, { accepted: 1000, duplicates: 0 }]);
});

test('[AC79] an event of more than 64 kilobytes is refused by the field that has the most of it', async () => {
  const item = { productId: 'p', title: '€'.repeat(10_000), quantity: 1, price: { minor: 1, currency: 'EUR' } };
  const order = (items: number) => ({
    id: `order of ${items}`,
    source: 'api',
    at: chat('x').at,
    user: { id: 'u' },
    type: 'order' as const,
    order: { items: Array.from({ length: items }, () => item) },
  });
  expect(paths(await refused(400, JSON.stringify(order(3))))).toEqual(['order']);
  expect(paths(await refused(400, JSON.stringify([chat('a'), order(3)])))).toEqual(['1.order']);
  expect((await postEvents(door.base, order(2))).status).toBe(202);
});

test('[AC5] other routes take 64 kilobytes at most', async () => {
  for (const [method, path] of [
    ['PUT', 'settings'],
    ['POST', 'login'],
    ['PUT', 'bio'],
    ['POST', 'obs/connect'],
  ]) {
    const body = JSON.stringify({ key: 'x'.repeat(65_536) });
    const answer = await fetch(`${door.base}/api/v1/${path}`, {
      method: String(method),
      headers: { ...AS_OWNER, ...JSON_BODY },
      body,
    });
    expect([path, answer.status, (await answer.json()).why]).toEqual([path, 413, 'too-large']);
  }
});

test('[AC6] deep nesting is refused before anything reads it, and brackets in a text are only a text', async () => {
  const depth = 200_000;
  expect((await refused(400, '['.repeat(depth) + ']'.repeat(depth))).why).toBe('too-deep');
  expect((await refused(400, `${'{"a":'.repeat(30)}1${'}'.repeat(30)}`)).why).toBe('too-deep');
  expect((await postEvents(door.base, chat('[{'.repeat(3000)))).status).toBe(202);
  expect((await postEvents(door.base, chat('"\\"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[['))).status).toBe(202);
});

test('[SE7] keys of the machinery of objects are refused or nothing but keys', async () => {
  const event = JSON.stringify(chat('x')).slice(1, -1);
  for (const [body, path] of [
    [`{${event},"__proto__":{"polluted":true}}`, '__proto__'],
    [`{${event},"constructor":{"prototype":{"polluted":true}}}`, 'constructor.prototype'],
    [`[{${event},"user":{"id":"a","__pro\\u0074o__":{"polluted":true}}}]`, '0.user.__proto__'],
  ]) {
    const problem = await refused(400, String(body));
    expect([problem.why, paths(problem)]).toEqual(['bad-input', [path]]);
  }
  for (const id of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
    const user = { id, handle: id };
    expect((await postEvents(door.base, { ...gift(2, { id: `gift-${id}` }), user })).status).toBe(202);
  }
  const query = await fetch(`${door.base}/api/v1/events?__proto__=1&constructor=2&after=1`, { headers: AS_OWNER });
  expect(query.status).toBe(200);
  expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('polluted');
});

test('[AC4] a wrong or repeated query parameter is named', async () => {
  for (const [query, path] of [
    ['after=-1', 'after'],
    ['after=x', 'after'],
    ['after=1.5', 'after'],
    ['after=1&after=2', 'after'],
    ['limit=0', 'limit'],
    ['limit=1001', 'limit'],
    ['limit=1&limit=1', 'limit'],
  ]) {
    const answer = await fetch(`${door.base}/api/v1/events?${query}`, { headers: AS_OWNER });
    expect([query, answer.status]).toEqual([query, 400]);
    expect(paths(Problem.parse(await answer.json()))).toEqual([path]);
  }
});

test('[AC81] an address that cannot be read, and what is no HTTP, are refused as problem+json with the security headers', async () => {
  const get = (path: string, headers = '') => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n${headers}\r\n`;
  for (const port of [door.port, door.publicPort]) {
    for (const [text, status, why] of [
      [get('/api/v1/%zz'), 400, 'bad-address'],
      [get('/@%zz'), 400, 'bad-address'],
      [get(`/@${'x'.repeat(600)}`), 414, 'address-too-long'],
      [get('/', `x: ${'y'.repeat(20_000)}\r\n`), 431, 'headers-too-large'],
      ['NO HTTP\r\n\r\n', 400, 'bad-http'],
    ] as const) {
      const [head = '', body = ''] = (await rawRequest(port, text)).split('\r\n\r\n');
      expect([text.slice(0, 40), statusOf(head)]).toEqual([text.slice(0, 40), status]);
      expect(Problem.parse(JSON.parse(body))).toMatchObject({ status, why });
      for (const header of ['content-type: application/problem+json', "content-security-policy: default-src 'none'"])
        expect(head.toLowerCase()).toContain(header);
      expect(head.toLowerCase()).toMatch(/x-content-type-options: nosniff/);
    }
  }
});

test('[AC3] after all of it the server serves, and has logged no fault', async () => {
  expect(await (await fetch(`${door.base}/healthz`)).json()).toEqual({ status: 'ok' });
  expect(door.log.filter((line) => /"level":(50|60)/.test(line))).toEqual([]);
});
