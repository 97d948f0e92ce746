import { Agent, request } from 'node:http';
import { sampleBio, sampleHours, sampleServices } from '../../server/sources/sample-creator.ts';
import type { Slot } from '../../shared/booking.ts';
import { quantile } from './load.ts';
import { OWNER_TOKEN, startCuedesk } from './programs.ts';
import type { Row } from './table.ts';

const SLOTS = 200;
const VIEWERS = 200;
/** On a slow machine no further slot is begun after this; the row says how many there were. */
const MOST_SECONDS = 60;
const DAY = 86_400_000;
const API = `/api/v1/public/${sampleBio.handle}`;

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly millis: number;
}
type Send = (method: string, path: string, body?: unknown) => Promise<Answer>;

/** What came of each slot: how often it was sold, and what else was answered. */
interface Sale {
  readonly sold: Map<string, number>;
  readonly answers: Answer[];
  readonly seconds: number;
}

/** Every viewer at once for one slot after another, over HTTP, on the embedded store: each is sold once (promise 2). */
export async function saleRows(): Promise<Row[]> {
  const program = await startCuedesk();
  const agent = new Agent({ keepAlive: true, maxSockets: VIEWERS });
  const send: Send = (method, path, body) => call(program.url + path, agent, method, body);
  try {
    const service = await publish(send);
    const before = await freeStarts(send, service);
    const starts = before.slice(0, SLOTS);
    if (starts.length < SLOTS) throw new Error(`${starts.length} slots to sell`);
    const sale = await sell(send, service, starts);
    const after = new Set(await freeStarts(send, service));
    return rowsOf(sale, [...sale.sold].filter(([start, times]) => times !== 1 || after.has(start)).length);
  } finally {
    agent.destroy();
    await program.stop();
  }
}

/** Answers the id of an offer that is booked at once. */
async function publish(send: Send): Promise<string> {
  const [sample] = sampleServices;
  const offer = { ...sample, slug: 'sale', instant: true, bufferAfterMinutes: 0, noticeMinutes: 0 };
  await wanted(send('PUT', '/api/v1/bio', sampleBio));
  const made = await wanted(send('POST', '/api/v1/services', offer));
  await wanted(send('PUT', '/api/v1/availability', sampleHours));
  await wanted(send('POST', '/api/v1/bio/publish', {}));
  return (JSON.parse(made.text) as { id: string }).id;
}

async function freeStarts(send: Send, service: string): Promise<string[]> {
  const window = `from=${new Date().toISOString()}&to=${new Date(Date.now() + 30 * DAY).toISOString()}`;
  const { text } = await wanted(send('GET', `${API}/slots?service=${service}&${window}`));
  return (JSON.parse(text) as { slots: Slot[] }).slots.map(({ start }) => start);
}

async function wanted(sent: Promise<Answer>): Promise<Answer> {
  const answer = await sent;
  if (answer.status >= 300) throw new Error(`${answer.status}: ${answer.text.slice(0, 300)}`);
  return answer;
}

async function sell(send: Send, service: string, starts: readonly string[]): Promise<Sale> {
  const [sold, answers] = [new Map<string, number>(), [] as Answer[]];
  const begun = performance.now();
  for (const start of starts) {
    if (performance.now() - begun > MOST_SECONDS * 1000) break;
    const ask = { service, start, name: 'Vera Viewer', adult: true, consent: true };
    const all = await Promise.all(Array.from({ length: VIEWERS }, () => send('POST', `${API}/requests`, ask)));
    answers.push(...all);
    sold.set(start, all.filter(({ status }) => status === 201).length);
  }
  return { sold, answers, seconds: (performance.now() - begun) / 1000 };
}

/** An answer that never came has the status 0. */
function call(url: string, agent: Agent, method: string, body: unknown): Promise<Answer> {
  const begun = performance.now();
  const headers = { authorization: `Bearer ${OWNER_TOKEN}`, 'content-type': 'application/json' };
  return new Promise((resolve) => {
    const end = (status: number, text: string) => resolve({ status, text, millis: performance.now() - begun });
    const sent = request(url, { method, agent, headers: body === undefined ? {} : headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      answer.once('end', () => end(answer.statusCode ?? 0, text));
    });
    sent.once('error', ({ message }) => end(0, message));
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

function rowsOf({ sold, answers, seconds }: Sale, notOnce: number): Row[] {
  const times = answers.map(({ millis }) => millis).sort((a, b) => a - b);
  const others = answers.filter(({ status }) => status !== 201 && status !== 409);
  const name = `${VIEWERS} asks at once for each slot`;
  const reach = `${sold.size} of ${SLOTS} slots, ${answers.length} asks in ${seconds.toFixed(0)} s on the embedded store`;
  const peers = 'PostgreSQL through two programs: test:peers, 10 slots (all 200 with EVERY_SLOT=yes)';
  const words = others.length === 0 ? '201 or 409 each' : `first other: ${others[0]?.status} ${others[0]?.text}`;
  return [
    {
      row: `${name}, slots that were not sold once`,
      value: notOnce,
      unit: '',
      target: { most: 0 },
      detail: `${reach}; ${peers}`,
    },
    {
      row: `${name}, answers that are neither 201 nor 409`,
      value: others.length,
      unit: '',
      target: { most: 0 },
      detail: words,
    },
    {
      row: `${name}, answered`,
      value: answers.length / seconds,
      unit: '/s',
      target: null,
      detail: 'each when durable',
    },
    {
      row: `${name}, p99`,
      value: quantile(times, 0.99),
      unit: 'ms',
      target: null,
      detail: `p50 ${quantile(times, 0.5).toFixed(0)} ms, with ${VIEWERS} ahead of the last`,
    },
  ];
}
