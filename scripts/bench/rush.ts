import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { quantile } from './load.ts';
import { OWNER_TOKEN, type Program, startBareBytes, startCuedesk } from './programs.ts';
import type { Row } from './table.ts';

const HITS = 10_000;
const SECONDS = 60;
const EVENTS_A_SECOND = 20;
/** As a browser sends them. */
const HEADERS = { 'accept-encoding': 'gzip, deflate, br', 'accept-language': 'de-DE,de;q=0.9,en;q=0.5' };

interface Answer {
  readonly status: number;
  readonly body: Buffer;
  readonly millis: number;
}

/** The pages of the sample's creator under the rush of a live, beside a running show and beside bare node:http. */
export async function rushRows(): Promise<Row[]> {
  const program = await startCuedesk('--demo');
  const agents = { cuedesk: new Agent({ keepAlive: true }), bare: new Agent({ keepAlive: true }) };
  const ended = new AbortController();
  let bare: Program | null = null;
  try {
    const paths = await pathsOf(program.url);
    bare = await startBareBytes(paths.map((path) => program.url + path));
    const show = runShow(program.url, ended.signal);
    const times = await rush({ cuedesk: program.url, bare: bare.url }, paths, agents);
    ended.abort();
    return rowsOf(times, paths.length, await show);
  } finally {
    ended.abort();
    for (const agent of Object.values(agents)) agent.destroy();
    await bare?.stop();
    await program.stop();
  }
}

/** What one viewer's browser asks for that is not kept by it: the page, its data, the free times of each offer. */
async function pathsOf(url: string): Promise<string[]> {
  const api = '/api/v1/public/lena.sample';
  const page = (await (await fetch(url + api)).json()) as { services: { id: string }[] };
  const from = Math.floor(Date.now() / 60_000) * 60_000;
  const window = `from=${new Date(from).toISOString()}&to=${new Date(from + 21 * 86_400_000).toISOString()}`;
  const slots = page.services.map(({ id }) => `${api}/slots?service=${id}&${window}&zone=Europe%2FBerlin`);
  return ['/@lena.sample', api, ...slots];
}

type Sides<T> = Readonly<Record<'cuedesk' | 'bare', T>>;

/** Hits at an even pace; each address is asked of both, the two sides taking turns in who is first. */
async function rush(urls: Sides<string>, paths: readonly string[], agents: Sides<Agent>): Promise<Sides<Answer[]>> {
  const times = { cuedesk: [] as Answer[], bare: [] as Answer[] };
  const underway: Promise<void>[] = [];
  const begun = performance.now();
  const half = (SECONDS * 500) / HITS;
  for (let sent = 0; sent < HITS; sent++) {
    const path = paths[sent % paths.length] ?? '';
    const order = sent % 2 === 0 ? (['cuedesk', 'bare'] as const) : (['bare', 'cuedesk'] as const);
    for (const [place, side] of order.entries()) {
      const due = begun + (sent * 2 + place) * half;
      const early = due - performance.now();
      if (early > 0) await pause(early);
      underway.push(hit(urls[side] + path, agents[side]).then((answer) => void times[side].push(answer)));
    }
  }
  await Promise.all(underway);
  return times;
}

/** An answer that never came has the status 0. A kept connection that is hung up just then is tried again, as browsers do. */
function hit(url: string, agent: Agent, begun = performance.now()): Promise<Answer> {
  return new Promise((resolve) => {
    const call = request(url, { agent, headers: HEADERS }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.once('end', () =>
        resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts), millis: performance.now() - begun }),
      );
    });
    const lost = { status: 0, body: Buffer.alloc(0) };
    call.once('error', () => {
      if (call.reusedSocket) resolve(hit(url, agent, begun));
      else resolve({ ...lost, millis: performance.now() - begun });
    });
    call.end();
  });
}

/** Gifts at the pace of a good show, until it is told to end; how many were taken in. */
async function runShow(url: string, signal: AbortSignal): Promise<number> {
  const headers = { authorization: `Bearer ${OWNER_TOKEN}`, 'content-type': 'application/json' };
  let taken = 0;
  for (let serial = 0; !signal.aborted; serial++) {
    const user = { id: `69${serial % 500}`, handle: `viewer_${serial % 500}`, name: `v${serial}` };
    const gift = { id: '5655', name: 'Rose', diamonds: 1, count: 1 };
    const event = { id: `rush-${serial}`, source: 'bench', type: 'gift', at: new Date().toISOString(), user, gift };
    const answer = await fetch(`${url}/api/v1/events`, { method: 'POST', headers, body: JSON.stringify([event]) });
    if (answer.status === 202) taken += 1;
    await pause(1000 / EVENTS_A_SECOND);
  }
  return taken;
}

function rowsOf(times: Sides<Answer[]>, paths: number, events: number): Row[] {
  const at = (share: number) => (side: 'cuedesk' | 'bare') =>
    quantile(
      times[side].map(({ millis }) => millis).sort((a, b) => a - b),
      share,
    );
  const [p50, p95] = [at(0.5), at(0.95)];
  const faults = times.cuedesk.filter(({ status }) => status !== 200).length;
  const name = `${HITS} hits of the viewers' page in ${SECONDS} s beside a show`;
  const bytes = times.cuedesk.reduce((sum, { body }) => sum + body.length, 0) / HITS / 1000;
  const detail = `${p95('cuedesk').toFixed(2)} ms against ${p95('bare').toFixed(2)} ms (p50 ${p50('cuedesk').toFixed(2)} against ${p50('bare').toFixed(2)}), ${paths} addresses, ${bytes.toFixed(1)} kB each, ${events} events meanwhile`;
  return [
    { row: `${name}, answers that are not 200`, value: faults, unit: '', target: { most: 0 }, detail: '' },
    {
      row: `${name}, p95 / bare node:http`,
      value: p95('cuedesk') / p95('bare'),
      unit: 'times',
      target: { most: 3 },
      detail,
    },
  ];
}
