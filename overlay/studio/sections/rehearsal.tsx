import { History } from 'lucide';
import { useState } from 'preact/hooks';
import type { SceneRule } from '../../../shared/scene-rules.ts';
import type { SceneAct } from '../../../shared/scenes.ts';
import { Button } from '../../parts/button.tsx';
import { nearSecond } from '../../parts/time-words.ts';
import { useAct } from '../model/act.ts';
import { whatOf } from '../model/act-words.ts';
import { RefusedNote } from '../model/refused.tsx';
import { tellRule } from '../model/rule-words.ts';
import { now } from '../model/state.ts';
import { say, tongue } from '../model/words.ts';

interface Rehearsed {
  before: SceneAct[];
  after: SceneAct[];
}

/** What the rules would have done in the last live, as they were when the page was opened and as they stand now. */
export function Rehearsal({ before, rules }: { before: ReadonlyArray<SceneRule>; rules: ReadonlyArray<SceneRule> }) {
  const act = useAct();
  const [seen, setSeen] = useState<Rehearsed | null>(null);
  async function rehearse(): Promise<void> {
    const answer = await act.run('POST', '/scene-rules/rehearse', { before, after: rules });
    if (answer.type === 'done') setSeen(answer.value as Rehearsed);
  }
  return (
    <div class="stack gap-2">
      <div class="apart">
        <p class="quiet small">{tellRule('ui.rehearseText')}</p>
        <Button size="small" icon={History} disabled={act.busy} onClick={() => void rehearse()}>
          {tellRule('ui.rehearse')}
        </Button>
      </div>
      <RefusedNote refused={act.refused} />
      {seen && (
        <div class="two">
          <Played title={tellRule('ui.asKept')} acts={seen.before} other={seen.after} />
          <Played title={tellRule('ui.asEdited')} acts={seen.after} other={seen.before} />
        </div>
      )}
    </div>
  );
}

/** A line that the other list has not is marked. */
function Played({ title, acts, other }: { title: string; acts: SceneAct[]; other: SceneAct[] }) {
  const line = ({ at, what, scene }: SceneAct) => `${at} ${what} ${scene}`;
  const others = new Set(other.map(line));
  return (
    <div>
      <h3>{title}</h3>
      {acts.length === 0 && <p class="quiet small">{tellRule('ui.rehearseNone')}</p>}
      <ol class="rehearsed small">
        {acts.map((one) => {
          const what = whatOf(one.what);
          return (
            <li key={`${line(one)} ${one.rule}`} {...(others.has(line(one)) ? {} : { 'data-differs': '' })}>
              <span class="figures quiet">{nearSecond(one.at, now.value, undefined, tongue())}</span>{' '}
              {what ? say(`scenes.what.${what}`, { scene: one.scene ?? '' }) : one.what}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
