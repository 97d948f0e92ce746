import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { NAMESPACES } from '../../shared/protocol.ts';
import { RIGHTS } from '../../shared/rights.ts';
import { givenDraft } from '../app/booking-given.ts';
import { type Route, routesOf } from '../http/routes.ts';
import { post, startProgram, type TestProgram } from '../program/given-program.ts';
import { openPage } from '../sockets/page.ts';
import { type Foreign, foreignObjects } from './matrix-foreign.ts';
import { type Callers, callersOf, outcome } from './matrix-given.ts';
import { deskMessageLines, listening, MESSAGES } from './matrix-messages.ts';
import { socketToken } from './people-given.ts';

/*
 * Everything that can be asked of Cuedesk, by everybody who may ask: one line each, compared with `matrix.txt`. To take
 * a changed matrix: run with `-u`, read the difference, and mean it.
 */

let door: TestProgram;
let callers: Callers;
let foreign: Foreign;
beforeAll(async () => {
  door = await startProgram();
  callers = await callersOf(door);
  // Everything that can be open is: a public door without the desk has but what is open to anyone.
  await door.program.parts.settings.change({ deskOutside: true });
  foreign = await foreignObjects(door);
}, 30_000);
afterAll(() => door.close());

const HEAD = `Who gets in where. \`in\`: past the door, whatever the thing itself then says. A number is the HTTP status.
viewer: the secret of a private thread. stage: a stage's token. other: the owner and a moderator with every right of
another creator in the same store. bare: a moderator without any right. by right: the rights of which each opens it
alone. foreign: what the owner, and a moderator with every right, are told of another creator's object; at the public
door the moderator alone.
`;

/** The line of one route: each caller's outcome, and which rights make the difference. */
async function lineOf(base: string, route: Route): Promise<string> {
  const of = async (who: string) => outcome(await callers.call(base, route, who));
  const fixed: string[] = [];
  for (const who of ['anyone', 'viewer', 'stage', 'other', 'revoked', 'bare']) fixed.push(`${who}=${await of(who)}`);
  const opening: string[] = [];
  for (const right of RIGHTS) if ((await of(right)) === 'in') opening.push(right);
  const all = opening.length === RIGHTS.length ? 'any' : opening.join(',') || '-';
  const parts = [`${route.method} ${route.pattern}`, ...fixed, `by right=${all}`, `owner=${await of('owner')}`];
  const object = foreign.pathOf(route);
  if (object) {
    const asked: string[] = [];
    // At the public door the owner is nobody.
    for (const who of base === door.base ? ['owner', 'everything'] : ['everything'])
      asked.push(String(await callers.call(base, { ...route, ...object }, who)));
    parts.push(`foreign=${[...new Set(asked)].join('/')}`);
  }
  return parts.join('  ');
}

/** Logging out ends the very login that asked: its line is told by its guard alone, without a login to lose. */
const WITHOUT_CALL = new Set(['/api/v1/logout']);

async function linesOf(base: string, routes: ReadonlyArray<Route>): Promise<string[]> {
  const lines: string[] = [];
  for (const route of routes) {
    if (route.pattern.startsWith('/assets')) continue;
    if (WITHOUT_CALL.has(route.pattern)) lines.push(`${route.method} ${route.pattern}  access=${route.access}`);
    else lines.push(await lineOf(base, route));
  }
  return lines.toSorted();
}

async function socketLines(): Promise<string[]> {
  const lines: string[] = [];
  for (const [name, base] of [
    ['private', door.base],
    ['public', door.publicBase],
  ] as const) {
    for (const namespace of ['/', ...Object.values(NAMESPACES)]) {
      const said: string[] = [];
      for (const who of ['anyone', 'viewer', 'stage', 'other', 'revoked', 'bare', ...RIGHTS, 'owner']) {
        const auth = callers.secrets[who] ?? { token: await socketToken(door.base, callers.headers[who] ?? {}) };
        const page = openPage(base + namespace, auth);
        said.push(`${who}=${(await page.admitted) === 'connected' ? 'in' : 'no'}`);
        page.socket.disconnect();
      }
      lines.push(`${name} ${namespace}  ${said.join('  ')}`);
    }
  }
  return lines;
}

