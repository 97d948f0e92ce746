import type { SceneRule } from '../../../shared/scene-rules.ts';
import type { SceneTrouble } from '../../../shared/scenes.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/surface.tsx';
import { useAct } from '../model/act.ts';
import { RefusedNote } from '../model/refused.tsx';
import { say } from '../model/words.ts';

interface TroublesProps {
  troubles: ReadonlyArray<SceneTrouble>;
  rules: ReadonlyArray<SceneRule>;
}

/** Scenes that rules name and that OBS does not have, has under another name, or has only by name. */
export function SceneTroubles({ troubles, rules }: TroublesProps) {
  const act = useAct();
  if (troubles.length === 0) return null;
  const namesOf = (ids: ReadonlyArray<string>) => ids.flatMap((id) => rules.find((rule) => rule.id === id)?.name ?? []);
  return (
    <div class="stack gap-2" role="status">
      {troubles.map(({ scene, why, to, rules: users }) => (
        <Notice
          key={`${why} ${scene}`}
          tone={why === 'renamed' ? 'plain' : 'warning'}
          title={say(`scenes.trouble.${why}`, { scene, to: to ?? '' })}
        >
          <p class="small">{say(`scenes.trouble.${why}Text`, { rules: namesOf(users).join(', ') })}</p>
          {why !== 'gone' && (
            <div class="row">
              <Button
                size="small"
                disabled={act.busy}
                onClick={() => void act.run('POST', '/obs/settle-scene', { scene })}
              >
                {say(why === 'renamed' ? 'scenes.trouble.noted' : 'scenes.trouble.use')}
              </Button>
            </div>
          )}
        </Notice>
      ))}
      <RefusedNote refused={act.refused} />
    </div>
  );
}
