import { SceneStrip } from './scene-strip.tsx';
import { fresh, view } from './state.ts';
import { say } from './words.ts';

/** Whether this page was asked to be the scene buttons alone, as for a dock of OBS: `/desk?only=scenes`. */
export const isSceneDock = new URLSearchParams(location.search).get('only') === 'scenes';

/** The scene buttons alone. */
export function SceneDock() {
  const scenes = view.value?.scenes;
  const hasNone = view.value !== null && (!scenes || (!scenes.connected && scenes.buttons.length === 0));
  return (
    <main class="scene-dock">
      <SceneStrip />
      {!fresh.value && <p class="quiet small">{say('offline.connecting')}</p>}
      {hasNone && <p class="quiet small">{say('scenes.gone')}</p>}
    </main>
  );
}
