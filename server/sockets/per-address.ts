import type { IncomingMessage } from 'node:http';
import { isLoopback, networkOf } from '../core/caller.ts';

/** Sockets of one address at one door: a household or an office has fewer pages open, a flood is no page. */
const MOST = 200;
/** Of this machine itself: a tunnel that Cuedesk does not know brings every viewer from there. */
const MOST_LOOPBACK = 2000;

/** Counts the open sockets by the address that they come from, and says whether there is room for one more. */
export function perAddress(callerOf: (request: IncomingMessage) => string) {
  const open = new Map<string, number>();

  function leave(address: string): void {
    const left = (open.get(address) ?? 1) - 1;
    if (left > 0) open.set(address, left);
    else open.delete(address);
  }

  return {
    /** Takes a place for as long as the connection under the request is open; false when there is none. */
    enter(request: IncomingMessage): boolean {
      const caller = callerOf(request);
      const address = networkOf(caller);
      const before = open.get(address) ?? 0;
      if (before >= (isLoopback(caller) ? MOST_LOOPBACK : MOST)) return false;
      // A connection that is gone already tells of no end.
      if (request.socket.destroyed) return false;
      open.set(address, before + 1);
      request.socket.once('close', () => leave(address));
      return true;
    },
  };
}
