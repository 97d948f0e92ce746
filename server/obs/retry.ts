import type { ObsPicture, ObsTarget } from '../core/scenes/obs-port.ts';
import type { ObsFault } from './obs-fault.ts';

/** Two tries never begin within this time of each other. */
export const BETWEEN_TRIES_MS = 1000;
const LONGEST_MS = 15_000;
/** Nothing listens: trying costs nothing, and OBS shall be found within 2 s of its start, hours later too. */
const LONGEST_REFUSED_MS = 1500;
const JITTER_MS = 300;
const WRONG_PASSWORD_FIRST_MS = 5000;
const WRONG_PASSWORD_LONGEST_MS = 60_000;
/** Somebody pressed "kick" in OBS: coming straight back would be rude. */
const KICKED_MS = 30_000;

/** Milliseconds until the next try. `tries` counts the failed ones in a row, from 0; `random` is in [0, 1). */
export function retryDelay(kind: ObsFault['kind'], tries: number, random: number): number {
  switch (kind) {
    case 'wrong-password':
      return (
        Math.min(WRONG_PASSWORD_FIRST_MS * 2 ** Math.min(tries, 10), WRONG_PASSWORD_LONGEST_MS) + random * JITTER_MS
      );
    case 'kicked':
      return KICKED_MS + random * JITTER_MS;
    case 'refused':
    case 'closed':
    // A frozen OBS takes the connection and answers when it wakes: the next try should be waiting at its door.
    case 'silent':
      return Math.min(BETWEEN_TRIES_MS * 1.2 ** Math.min(tries, 10), LONGEST_REFUSED_MS) + random * JITTER_MS;
    default:
      return Math.min(BETWEEN_TRIES_MS * 2 ** Math.min(tries, 10), LONGEST_MS) + random * JITTER_MS;
  }
}

/** State and sentence for a try that failed: what is, and what to do. */
export function stateOfFault(
  fault: ObsFault,
  { address, password }: ObsTarget,
): Pick<ObsPicture, 'state' | 'detail' | 'cause'> {
  switch (fault.kind) {
    case 'wrong-password':
      if (password === null) {
        return {
          state: 'wrong-password',
          cause: 'no-password',
          detail:
            'OBS wants a password, and none was given. Copy it from OBS: Tools, WebSocket Server Settings, Show Connect Info.',
        };
      }
      return {
        state: 'wrong-password',
        cause: null,
        detail:
          'OBS refused the password. Copy it from OBS: Tools, WebSocket Server Settings, Show Connect Info. Cuedesk tries rarely until it is changed.',
      };
    case 'too-old':
      return {
        state: 'too-old',
        cause: null,
        detail: `What answers at ${address} does not speak obs-websocket 5. Update OBS to version 28 or newer, and use its own port (4455 as delivered).`,
      };
    case 'silent':
      return {
        state: 'frozen',
        cause: null,
        detail: `OBS at ${address} does not answer. Look whether OBS hangs or shows a question; Cuedesk goes on trying.`,
      };
    case 'kicked':
      return {
        state: 'refused',
        cause: 'kicked',
        detail: 'OBS was told to end this connection. Cuedesk tries again in half a minute.',
      };
    case 'garbled':
    case 'not-obs':
      return {
        state: 'refused',
        cause: 'not-obs',
        detail: `Something answers at ${address}, but it is not OBS. Check the port: Tools, WebSocket Server Settings in OBS.`,
      };
    case 'request':
      return {
        state: 'connecting',
        cause: 'busy',
        detail: 'OBS is busy and refused to answer. Cuedesk asks again by itself.',
      };
    case 'ours':
      return {
        state: 'refused',
        cause: 'fault',
        detail: 'Cuedesk ran into a fault of its own with OBS, and wrote it into its log. It connects again by itself.',
      };
    case 'closed':
      return {
        state: 'connecting',
        cause: 'closed',
        detail: 'OBS closed the connection. Cuedesk connects again as soon as OBS is back.',
      };
    default:
      if (!isHere(address)) {
        return {
          state: 'refused',
          cause: 'other-machine',
          detail: `Nothing answers at ${address}. On that computer start OBS, tick "Enable WebSocket server" in Tools, WebSocket Server Settings, and let its firewall take connections on that port. Both computers must be in one network, and the address that computer's own.`,
        };
      }
      return {
        state: 'refused',
        cause: 'nothing-there',
        detail: `Nothing answers at ${address}. Start OBS, and tick "Enable WebSocket server" in Tools, WebSocket Server Settings. If OBS shows a question at its start (such as safe mode), answer it.`,
      };
  }
}

/** Whether the address is this computer's. One that cannot be read is taken for it: the plain advice fits best. */
function isHere(address: string): boolean {
  const host = URL.parse(address)?.hostname ?? 'localhost';
  return host === 'localhost' || host === '[::1]' || host.startsWith('127.');
}
