import { z } from 'zod';
import {
  fromGiftRule,
  GiftRule,
  SceneAutomation,
  type SceneRule,
  SceneRules,
  toGiftRule,
} from '../../shared/scene-rules.ts';
import type { EpochMillis } from '../../shared/time.ts';
import type { ObsTarget } from '../core/scenes/obs-port.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import type { Store, Tx } from '../store/store.ts';
import type { SceneIdsKept } from './known-scenes.ts';

/** OBS on this machine, with the port as it is delivered. */
export const DEFAULT_OBS_ADDRESS = 'ws://127.0.0.1:4455';

/** In the form of an older Cuedesk, as far as that can say them: who goes back to one finds these. */
const GIFT_RULES = 'scene-rules';
const RULES = 'scene-rules-2';
const OBS = 'obs';
const AUTOMATION = 'scene-automation';
const SCENE_IDS = 'scene-ids';
/** `password` is sealed; null: none. `wanted`: connect at the next start. */
const ObsSetting = z.object({ address: z.string(), password: z.string().nullable(), wanted: z.boolean() });

/** `paused`: by hand, until somebody resumes it. */
const AutomationSetting = z.object({ paused: z.boolean(), how: SceneAutomation.optional() });

/** By scene collection and name. */
const IdsSetting = z.record(z.string(), z.record(z.string(), z.string()));

const GiftRules = z.array(GiftRule);
/** `asGiftRules`: what was kept beside it for an older Cuedesk; when that reads otherwise now, one was at work since. */
const RulesSetting = z.object({ rules: SceneRules, asGiftRules: GiftRules });

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
  readonly automation: SceneAutomation;
  keepRules(rules: ReadonlyArray<SceneRule>, now: EpochMillis): Promise<void>;
  keepTarget(target: ObsTarget | null, wanted: boolean, now: EpochMillis): Promise<void>;
  keepAutomation(paused: boolean, how: SceneAutomation, now: EpochMillis): Promise<void>;
  readonly sceneIds: SceneIdsKept;
  keepSceneIds(ids: SceneIdsKept, now: EpochMillis): Promise<void>;
}

export async function sceneSettings(options: {
  store: Store;
  creatorId: string;
  secretBox: SecretBox;
}): Promise<SceneSettings> {
  const { store, creatorId, secretBox } = options;
  const gift = GiftRules.safeParse(await readSetting(store.db, creatorId, GIFT_RULES)).data ?? [];
  const whole = RulesSetting.safeParse(await readSetting(store.db, creatorId, RULES)).data;
  const kept = ObsSetting.safeParse(await readSetting(store.db, creatorId, OBS)).data;
  const automation = AutomationSetting.safeParse(await readSetting(store.db, creatorId, AUTOMATION)).data;
  const ids = IdsSetting.safeParse(await readSetting(store.db, creatorId, SCENE_IDS)).data ?? {};
  return {
    sceneIds: new Map(Object.entries(ids).map(([name, scenes]) => [name, new Map(Object.entries(scenes))])),
    keepSceneIds: (kept, now) =>
      writeSetting(
        store.db,
        creatorId,
        SCENE_IDS,
        Object.fromEntries([...kept].map(([name, scenes]) => [name, Object.fromEntries(scenes)])),
        now,
      ),
    rules: rulesOf(whole ?? null, gift),
    paused: automation?.paused ?? false,
    automation: automation?.how ?? SceneAutomation.parse({}),
    target: kept ? { address: kept.address, password: opened(secretBox, kept.password) } : null,
    wanted: kept?.wanted ?? false,
    keepRules: (kept, now) => store.transaction((tx) => writeRules(tx, creatorId, kept, now)),
    keepAutomation: (paused, how, now) => writeSetting(store.db, creatorId, AUTOMATION, { paused, how }, now),
    keepTarget: async (target, wanted, now) => {
      if (!target) return;
      const password = target.password === null ? null : secretBox.seal(target.password);
      await writeSetting(store.db, creatorId, OBS, { address: target.address, password, wanted }, now);
    },
  };
}

async function writeRules(tx: Tx, creatorId: string, rules: ReadonlyArray<SceneRule>, now: EpochMillis) {
  const asGiftRules = rules.flatMap((rule) => toGiftRule(rule) ?? []);
  await writeSetting(tx, creatorId, GIFT_RULES, asGiftRules, now);
  await writeSetting(tx, creatorId, RULES, { rules, asGiftRules }, now);
}

/** What an older Cuedesk has changed meanwhile stands; what it could not read has waited untouched. */
function rulesOf(whole: z.infer<typeof RulesSetting> | null, gift: ReadonlyArray<GiftRule>): ReadonlyArray<SceneRule> {
  if (!whole) return gift.map(fromGiftRule);
  if (JSON.stringify(whole.asGiftRules) === JSON.stringify(gift)) return whole.rules;
  return [...gift.map(fromGiftRule), ...whole.rules.filter((rule) => toGiftRule(rule) === null)];
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
