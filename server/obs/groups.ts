import { z } from 'zod';
import type { ObsLink } from './link.ts';

/** `isGroup` is null for what is no scene and no group. */
export const SceneItems = z.object({
  sceneItems: z.array(z.object({ sourceName: z.string(), isGroup: z.boolean().nullish() })),
});

/** More groups than this in one scene are not looked through. */
export const MOST_GROUPS = 20;

/** The groups that stand in the scene, top last as OBS lists them; none where this OBS does not tell. */
export async function groupsIn(sceneName: string, { asking, has }: ObsLink): Promise<string[]> {
  if (!has('GetSceneItemList')) return [];
  const { sceneItems } = await asking.call('GetSceneItemList', { sceneName }, SceneItems);
  return sceneItems.flatMap((item) => (item.isGroup ? [item.sourceName] : [])).slice(0, MOST_GROUPS);
}
