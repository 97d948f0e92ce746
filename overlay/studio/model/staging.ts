import type { SceneRule } from '../../../shared/scene-rules.ts';

/** Whether the rule lays a scene into the preview while OBS is in Studio Mode. */
export function stages({ enabled, studioMode, actions }: SceneRule): boolean {
  return (
    enabled && actions.some(({ type }) => type === 'stage-scene' || (type === 'show-scene' && studioMode === 'stage'))
  );
}
