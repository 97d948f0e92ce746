import { signal } from '@preact/signals';
import { readChatCode } from '../../shared/chat-code.ts';
import { readCode } from '../../shared/short-code.ts';

/** The code by which the viewer came, a short one or that of a time held by the chat, kept for this visit. */
export const via = signal<string | null>(null);
/** The address named a code that leads nowhere: somebody heard a letter wrong, and may book all the same. */
export const viaUnknown = signal(false);

/** What was typed then, to be mended. */
export const viaTyped = signal('');

/**
 * Takes `?via=CODE` out of the address, so that a page that is shared or bookmarked does not count for it, and keeps the
 * code for this visit, reloads and all. What does not read as a code is forgotten.
 */
export function takeVia(handle: string): void {
  const address = new URL(location.href);
  const named = address.searchParams.get('via');
  if (named === null) {
    via.value = keptFor(handle);
    return;
  }
  viaTyped.value = (address.searchParams.get('code') ?? '').slice(0, 40);
  address.searchParams.delete('via');
  address.searchParams.delete('code');
  history.replaceState(history.state, '', address.pathname + address.search + address.hash);
  via.value = readAny(named);
  viaUnknown.value = via.value === null;
  try {
    if (via.value) sessionStorage.setItem(keyOf(handle), via.value);
  } catch {
    // Storage may be forbidden; then the code lasts until the page is left.
  }
}

/** The code's time is another's, or has gone back: the viewer may book without it. */
export function dropVia(handle: string): void {
  viaTyped.value = via.value ?? '';
  via.value = null;
  viaUnknown.value = true;
  try {
    sessionStorage.removeItem(keyOf(handle));
  } catch {
    // Nothing was kept then.
  }
}

function readAny(typed: string): string | null {
  return readCode(typed) ?? readChatCode(typed);
}

function keptFor(handle: string): string | null {
  try {
    return readAny(sessionStorage.getItem(keyOf(handle)) ?? '');
  } catch {
    return null;
  }
}

function keyOf(handle: string): string {
  return `cuedesk-via:${handle}`;
}