const MESSAGES_HEAD = [
  '# Messages from a page: none is an act, and each is of the own person or stage. A page of the studio or of a thread says',
  'nothing that is heard; one of a stage says `alive` (its size and speed) and `skipped` (which alert a skip sent away there). At the desk: whether something',
  'comes of it, said of an own request, and of a foreign one by everybody. Of `here` the own desks are told the very id that',
  'was said, whatever it is, and nothing about it.',
];

async function messageLines(): Promise<string[]> {
  const { booking } = door.program.parts;
  // The owner took the page offline when the routes were asked.
  await booking.offers.publish();
  const service = (await booking.offers.services())[0]?.id ?? '';
  const draft = givenDraft({ service, message: 'Hello' });
  const key = { 'idempotency-key': crypto.randomUUID() };
  const made = await post(door.base, '/public/creator/requests', draft, key);
  const { id: own } = (await made.json()) as { id: string };
  const lines: string[] = [];
  for (const [name, base] of [
    ['private', door.base],
    ['public', door.publicBase],
  ] as const) {
    lines.push(...(await deskMessageLines(door, callers, { name, base, own, foreign: foreign.request })));
  }
  return lines;
}

test('[PE1] every route of both doors and every socket answers everybody as the matrix says', async () => {
  const { private: inner, public: outer } = door.program.doors;
  const messages = listening();
  onTestFinished(messages.stop);
  const theirs = await foreign.dump();
  const text = [
    HEAD,
    '# Private door',
    ...(await linesOf(door.base, routesOf(inner))),
    '',
    '# Public door, with the desk let out: the owner is nobody there',
    ...(outer ? await linesOf(door.publicBase, routesOf(outer)) : []),
    '',
    '# Sockets',
    ...(await socketLines()),
    '',
    ...MESSAGES_HEAD,
    ...(await messageLines()),
    '',
  ].join('\n');
  expect(messages.heard()).toEqual(MESSAGES);
  expect(await foreign.dump()).toBe(theirs);
  await expect(text).toMatchFileSnapshot(join(import.meta.dirname, 'matrix.txt'));
  expectClosed(text.split('\n'));
}, 180_000);

/** Routes behind the door whose path names a kind, or a language, and no object of anybody's. */
const NO_OBJECT = ['/api/v1/alerts/:act ', '/api/v1/mail/templates/:kind/:language '];

/** What no taking over of a changed matrix may let pass: nobody else is in, and nothing foreign is there. */
function expectClosed(matrix: ReadonlyArray<string>): void {
  const outer = matrix.findIndex((line) => line.startsWith('# Public door'));
  const outside = matrix.slice(outer).filter((line) => line.includes('anyone=401'));
  expect(outside.length).toBeGreaterThan(20);
  for (const line of outside) {
    for (const who of ['viewer', 'stage', 'other', 'revoked', 'owner']) expect(line).toContain(`${who}=401`);
  }
  const closed = matrix.slice(0, outer).filter((line) => line.includes('anyone=401'));
  expect(closed.length).toBeGreaterThan(60);
  for (const line of closed) {
    for (const who of ['viewer', 'stage', 'other', 'revoked']) expect(line).toContain(`${who}=401`);
    expect(line).toContain('owner=in');
    if (line.includes('by right=-')) expect(line).toContain('bare=403');
  }
  const foreignLines = matrix.filter((line) => line.includes('foreign='));
  expect(foreignLines.length).toBeGreaterThan(15);
  const named = matrix.filter((line) => line.includes('/:') && line.includes('anyone=401'));
  for (const line of named.filter((one) => !NO_OBJECT.some((path) => one.includes(path))))
    expect(line, 'a route that names an object is asked for a foreign one').toContain('foreign=');
  for (const line of foreignLines) {
    const isMessage = /^\w+ \/desk /.test(line);
    expect(line).toMatch(isMessage ? /( open .*| draft .*)foreign=nothing$| here / : /foreign=(404|404\/403)$/);
  }
}
