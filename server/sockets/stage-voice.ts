import type { Namespace } from 'socket.io';

/** How OBS names itself to the pages that it shows. */
const OBS = /\bOBS\//;

/**
 * Which page makes the sounds: exactly one of all, or two stages in one OBS would play everything twice. The first that
 * came, but one in OBS goes before any browser's, whose sounds nobody on air would hear. It moves on when its page goes.
 */
export function createVoice(namespace: Namespace) {
  let holder: string | null = null;
  const inObs = new Set<string>();

  function give(): void {
    const there = [...namespace.sockets.values()].filter(({ connected }) => connected);
    const held = there.find(({ id }) => id === holder);
    const wanted = held && inObs.has(held.id) ? held : (there.find(({ id }) => inObs.has(id)) ?? held ?? there[0]);
    if (wanted?.id === holder) return;
    // Taken before it is given: never two at once.
    held?.emit('voice', false);
    holder = wanted?.id ?? null;
    wanted?.emit('voice', true);
  }

  return {
    came(page: string): void {
      give();
      if (holder !== page) namespace.sockets.get(page)?.emit('voice', false);
    },
    told(page: string, browser: string): void {
      if (!OBS.test(browser) || inObs.has(page)) return;
      inObs.add(page);
      give();
    },
    went(page: string): void {
      inObs.delete(page);
      give();
    },
  };
}
