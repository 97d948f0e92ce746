import { setTimeout as delay } from 'node:timers/promises';
import type { ObsStatus } from '../../shared/scenes.ts';

const LOOK_EVERY_MS = 5000;
/** An OBS that wants a password writes each visit into its log. */
const LOOK_AGAIN_MS = 30_000;

/** Where an OBS is looked for while none is named, and how its greeting is heard. */
export interface SearchFor {
  readonly address: string;
  readonly hear: (address: string, stop: AbortSignal) => Promise<'open' | 'password' | null>;
}

/**
 * Looks for an OBS on this computer until one is connected or told to stop. One that lets everybody in is found for good
 * (`onOpen`); one that wants a password is looked at again, as its owner may switch that off.
 */
export class ObsSearch {
  readonly #for: SearchFor | null;
  readonly #onOpen: (address: string) => void;
  readonly #tell: () => void;
  readonly #onFault: (error: unknown) => void;
  #stop: AbortController | null = null;
  #state: ObsStatus['search'] = 'off';

  constructor(of: {
    search: SearchFor | null;
    onOpen: (address: string) => void;
    tell: () => void;
    onFault: (error: unknown) => void;
  }) {
    this.#for = of.search;
    this.#onOpen = of.onOpen;
    this.#tell = of.tell;
    this.#onFault = of.onFault;
  }

  get state(): ObsStatus['search'] {
    return this.#state;
  }

  start(): void {
    if (!this.#for || this.#stop) return;
    this.#stop = new AbortController();
    this.#state = 'looking';
    void this.#look(this.#for, this.#stop.signal).catch(this.#onFault);
  }

  /** For good: somebody has said which OBS, or none. */
  stop(): void {
    this.#stop?.abort();
    this.#state = 'off';
  }

  async #look({ address, hear }: SearchFor, stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      const heard = await hear(address, stop);
      if (stop.aborted) return;
      if (heard === 'open') {
        this.stop();
        this.#onOpen(address);
        return;
      }
      const state = heard === 'password' ? 'password' : 'looking';
      if (state !== this.#state) {
        this.#state = state;
        this.#tell();
      }
      const wait = state === 'password' ? LOOK_AGAIN_MS : LOOK_EVERY_MS;
      await delay(wait, undefined, { signal: stop, ref: false }).catch(() => {});
    }
  }
}
