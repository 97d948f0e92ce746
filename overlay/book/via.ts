import { signal } from '@preact/signals';
import { readCode } from '../../shared/short-code.ts';

/** The short code by which the viewer came, kept for this visit. */
export const via = signal<string | null>(null);
/** The address named a code that leads nowhere: somebody heard a letter wrong, and may book all the same. */
export const viaUnknown = signal(false);

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
  address.searchParams.delete('via');
  history.replaceState(history.state, '', address.pathname + address.search + address.hash);
  via.value = readCode(named);
  viaUnknown.value = via.value === null;
  try {
    if (via.value) sessionStorage.setItem(keyOf(handle), via.value);
  } catch {
    // Storage may be forbidden; then the code lasts until the page is left.
  }
}

function keptFor(handle: string): string | null {
  try {
    return readCode(sessionStorage.getItem(keyOf(handle)) ?? '');
  } catch {
    return null;
  }
}

function keyOf(handle: string): string {
  return `cuedesk-via:${handle}`;
}
