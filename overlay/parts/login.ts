import { type ReadonlySignal, signal } from '@preact/signals';
import type { WhyOut } from '../../shared/protocol.ts';
import type { Role } from '../../shared/rights.ts';
import { newest } from '../newest.ts';
import { ask } from './ask.ts';
import { noteIn, wasIn } from './was-in.ts';

/** Who is signed in, from `GET /api/v1/login`. `token` is for the socket's handshake alone and stays in memory. */
export interface Member {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly token: string;
}

type Wrong = 'wrong' | 'wrong-password' | 'wrong-passkey';

/** `away`: the server does not answer, or is in trouble; asked again every 3 s. `out` carries why, where there was a try. */
export type LoginState =
  | { readonly type: 'asking' }
  | { readonly type: 'in'; readonly member: Member }
  | { readonly type: 'out'; readonly why: 'none' | Wrong | 'too-many' | 'ended' | WhyOut }
  | { readonly type: 'away' };

const RETRY_MILLIS = 3000;
/** A socket alone is no use of a login, which ends when it is not used. */
const USE_EVERY_MILLIS = 24 * 3_600_000;
const state = signal<LoginState>({ type: 'asking' });
export const login: ReadonlySignal<LoginState> = state;
/** Of two answers to who is there, the one that was asked for later. */
const answers = newest();

/**
 * The key in a sign-in link, or in what somebody pasted: the whole link, `#key=...`, or the key alone. Null where there
 * is none, or one that was cut within a `%`.
 */
export function keyIn(text: string): string | null {
  const trimmed = text.trim();
  const named = /[#&?]key=([^&\s]+)/.exec(trimmed)?.[1];
  if (named) return decoded(named);
  return /^[\w.~+/=-]{8,}$/.test(trimmed) && !trimmed.includes('://') ? trimmed : null;
}

/**
 * Signs in as {@link byAddress} does, now and whenever a link is pasted into the open page: only its hash changes then. A
 * page that is open for weeks, as a dock may be, uses its login once a day.
 */
export async function arrive(): Promise<void> {
  addEventListener('hashchange', () => {
    if (location.hash.startsWith('#key=')) void byAddress();
  });
  setInterval(() => {
    if (state.value.type === 'in') void ask('GET', '/login');
  }, USE_EVERY_MILLIS);
  await byAddress();
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/**
 * Signs in by the key of the address, or by the cookie of an earlier time. The key leaves the address first, so that it
 * is in no screenshot, bookmark or history, whatever the server says to it.
 */
async function byAddress(): Promise<void> {
  if (!location.hash.startsWith('#key=')) return whoAmI('none');
  const key = keyIn(location.hash);
  // What else the address says (a dock that shows the scene buttons alone) stays for a reload.
  history.replaceState(null, '', location.pathname + location.search);
  if (key && (await signIn(key))) return;
  if (state.value.type === 'away') return;
  // A used or broken link beside a cookie that still holds: the person is in already.
  await whoAmI('wrong');
}

/** True when the key was taken. */
export function signIn(key: string): Promise<boolean> {
  return trade('/login', { key }, 'wrong');
}

/** True when it is the owner's password. */
export function signInByPassword(password: string): Promise<boolean> {
  return trade('/login/password', { password }, 'wrong-password');
}

/** True when the server has taken what a passkey answered. */
export function signInByPasskey(answer: object): Promise<boolean> {
  return trade('/login/passkey', answer, 'wrong-passkey');
}

async function trade(path: string, given: object, otherwise: Wrong): Promise<boolean> {
  const isNews = answers.asked();
  const answer = await ask('POST', path, given);
  if (!isNews()) return false;
  if (answer.type === 'done') {
    await whoAmI('wrong');
    return state.value.type === 'in';
  }
  if (isAway(answer.why)) {
    state.value = { type: 'away' };
    setTimeout(() => void trade(path, given, otherwise), RETRY_MILLIS);
  } else state.value = { type: 'out', why: answer.why === 'too-many' ? 'too-many' : otherwise };
  return false;
}

/**
 * What the socket's handshake carries: the token of this sign-in first, asked anew at each later attempt, since a server
 * that was started again may know the cookie and not the token. A sign-in that has ended shows the sign-in page.
 */
export function handshake(member: Member): () => Promise<{ token: string }> {
  let first = true;
  return async () => {
    if (first) {
      first = false;
      return { token: member.token };
    }
    const answer = await ask<Member>('GET', '/login');
    if (answer.type === 'done') return { token: answer.value.token };
    const isTheirs = state.value.type === 'in' && state.value.member === member;
    if (answer.why === 'not-signed-in' && isTheirs) state.value = { type: 'out', why: 'ended' };
    throw new Error(`no token for the socket: ${answer.why}`);
  };
}

/** The server has said that the owner ended this person's access. */
export function heardOut(why: WhyOut): void {
  answers.pushed();
  state.value = { type: 'out', why };
}

export async function signOut(): Promise<void> {
  await ask('POST', '/logout');
  // Whatever was asked before is of somebody who was in then.
  answers.pushed();
  noteIn(false);
  state.value = { type: 'out', why: 'none' };
}

/** A server that cannot say who somebody is, be it gone or in trouble, has not said that they are signed out. */
function isAway(why: string): boolean {
  return why === 'offline' || why === 'unavailable' || why === 'fault';
}

async function whoAmI(otherwise: 'none' | 'wrong'): Promise<void> {
  const isNews = answers.asked();
  const answer = await ask<Member>('GET', '/login');
  if (!isNews()) return;
  if (answer.type === 'done') {
    noteIn(true);
    state.value = { type: 'in', member: answer.value };
  } else if (isAway(answer.why)) {
    state.value = { type: 'away' };
    setTimeout(() => void whoAmI(otherwise), RETRY_MILLIS);
  } else if (answer.why === 'too-many') state.value = { type: 'out', why: 'too-many' };
  else state.value = { type: 'out', why: otherwise === 'none' && wasIn() ? 'ended' : otherwise };
}
