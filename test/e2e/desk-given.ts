import type { APIRequestContext } from '@playwright/test';
import type { Right } from '../../shared/rights.ts';

const PUBLIC = `http://127.0.0.1:${process.env['E2E_PUBLIC_PORT']}/api/v1/public`;
const owner = { authorization: `Bearer ${process.env['CUEDESK_OWNER_TOKEN']}` };

/** A request of the sample show's creator for the first service, with its private thread's address. */
export async function askedBy(
  request: APIRequestContext,
  name: string,
  place: number,
  more: Readonly<Record<string, unknown>> = {},
): Promise<{ id: string; thread: string }> {
  const page = (await (await request.get(`${PUBLIC}/lena.sample`)).json()) as { services: { id: string }[] };
  const service = page.services[0]?.id ?? '';
  const answer = await request.get(`${PUBLIC}/lena.sample/slots`, { params: { service } });
  const { slots } = (await answer.json()) as { slots: { start: string }[] };
  const data = {
    service,
    start: slots[place]?.start,
    name,
    message: `A question of ${name}`,
    language: 'nb',
    zone: 'Europe/Oslo',
    adult: true,
    consent: true,
    ...more,
  };
  const made = await request.post(`${PUBLIC}/lena.sample/requests`, { data });
  if (made.status() !== 201) throw new Error(await made.text());
  return (await made.json()) as { id: string; thread: string };
}

/** What the viewer's own page would be told. */
export async function threadOf(
  request: APIRequestContext,
  thread: string,
): Promise<{ state: string; paid: boolean; messages: { text: string }[] }> {
  const secret = thread.split('/t/')[1] ?? '';
  return (await (await request.get(`${PUBLIC}/threads/${secret}`)).json()) as never;
}

/** The viewer calls the request off on its private page. */
export async function calledOff(request: APIRequestContext, thread: string): Promise<void> {
  const secret = thread.split('/t/')[1] ?? '';
  const answer = await request.post(`${PUBLIC}/threads/${secret}/cancel`, { data: {} });
  if (!answer.ok()) throw new Error(await answer.text());
}

/** The viewer erases the own data on its private page. */
export async function erased(request: APIRequestContext, thread: string): Promise<void> {
  const secret = thread.split('/t/')[1] ?? '';
  const answer = await request.post(`${PUBLIC}/threads/${secret}/erase`, { data: {} });
  if (!answer.ok()) throw new Error(await answer.text());
}

/** The path of a fresh invitation to the desk, with its key. Acts leave at once, unless the test is about undoing them. */
export async function invitation(
  request: APIRequestContext,
  name: string,
  { undo = false, ...more }: { rights?: ReadonlyArray<Right>; undo?: boolean } = {},
): Promise<string> {
  const made = await request.post('/api/v1/invitations', { headers: owner, data: { name, hours: 2, ...more } });
  const { url } = (await made.json()) as { url: string };
  const { pathname, hash } = new URL(url);
  if (!undo) await leavesAtOnce(hash.slice('#key='.length));
  return `${pathname}${hash}`;
}

/** Chooses for the person of a link, in a browser of its own that is closed again. */
async function leavesAtOnce(key: string): Promise<void> {
  const base = `http://127.0.0.1:${process.env['E2E_PORT']}/api/v1`;
  const headers = { 'content-type': 'application/json' };
  const signed = await fetch(`${base}/login`, { method: 'POST', headers, body: JSON.stringify({ key }) });
  const cookie = signed.headers.get('set-cookie')?.split(';')[0] ?? '';
  const body = JSON.stringify({ undo: false });
  const chosen = await fetch(`${base}/desk-choice`, { method: 'PUT', headers: { ...headers, cookie }, body });
  if (!chosen.ok) throw new Error(await chosen.text());
}

/** Revokes everybody of that name, as the owner does in the studio. */
export async function revoke(request: APIRequestContext, name: string): Promise<void> {
  const people = (await (await request.get('/api/v1/people', { headers: owner })).json()) as {
    id: string;
    name: string;
  }[];
  for (const { id } of people.filter((person) => person.name === name))
    await request.post(`/api/v1/people/${id}/revoke`, { headers: owner, data: {} });
}
