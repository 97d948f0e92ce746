import type { APIRequestContext } from '@playwright/test';
import { expect } from '@playwright/test';

const HANDLE = '/api/v1/public/lena.sample';
const headers = { authorization: `Bearer ${process.env['CUEDESK_OWNER_TOKEN']}` };

/** An offer of its own for one test, so that nothing else of the sample show takes its times. */
export interface OfferOfTest {
  readonly id: string;
  readonly slug: string;
  /** Bookable starts, ascending and far enough apart that none stands in another's way. */
  readonly starts: string[];
}

export async function givenOffer(
  request: APIRequestContext,
  slug: string,
  day: number,
  more: { cutoffMinutes?: number; capacity?: number } = {},
): Promise<OfferOfTest> {
  const data = {
    slug,
    kind: 'consulting',
    title: { en: 'Portfolio review', de: 'Durchsicht der Mappe', nl: 'Portfolio bekijken', nb: 'Gjennomgang av mappe' },
    minutes: 30,
    price: { minor: 4500, currency: 'EUR' },
    noLicenceNeeded: true,
    cutoffMinutes: 60,
    place: { type: 'video', joinUrl: 'https://meet.example/room' },
    deposit: { amount: { minor: 1000, currency: 'EUR' }, paymentUrl: 'https://pay.example/lena' },
    questions: [{ id: 'goal', label: { en: 'What is your goal?', de: 'Was ist dein Ziel?' } }],
    ...more,
  };
  const made = await request.post('/api/v1/services', { headers, data });
  expect(made.status(), await made.text()).toBe(201);
  const { id } = (await made.json()) as { id: string };
  const from = new Date(Date.now() + day * 86_400_000).toISOString();
  const to = new Date(Date.now() + (day + 5) * 86_400_000).toISOString();
  const query = `service=${id}&from=${from}&to=${to}`;
  const { slots } = (await (await request.get(`${HANDLE}/slots?${query}`)).json()) as { slots: { start: string }[] };
  return { id, slug, starts: slots.map(({ start }) => start).filter((_, at) => at % 3 === 0) };
}

export async function dropOffer(request: APIRequestContext, offer: OfferOfTest): Promise<void> {
  await request.delete(`/api/v1/services/${offer.id}`, { headers });
}

/** A viewer's ask, or a place in line; `thread` is the path of its page. */
export async function givenAsk(
  request: APIRequestContext,
  offer: OfferOfTest,
  more: {
    start?: string;
    name: string;
    door?: 'requests' | 'waitlist';
    language?: string;
    region?: string;
    contact?: { email: string };
  },
): Promise<{ id: string; thread: string }> {
  const { door = 'requests', ...body } = more;
  const data = {
    service: offer.id,
    zone: 'Europe/Berlin',
    adult: true,
    consent: true,
    message: 'Hello',
    answers: { goal: 'A job that I can walk to' },
    // Only this test's own days: what other tests free is nothing to wait for.
    ...(door === 'waitlist' ? { earliest: offer.starts[0], latest: offer.starts.at(-1) } : {}),
    ...body,
  };
  const made = await request.post(`${HANDLE}/${door}`, { data });
  expect(made.status(), await made.text()).toBe(201);
  const { id, thread } = (await made.json()) as { id: string; thread: string };
  return { id, thread: new URL(thread).pathname };
}

export async function deskAct(request: APIRequestContext, id: string, act: string, data: object = {}): Promise<void> {
  const done = await request.post(`/api/v1/requests/${id}/${act}`, { headers, data });
  expect(done.status(), await done.text()).toBe(200);
}

export async function viewerAct(request: APIRequestContext, thread: string, act: string, data = {}): Promise<void> {
  const done = await request.post(`/api/v1/public/threads/${thread.replace('/t/', '')}/${act}`, { data });
  expect(done.status(), await done.text()).toBe(200);
}

/** The one ask for the offer, as the desk lists it. */
export async function askOf(request: APIRequestContext, offer: OfferOfTest): Promise<string> {
  const listed = (await (await request.get('/api/v1/requests', { headers })).json()) as AskListed[];
  const ids = listed.filter(({ service }) => service.id === offer.id).map(({ id }) => id);
  expect(ids).toHaveLength(1);
  return String(ids[0]);
}

interface AskListed {
  readonly id: string;
  readonly service: { readonly id: string };
}

/** The address of a code that leads to the offer, on the viewers' door. */
export async function givenCode(request: APIRequestContext, offer: OfferOfTest): Promise<string> {
  const made = await request.post('/api/v1/codes', { headers, data: { label: offer.slug, service: offer.id } });
  expect(made.status(), await made.text()).toBe(201);
  const { code } = (await made.json()) as { code: string };
  return `http://127.0.0.1:${process.env['E2E_PUBLIC_PORT']}/c/${code}`;
}
