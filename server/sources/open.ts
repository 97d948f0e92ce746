import { BRIDGE_TIMING, bridgeSource } from './bridge.ts';
import { loadConnector } from './connector.ts';
import type { Surroundings, Timing } from './feed.ts';
import { openReplay } from './replay.ts';
import { sampleShow } from './sample-show.ts';
import type { Source } from './source.ts';
import type { SourceSpec } from './spec.ts';
import { TIKTOK_TIMING, tiktokSource } from './tiktok.ts';
import type { LongWaits } from './tiktok-trouble.ts';

/** All optional: what is left out is as a streamer's machine needs it. */
export interface SourceOptions extends Partial<Surroundings> {
  /** `SIGN_API_KEY` and `SIGN_API_URL` of the environment. */
  readonly signApiKey?: string | null;
  readonly signApiUrl?: string | null;
  readonly timing?: Partial<Timing & LongWaits>;
  /** Host and port that stand in for TikTok's web servers, for tests. */
  readonly tiktokWebHost?: string;
}

/**
 * Makes the source that a SPEC names. What can be known before it runs is checked: a recording is read through once.
 *
 * @throws UnusableSource with one sentence for a person.
 */
export async function openSource(spec: SourceSpec, options: SourceOptions = {}): Promise<Source> {
  const around: Surroundings = { now: options.now ?? Date.now, random: options.random ?? Math.random };
  switch (spec.type) {
    case 'tiktok':
      return tiktokSource(spec, await loadConnector(), {
        ...around,
        timing: { ...TIKTOK_TIMING, ...options.timing },
        signApiKey: options.signApiKey ?? null,
        signApiUrl: options.signApiUrl ?? null,
        webHost: options.tiktokWebHost ?? null,
      });
    case 'tikfinity':
    case 'indofinity':
      return bridgeSource(spec, { ...around, timing: { ...BRIDGE_TIMING, ...options.timing } });
    case 'replay':
      return openReplay(spec);
    case 'demo':
      return sampleShow(spec, around.now);
  }
}
