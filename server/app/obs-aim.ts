import type { ObsStatus } from '../../shared/scenes.ts';
import type { ObsPicture, ObsPort, ObsTarget } from '../core/scenes/obs-port.ts';
import { firstVerdict } from './first-verdict.ts';
import { ObsSearch } from './obs-search.ts';
import { DEFAULT_OBS_ADDRESS, type SceneSettings } from './scene-settings.ts';
import type { ScenesOptions } from './scenes-options.ts';

export interface ObsAsk {
  readonly address?: string | undefined;
  readonly password?: string | undefined;
}

interface Around extends Pick<ScenesOptions, 'environment' | 'search' | 'clock' | 'onFault'> {
  readonly obs: ObsPort;
  readonly settings: SceneSettings;
  readonly picture: () => ObsPicture;
  readonly onChange: (listener: () => void) => () => void;
  readonly tell: () => void;
  /** Connects in its turn, as by hand. */
  readonly connect: (ask: ObsAsk) => Promise<unknown>;
}

/** Which OBS is meant: by the environment, by what was set, or, where nothing was, the one that is found here. */
export class ObsAim {
  readonly #around: Around;
  readonly #search: ObsSearch;
  #target: ObsTarget | null;
  /** Each is for its address alone; who tries another address and comes back need not type it again. */
  readonly #passwords = new Map<string, string>();

  constructor(around: Around) {
    const { environment, settings, search = null, tell, onFault } = around;
    this.#around = around;
    this.#target = environment ?? settings.target;
    const onOpen = (address: string) => void around.connect({ address }).catch(onFault);
    this.#search = new ObsSearch({ search, onOpen, tell, onFault });
  }

  get address(): string {
    return this.#target?.address ?? DEFAULT_OBS_ADDRESS;
  }

  get passwordSet(): boolean {
    return this.#target?.password != null;
  }

  get search(): ObsStatus['search'] {
    return this.#search.state;
  }

  start(): void {
    const { environment, settings, obs } = this.#around;
    if (!this.#target) this.#search.start();
    else if (environment || settings.wanted) obs.connect(this.#target);
  }

  /** Keeps the target and begins to connect; `verdict` resolves with the first one. */
  async connect(ask: ObsAsk): Promise<{ verdict: Promise<void> }> {
    const { settings, clock, obs, picture, onChange } = this.#around;
    this.#search.stop();
    const before = this.#target;
    const address = ask.address ?? before?.address ?? DEFAULT_OBS_ADDRESS;
    if (before?.password) this.#passwords.set(before.address, before.password);
    const kept = address === before?.address ? before.password : (this.#passwords.get(address) ?? null);
    const target = { address, password: ask.password === undefined ? kept : ask.password || null };
    await settings.keepTarget(target, true, clock());
    this.#target = target;
    const same = before?.address === target.address && before.password === target.password;
    if (same && picture().state === 'connected') return { verdict: Promise.resolve() };
    const verdict = firstVerdict(picture, onChange);
    obs.connect(target);
    return { verdict };
  }

  async disconnect(): Promise<void> {
    const { settings, clock, obs } = this.#around;
    this.#search.stop();
    await settings.keepTarget(this.#target, false, clock());
    await obs.disconnect();
  }

  close(): Promise<void> {
    this.#search.stop();
    return this.#around.obs.disconnect();
  }
}
