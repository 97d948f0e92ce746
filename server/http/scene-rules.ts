import { z } from 'zod';
import { LiveEvent, MOST_EVENTS_A_POST } from '../../shared/events.ts';
import { SceneRules } from '../../shared/scenes.ts';
import { toInstant } from '../../shared/time.ts';
import type { Scenes } from '../app/scenes.ts';
import { isRefusal } from '../core/decision.ts';
import { type Api, problems, sendRefusal } from './api.ts';

/** A whole batch of events with long names and texts. */
const DRY_RUN_BYTES = 4 * 1024 * 1024;

const DryRunBody = z.object({
  events: z.array(LiveEvent).max(MOST_EVENTS_A_POST),
  /** Left out: the rules as they are kept. */
  rules: SceneRules.optional(),
});
/** `scene` null: back to what was on, which nobody knows while OBS is not connected. */
const Acts = z.object({
  acts: z.array(
    z.object({
      at: z.string(),
      what: z.string(),
      scene: z.string().nullable(),
      why: z.string(),
      rule: z.string().nullable(),
    }),
  ),
});

export interface SceneRuleRoutes {
  readonly scenes: Pick<Scenes, 'rules' | 'putRules' | 'dryRun'>;
}

/** Scene rules, and what they would do (interface document, section 4). */
export function sceneRuleRoutes(api: Api, { scenes }: SceneRuleRoutes): void {
  const config = { access: 'owner' } as const;
  const answers = { response: { 200: SceneRules, ...problems } };
  api.get('/api/v1/scene-rules', { config, schema: answers }, () => [...scenes.rules()]);
  api.put('/api/v1/scene-rules', { config, schema: { body: SceneRules, ...answers } }, async (request, reply) => {
    const kept = await scenes.putRules(request.body);
    return isRefusal(kept) ? sendRefusal(reply, kept) : [...kept];
  });
  api.post(
    '/api/v1/scene-rules/dry-run',
    { config, bodyLimit: DRY_RUN_BYTES, schema: { body: DryRunBody, response: { 200: Acts, ...problems } } },
    (request) => {
      const acts = scenes.dryRun(request.body.events, request.body.rules);
      return { acts: acts.map((act) => ({ ...act, scene: act.scene || null, at: toInstant(act.at) })) };
    },
  );
}
