import type { BookingAddress, TunnelProgram } from '../../shared/studio-view.ts';
import { createListeners } from './listeners.ts';

export type Address = ReturnType<typeof createAddress>;

/** What a started tunnel says; see the tunnel adapter. */
type TunnelNews = { state: 'starting' | 'open' | 'failed' | 'off'; address: string | null; detail: string };

/**
 * How viewers reach the booking page: an address set by hand wins, then the environment's, then an open tunnel's, and
 * the public door on this machine is what is left, with a warning.
 */
export function createAddress(deps: {
  environment: string | null;
  door: () => string;
  setting: () => string | null;
  installed: () => TunnelProgram[];
  openTunnel: (program: TunnelProgram, stop: AbortSignal, tell: (news: TunnelNews) => void) => void;
  onFault: (error: unknown) => void;
}) {
  const listeners = createListeners<void>(deps.onFault);
  const installed = deps.installed();
  let tunnel: { program: TunnelProgram; news: TunnelNews; stop: AbortController } | null = null;

  function chosen(): Pick<BookingAddress, 'url' | 'from'> {
    const byHand = deps.setting();
    if (byHand) return { url: byHand, from: 'setting' };
    if (deps.environment) return { url: deps.environment, from: 'environment' };
    if (tunnel?.news.address) return { url: tunnel.news.address, from: 'tunnel' };
    return { url: deps.door(), from: 'door' };
  }

  return {
    onChange: listeners.add,
    /** Tells the pages that the address set by hand has changed. */
    changed: () => listeners.tell(),
    url: () => chosen().url,
    /**
     * Whether a tunnel of ours may be forwarding to the public door, whatever address viewers are given: what it says
     * of who is at its other end is to be believed then, and only then.
     */
    tunnelRuns: (): boolean => tunnel?.news.state === 'starting' || tunnel?.news.state === 'open',

    state(): BookingAddress {
      const { url, from } = chosen();
      return {
        url,
        from,
        localOnly: isLocal(new URL(url).hostname),
        tunnel: tunnel ? { program: tunnel.program, state: tunnel.news.state, detail: tunnel.news.detail } : null,
        installed,
      };
    },

    startTunnel(program: TunnelProgram): void {
      tunnel?.stop.abort();
      const stop = new AbortController();
      const mine = { program, news: { state: 'starting', address: null, detail: '' } as TunnelNews, stop };
      tunnel = mine;
      deps.openTunnel(program, stop.signal, (news) => {
        mine.news = news;
        if (tunnel === mine) listeners.tell();
      });
      listeners.tell();
    },

    stopTunnel(): void {
      tunnel?.stop.abort();
      tunnel = null;
      listeners.tell();
    },
  };
}

/** Whether a host name means this machine or its own network, where no viewer's phone gets to (RFC 1918, 3927, 4193, 6762). */
export function isLocal(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase();
  if (name === 'localhost' || name.endsWith('.localhost') || name.endsWith('.local')) return true;
  if (/^(?:::1?|f[cd][0-9a-f]{2}:.*|fe80:.*)$/.test(name)) return true;
  return /^(?:0|127|10)\.|^192\.168\.|^169\.254\.|^172\.(?:1[6-9]|2\d|3[01])\.|^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./.test(
    name,
  );
}
