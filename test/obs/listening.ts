import { onTestFinished } from 'vitest';
import type { ObsFact, Wish } from '../../server/core/scenes/facts.ts';
import type { ObsPicture, ObsPort } from '../../server/core/scenes/obs-port.ts';
import { connectObs } from '../../server/obs/connection.ts';
import { FakeObs, type FakeObsOptions } from '../fakes/obs-server.ts';

/** A connection of ours, and all it told. */
export interface Heard {
  readonly port: ObsPort;
  readonly pictures: ObsPicture[];
  readonly facts: ObsFact[];
  readonly faults: unknown[];
  readonly picture: () => ObsPicture | undefined;
}

/** `onFact` is called with each fact after it was noted. */
export function listen(onFact: (fact: ObsFact) => void = () => {}): Heard {
  const pictures: ObsPicture[] = [];
  const facts: ObsFact[] = [];
  const faults: unknown[] = [];
  const port = connectObs({
    picture: (one) => pictures.push(one),
    fact: (one) => {
      facts.push(one);
      onFact(one);
    },
    fault: (one) => faults.push(one),
  });
  onTestFinished(() => port.disconnect());
  return { port, pictures, facts, faults, picture: () => pictures.at(-1) };
}

/** A fake OBS that is stopped at the end of the test. */
export async function fakeObs(options: FakeObsOptions = {}): Promise<FakeObs> {
  const obs = await FakeObs.start(options);
  onTestFinished(() => obs.stop().catch(() => {}));
  return obs;
}

export function wish(scene: string, more: Partial<Wish> = {}): Wish {
  return { scene, why: 'rule-fired', rule: 'r', from: null, since: Date.now(), studio: 'stage', ...more };
}
