import { Agent, request } from 'node:http';
import { OWNER_TOKEN, startCuedesk } from './programs.ts';
import type { Row } from './table.ts';

const CALLERS = 8;
const BATCH = 32;
const BATCHES = 400;

let serial = 0;

function batch(): string {
  const events = Array.from({ length: BATCH }, () => {
    serial += 1;
    const user = { id: `68${serial % 5000}`, handle: `viewer_${serial % 5000}`, name: `v${serial}` };
    const gift = { id: '5655', name: 'Rose', diamonds: 1, count: 1 };
    return { id: String(serial), source: 'bench', type: 'gift', at: new Date().toISOString(), user, gift };
  });
  return JSON.stringify(events);
}

function post(url: string, agent: Agent, body: string): Promise<number> {
  const headers = {
    authorization: `Bearer ${OWNER_TOKEN}`,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  };
  return new Promise((resolve, reject) => {
    const call = request(`${url}/api/v1/events`, { method: 'POST', agent, headers }, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode ?? 0));
    });
    call.once('error', reject).end(body);
  });
}

/** Events a second by `POST /api/v1/events`, each answered when durable: what a script of one's own can count on. */
export async function postRates(): Promise<Row[]> {
  const program = await startCuedesk();
  const agent = new Agent({ keepAlive: true, maxSockets: CALLERS });
  const bodies = Array.from({ length: BATCHES }, batch);
  const begun = performance.now();
  const caller = async () => {
    for (let body = bodies.pop(); body !== undefined; body = bodies.pop()) {
      const status = await post(program.url, agent, body);
      if (status !== 202) throw new Error(`POST /api/v1/events answered ${status}`);
    }
  };
  try {
    await Promise.all(Array.from({ length: CALLERS }, caller));
  } finally {
    agent.destroy();
    await program.stop();
  }
  const value = ((BATCHES * BATCH) / (performance.now() - begun)) * 1000;
  const detail = `${BATCH} a request, ${CALLERS} callers, answered when durable`;
  return [{ row: 'events a second by POST', value, unit: '/s', target: null, detail }];
}
