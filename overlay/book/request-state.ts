import { effect, signal } from '@preact/signals';
import type { HoldMade, PublicService, RequestMade } from '../../shared/public-page.ts';
import type { Instant } from '../../shared/time.ts';
import type { Refused } from '../parts/ask.ts';
import { ask } from '../parts/ask.ts';
import { CONSENT_VERSION } from './consent.ts';
import { onOwnClock } from './hold-clock.ts';
import { askedProduct } from './offers-state.ts';
import { ownHold, rememberHold } from './own-hold.ts';
import { region } from './region.ts';
import { goTo } from './steps-state.ts';
import { rememberTyped, type Typed } from './typed.ts';
import { via } from './via.ts';
import { boundsOf, type WaitWindow } from './window.ts';
import { spoken, timesTag } from './words.ts';
import { zone } from './zones.ts';

/** What the viewer typed. Kept here, so that a step back and forth loses nothing. */
export interface Form extends Typed {
  readonly adult: boolean;
  readonly consent: boolean;
  /** The first word of the name, and the question, may be seen in the live. */
  readonly onAir: boolean;
  /** Where a waiting viewer wants no other days. */
  readonly days: WaitWindow;
}

/** What the form is for: a time, a message without one, or a place on the waitlist. */
export type Purpose = 'time' | 'message' | 'waitlist';

export interface Picked {
  readonly start: Instant;
  readonly end: Instant | null;
  /** Null while the slot is not kept for this viewer; the request may still win it. */
  readonly hold: HoldMade | null;
}

export const form = signal<Form>({
  name: '',
  email: '',
  message: '',
  adult: false,
  consent: false,
  onAir: false,
  answers: {},
  days: { from: '', until: '' },
});
export const purpose = signal<Purpose>('message');
/** Null: a message without a time, or a place on the waitlist. */
export const picked = signal<Picked | null>(null);

// A reload goes on with a kept time, and with what was typed beside it.
effect(() => {
  const untouched = Object.values(form.value).every((value) => value === '' || typeof value !== 'string');
  if (picked.value?.hold && !untouched) rememberTyped(form.value, Date.now());
});

export const busy = signal(false);
/** The last refusal, until the next try. */
export const refused = signal<Refused | null>(null);
/** The time that somebody else got, with what is free near it. */
export const taken = signal<{ readonly start: Instant; readonly nearest: ReadonlyArray<Instant> } | null>(null);

/** One key per submission, kept over its retries: the same form sent twice is one request. A changed form is a new one. */
let submission: { readonly body: string; readonly key: string } | null = null;

/** Goes on to the form without a time. `product`: the slug of the one that the message is about. */
export function withoutTime(wanted: 'message' | 'waitlist', product: string | null = null): void {
  askedProduct.value = product;
  picked.value = null;
  taken.value = null;
  refused.value = null;
  purpose.value = wanted;
  goTo('details');
}

/** Keeps a slot while the viewer types. True if the viewer may go on to the details; false too while another is being kept. */
export async function pick(handle: string, of: PublicService, start: Instant): Promise<boolean> {
  if (busy.value) return false;
  busy.value = true;
  refused.value = null;
  const instead = ownHold()?.id;
  const answer = await ask<HoldMade>('POST', `/public/${encodeURIComponent(handle)}/holds`, {
    service: of.id,
    start,
    ...(instead ? { instead } : {}),
  });
  busy.value = false;
  if (answer.type === 'done') {
    setPicked(of, start, answer.value);
    return true;
  }
  // Nothing can be kept just now, which is no reason to turn a viewer away: the ask itself may still win the time.
  if (answer.why === 'too-many') {
    setPicked(of, start, null);
    return true;
  }
  if (answer.why === 'slot-taken') taken.value = { start, nearest: answer.nearest };
  else refused.value = answer;
  return false;
}

/** Takes a time as chosen, with what keeps it for this viewer. */
export function setPicked(of: PublicService, start: Instant, hold: HoldMade | null): void {
  const end = new Date(Date.parse(start) + of.minutes * 60_000).toISOString();
  taken.value = null;
  askedProduct.value = null;
  const kept = hold && onOwnClock(hold, Date.now());
  if (kept) rememberHold({ id: kept.id, service: of.id, start, expiresAt: kept.expiresAt });
  purpose.value = 'time';
  picked.value = { start, end, hold: kept };
}

/** Sends the request. The address of the private thread, or null after a refusal, which is then in {@link refused} or {@link taken}. */
export function send(handle: string, of: PublicService): Promise<string | null> {
  return post(purpose.value === 'waitlist' ? 'waitlist' : 'requests', handle, of);
}

async function post(door: 'requests' | 'waitlist', handle: string, of: PublicService): Promise<string | null> {
  busy.value = true;
  refused.value = null;
  const body = { ...bodyOf(of), ...(door === 'waitlist' ? boundsOf(form.value.days, zone.value) : {}) };
  const text = door + JSON.stringify(body);
  if (submission?.body !== text) submission = { body: text, key: newKey() };
  const answer = await ask<RequestMade>('POST', `/public/${encodeURIComponent(handle)}/${door}`, body, {
    'idempotency-key': submission.key,
  });
  busy.value = false;
  if (answer.type === 'done') {
    if (body.hold) rememberHold(null);
    rememberTyped(null, Date.now());
    return answer.value.thread;
  }
  // The answer is known and final for this key; only a network or server that is away is asked again with the same.
  if (!['offline', 'unavailable', 'too-many'].includes(answer.why)) submission = null;
  if (answer.why === 'slot-taken' && picked.value) taken.value = { start: picked.value.start, nearest: answer.nearest };
  else refused.value = answer;
  return null;
}

function bodyOf(of: PublicService) {
  const { name, email, message, adult, consent, onAir } = form.value;
  const slot = picked.value;
  const answers = answersTo(of);
  return {
    service: of.id,
    ...(slot ? { start: slot.start } : {}),
    ...(slot?.hold ? { hold: slot.hold.id } : {}),
    name: name.trim(),
    ...(email.trim() ? { contact: { email: email.trim() } } : {}),
    ...(message.trim() ? { message: message.trim() } : {}),
    ...(Object.keys(answers).length > 0 ? { answers } : {}),
    language: spoken(),
    ...(timesTag() === spoken() ? {} : { locale: timesTag() }),
    zone: zone.value,
    // Where one price holds for all, and all may book, nobody needs to know where the viewer lives.
    ...((of.prices.length > 0 || of.regions.length > 0) && region.value ? { region: region.value } : {}),
    ...(via.value ? { code: via.value } : {}),
    ...(of.adultsOnly ? { adult } : {}),
    consent,
    consentVersion: CONSENT_VERSION,
    onAir,
  };
}

/** What was typed for the questions of this service; what was typed for another's, or for an appointment before a message, stays in the form. */
function answersTo(of: PublicService): Record<string, string> {
  if (purpose.value === 'message') return {};
  const typed = of.questions.map(({ id }) => [id, form.value.answers[id]?.trim() ?? ''] as const);
  return Object.fromEntries(typed.filter(([, text]) => text !== ''));
}

/** A random key. `randomUUID` is missing where the page came over plain http from another machine. */
export function newKey(): string {
  if ('randomUUID' in crypto) return crypto.randomUUID();
  const bytes = (crypto as Crypto).getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
