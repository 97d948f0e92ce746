import { useEffect, useState } from 'preact/hooks';
import type { ActsKept, ObsStatus } from '../../../shared/scenes.ts';
import { newest } from '../../newest.ts';
import { ask } from '../../parts/ask.ts';
import { Button } from '../../parts/button.tsx';
import { nearSecond } from '../../parts/time-words.ts';
import { actReason, actWords } from '../model/act-words.ts';
import { now } from '../model/state.ts';
import { say, tongue } from '../model/words.ts';

/** The last things that automation did or left alone, newest first, each with its reason; all that is kept when asked. */
export function Acts({ obs: { acts, actsKept } }: { obs: Pick<ObsStatus, 'acts' | 'actsKept'> }) {
  const [all, setAll] = useState<ActsKept['acts'] | null>(null);
  const [answers] = useState(newest);
  const latest = acts[0]?.at;
  const isOpen = all !== null;
  useEffect(() => {
    if (isOpen) void load();
  }, [latest, isOpen]);
  async function load(): Promise<void> {
    const isNews = answers.asked();
    const answer = await ask<ActsKept>('GET', '/scene-rules/acts');
    if (answer.type === 'done' && isNews()) setAll(answer.value.acts);
  }
  return (
    <section class="card stack" aria-label={say('scenes.acts')}>
      <div>
        <h2>{say('scenes.acts')}</h2>
        <p class="quiet small">{say('scenes.actsKept')}</p>
      </div>
      {acts.length === 0 ? <p class="quiet">{say('scenes.actsEmpty')}</p> : <ActTable acts={all ?? acts} />}
      {!isOpen && actsKept > acts.length && (
        <div>
          <Button size="small" onClick={() => void load()}>
            {say('scenes.actsAll', { count: actsKept })}
          </Button>
        </div>
      )}
    </section>
  );
}

function ActTable({ acts }: Pick<ActsKept, 'acts'>) {
  return (
    <table class="acts">
      <thead>
        <tr>
          <th scope="col">{say('scenes.actTime')}</th>
          <th scope="col">{say('scenes.actWhat')}</th>
          <th scope="col">{say('scenes.actWhy')}</th>
        </tr>
      </thead>
      <tbody>
        {acts.map((act) => (
          <tr key={`${act.at} ${act.what} ${act.scene} ${act.why} ${act.rule} ${act.step}`}>
            <td class="figures quiet">{nearSecond(act.at, now.value, undefined, tongue())}</td>
            <td>{actWords(act)}</td>
            <td class="quiet">{actReason(act)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
