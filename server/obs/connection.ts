import { setTimeout as delay } from 'node:timers/promises';
import type { ObsNames } from '../../shared/scenes.ts';
import type { Deed, DeedOutcome, ObsFact, Wish, WishOutcome } from '../core/scenes/facts.ts';
import type { ObsListener, ObsPicture, ObsPort, ObsTarget } from '../core/scenes/obs-port.ts';
import { addStage, refuseStage } from './add-stage.ts';
import { carryOut } from './carry-out.ts';
import { doDeed } from './deed.ts';
import { type ObsLink, openLink } from './link.ts';
import { readNames } from './names.ts';
import { asObsFault, type ObsFault } from './obs-fault.ts';
import { refreshStage } from './refresh-stage.ts';
import { BETWEEN_TRIES_MS, retryDelay, stateOfFault } from './retry.ts';
import { type Watch, watchScenes } from './watch.ts';

const OFF: ObsPicture = {
  state: 'off',
  detail: 'Not connected to OBS. Give the address and the password of its WebSocket server.',
  cause: null,
  scene: null,
  preview: null,
  scenes: [],
  studioMode: false,
  warnings: [],
};

const NO_NAMES: ObsNames = { inputs: [], transitions: [], hotkeys: [], sources: {}, filters: {} };

interface Live {
  readonly link: ObsLink;
  readonly watch: Watch;
}

/** The connection to a real OBS. Does nothing until it is given a target. */
export function connectObs(listener: ObsListener): ObsPort {
  const connection = new ObsConnection(listener);
  return {
    connect: (target) => connection.aim(target),
    disconnect: () => connection.aim(null),
    want: (wish) => connection.want(wish),
    do: (deed) => connection.do(deed),
    placeStage: async (url) => {
      const { live } = connection;
      return live ? addStage(live.link.asking, url) : refuseStage('obs-not-connected', null);
    },
    names: async () => {
      const { live } = connection;
      return live ? readNames(live.link, live.watch.seen.scenes) : NO_NAMES;
    },
    refreshStage: async (ending) => {
      const { live } = connection;
      return live ? refreshStage(live.link.asking, ending) : 0;
    },
  };
}

class ObsConnection {
  live: Live | null = null;
  readonly #listener: ObsListener;
  #stop = new AbortController();
  #running: Promise<void> = Promise.resolve();
  /** Wishes one after the other: each is compared with what the one before left. */
  #wishes: Promise<unknown> = Promise.resolve();
  #triedAt = Number.NEGATIVE_INFINITY;

  constructor(listener: ObsListener) {
    this.#listener = listener;
  }

  /** Points at another OBS, or at none; resolves when the old connection is closed. */
  aim(target: ObsTarget | null): Promise<void> {
    this.#stop.abort();
    const stop = new AbortController();
    this.#stop = stop;
    const before = this.#running;
    if (target) this.#running = before.then(() => this.#run(target, stop.signal)).catch(this.#listener.fault);
    return before.then(() => {
      if (!target && !stop.signal.aborted) this.#listener.picture(OFF);
    });
  }

  want(wish: Wish): Promise<WishOutcome> {
    const outcome = this.#wishes.then(async (): Promise<WishOutcome> => {
      if (!this.live) return { type: 'refused', why: 'obs-not-connected' };
      const { live } = this;
      const outcome = await carryOut(wish, live.link, live.watch);
      if (this.live === live) this.#showLive(live);
      return outcome;
    });
    this.#wishes = outcome.catch(() => {});
    return outcome;
  }

  /** In line with the wishes: a rule's steps reach OBS in their order. */
  do(deed: Deed): Promise<DeedOutcome> {
    const outcome = this.#wishes.then(async (): Promise<DeedOutcome> => {
      if (!this.live) return { type: 'refused', why: 'obs-not-connected' };
      return doDeed(deed, this.live.link);
    });
    this.#wishes = outcome.catch(() => {});
    return outcome;
  }

  async #run(target: ObsTarget, stop: AbortSignal): Promise<void> {
    this.#show({ state: 'connecting', detail: `Connecting to OBS at ${target.address}.` });
    let failed = 0;
    while (!stop.aborted) {
      await pause(this.#triedAt + BETWEEN_TRIES_MS - performance.now(), stop);
      if (stop.aborted) return;
      this.#triedAt = performance.now();
      const { fault, served } = await this.#serve(target, stop);
      if (fault.kind === 'ours') this.#listener.fault(fault.cause);
      if (stop.aborted) return;
      failed = served ? 0 : failed + 1;
      this.#show(stateOfFault(fault, target));
      await pause(retryDelay(fault.kind, Math.max(0, failed - 1), Math.random()), stop);
    }
  }

  /** One connection from its try to its end. */
  async #serve(target: ObsTarget, stop: AbortSignal): Promise<{ fault: ObsFault; served: boolean }> {
    let link: ObsLink | null = null;
    try {
      link = await openLink(target, stop);
      const ready = link;
      const watch = await watchScenes(ready, {
        tell: (fact) => this.#told(fact, ready),
        look: () => this.#look(ready),
      });
      this.live = { link: ready, watch };
      const { scenes, ids, collection, scene, studioMode, streaming, recording } = watch.seen;
      this.#showLive(this.live);
      const told = { scenes, ids, collection, scene, studioMode, streaming, recording };
      this.#listener.fact({ type: 'connected', ...told });
      return { fault: await ready.closed, served: true };
    } catch (error) {
      const fault = asObsFault(error);
      link?.asking.terminate(fault);
      return { fault, served: false };
    } finally {
      if (this.live) {
        this.live = null;
        this.#listener.fact({ type: 'disconnected' });
      }
    }
  }

  #look(link: ObsLink): void {
    if (this.live?.link === link) this.#showLive(this.live);
  }

  #told(fact: ObsFact, link: ObsLink): void {
    if (this.live?.link !== link) return;
    this.#showLive(this.live);
    this.#listener.fact(fact);
  }

  #show(state: Pick<ObsPicture, 'state' | 'detail'> & Partial<Pick<ObsPicture, 'cause'>>): void {
    this.#listener.picture({ ...OFF, ...state });
  }

  #showLive({ link, watch }: Live): void {
    const { scene, preview, scenes, studioMode } = watch.seen;
    const detail = `Connected to OBS ${link.obsVersion}.`;
    this.#listener.picture({
      state: 'connected',
      detail,
      cause: null,
      scene,
      preview,
      scenes,
      studioMode,
      warnings: link.warnings,
    });
  }
}

/** Waits, or less when told to stop. */
async function pause(milliseconds: number, stop: AbortSignal): Promise<void> {
  if (milliseconds <= 0) return;
  await delay(milliseconds, undefined, { signal: stop }).catch(() => {});
}
