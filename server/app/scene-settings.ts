import { z } from 'zod';
import { type SceneRule, SceneRules } from '../../shared/scenes.ts';
import type { EpochMillis } from '../../shared/time.ts';
import type { ObsTarget } from '../core/scenes/obs-port.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import type { Store } from '../store/store.ts';

/** OBS on this machine, with the port as it is delivered. */
export const DEFAULT_OBS_ADDRESS = 'ws://127.0.0.1:4455';

const RULES = 'scene-rules';
const OBS = 'obs';
const AUTOMATION = 'scene-automation';
/** `password` is sealed; null: none. `wanted`: connect at the next start. */
const ObsSetting = z.object({ address: z.string(), password: z.string().nullable(), wanted: z.boolean() });

/** `paused`: by hand, until somebody resumes it. */
const AutomationSetting = z.object({ paused: z.boolean() });

/** Encrypts what is kept. `open` throws when the text was sealed with another key. */
export interface SecretBox {
  seal(text: string): string;
  open(sealed: string): string;
}

/** What is kept of scenes: the state at the start, and the ways to change it. */
export interface SceneSettings {
  readonly rules: ReadonlyArray<SceneRule>;
  readonly target: ObsTarget | null;
  readonly wanted: boolean;
  /** Automation was paused by hand. A pause after a human's change is over within a minute and is not kept. */
  readonly paused: boolean;
  keepRules(rules: ReadonlyArray<SceneRule>, now: EpochMillis): Promise<void>;
  keepTarget(target: ObsTarget | null, wanted: boolean, now: EpochMillis): Promise<void>;
  keepPaused(paused: boolean, now: EpochMillis): Promise<void>;
}

export async function sceneSettings(options: {
  store: Store;
  creatorId: string;
  secretBox: SecretBox;
}): Promise<SceneSettings> {
  const { store, creatorId, secretBox } = options;
  const rules = SceneRules.safeParse(await readSetting(store.db, creatorId, RULES)).data ?? [];
  const kept = ObsSetting.safeParse(await readSetting(store.db, creatorId, OBS)).data;
  const automation = AutomationSetting.safeParse(await readSetting(store.db, creatorId, AUTOMATION)).data;
  return {
    rules,
    paused: automation?.paused ?? false,
    target: kept ? { address: kept.address, password: opened(secretBox, kept.password) } : null,
    wanted: kept?.wanted ?? false,
    keepRules: (value, now) => writeSetting(store.db, creatorId, RULES, value, now),
    keepPaused: (paused, now) => writeSetting(store.db, creatorId, AUTOMATION, { paused }, now),
    keepTarget: async (target, wanted, now) => {
      if (!target) return;
      const password = target.password === null ? null : secretBox.seal(target.password);
      await writeSetting(store.db, creatorId, OBS, { address: target.address, password, wanted }, now);
    },
  };
}

/** A password that cannot be opened (the key was lost with its file) counts as none: OBS asks for it anew. */
function opened(secretBox: SecretBox, sealed: string | null): string | null {
  if (sealed === null) return null;
  try {
    return secretBox.open(sealed);
  } catch {
    return null;
  }
}
