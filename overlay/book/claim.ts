import { effect } from '@preact/signals';
import { readChatCode } from '../../shared/chat-code.ts';
import type { HoldMade, PublicPage } from '../../shared/public-page.ts';
import type { Instant } from '../../shared/time.ts';
import { ask } from '../parts/ask.ts';
import { chosenSlug, page } from './offers-state.ts';
import { newKey, picked, setPicked } from './request-state.ts';
import { goTo } from './steps-state.ts';
import { dropVia, via } from './via.ts';

/** What the server answers for a code that a word in the chat gave: the time that it holds. */
interface Claimed {
  readonly hold: string;
  readonly service: string;
  readonly start: Instant;
  readonly expiresAt: Instant;
  readonly serverTime?: Instant;
}

/** Takes the time that a code from the chat holds, and goes on to the form. Null when done, else why not. */
export async function claim(of: PublicPage, typed: string, key = newKey()): Promise<string | null> {
  const path = `/public/${encodeURIComponent(of.handle)}/holds/claim`;
  const before = picked.peek();
  const answer = await ask<Claimed>('POST', path, { code: typed.trim() }, { 'idempotency-key': key });
  if (answer.type === 'refused') return answer.why;
  const { hold, service: id, start, expiresAt, serverTime } = answer.value;
  const service = of.services.find((one) => one.id === id);
  if (!service) return 'slot-not-offered';
  // The viewer has chosen another time while the code was on its way: that is the newer wish, and the code stays theirs.
  if (picked.peek() !== before) return null;
  const kept: HoldMade = { id: hold, expiresAt, ...(serverTime ? { serverTime } : {}) };
  chosenSlug.value = service.slug;
  setPicked(service, start, kept);
  goTo('details');
  return null;
}

/** Once the page is there, takes the time of the code that the viewer came by (`/c/CODE`), if it is one of the chat. */
export function claimWhenReady(): void {
  const stop = effect(() => {
    const loaded = page.value;
    if (loaded.type !== 'ready') return;
    queueMicrotask(() => {
      stop();
      void claimVia(loaded.value);
    });
  });
}

async function claimVia(of: PublicPage): Promise<void> {
  const code = readChatCode(via.value ?? '');
  if (!code) return;
  const why = await claim(of, code, visitKey(code));
  if (why === 'not-found') dropVia(of.handle);
}

/** The same over a reload, so that the viewer who has the time gets it again. */
function visitKey(code: string): string {
  const name = `cuedesk-claim:${code}`;
  try {
    const key = sessionStorage.getItem(name) ?? newKey();
    sessionStorage.setItem(name, key);
    return key;
  } catch {
    return newKey();
  }
}
