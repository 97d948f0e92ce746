import { History } from 'lucide';
import { useState } from 'preact/hooks';
import type { SceneRule } from '../../../shared/scene-rules.ts';
import type { SceneAct, SceneChanged } from '../../../shared/scenes.ts';
import { Button } from '../../parts/button.tsx';
import { nearSecond } from '../../parts/time-words.ts';
import { useAct } from '../model/act.ts';
import { actReason, actWords } from '../model/act-words.ts';
import { RefusedNote } from '../model/refused.tsx';
import { lineOf } from '../model/rehearsal-differences.ts';
import type { Rehearsed } from '../model/rehearsed.ts';
import { tellRule } from '../model/rule-words.ts';
import { now } from '../model/state.ts';
import { tongue } from '../model/words.ts';
import { RehearsedLive } from './rehearsed-live.tsx';

interface RehearsalProps {
  kept: ReadonlyArray<SceneRule>;
  edited: ReadonlyArray<SceneRule>;
}

/** With the rules that it was of, and whether they differ from those that are kept. */
interface Shown extends Rehearsed {
  of: ReadonlyArray<SceneRule>;
  hasEdit: boolean;
}

/** The last live, or one before, by the rules as they are kept, by those that stand here, and as it really went. */
export function Rehearsal({ kept, edited }: RehearsalProps) {
  const act = useAct();
  const [of, setOf] = useState('');
  const [seen, setSeen] = useState<Shown | null>(null);
  async function rehearse(): Promise<void> {
    const answer = await act.run('POST', '/scene-rules/rehearse', {
      ...{ before: kept, after: edited },
      ...(of === '' ? {} : { session: of }),
    });
    if (answer.type === 'done') setSeen({ ...(answer.value as Rehearsed), of: edited, hasEdit: kept !== edited });
  }
  // What was rehearsed with other rules than those that stand here would mislead.
  const shown = seen?.of === edited ? seen : null;
  return (
    <div class="stack gap-2">
      <div class="apart">
        <p class="quiet small">{tellRule('ui.rehearseText')}</p>
        <div class="rehearse">
          <RehearsedLive
            of={of}
            onPick={(picked) => {
              setOf(picked);
              setSeen(null);
            }}
          />
          <Button icon={History} disabled={act.busy} onClick={() => void rehearse()}>
            {tellRule(of === '' ? 'ui.rehearse' : 'ui.rehearseThis')}
          </Button>
        </div>
      </div>
      <RefusedNote refused={act.refused} />
      {/* Once the edits are saved there is no before any more. */}
      {shown && <Seen {...shown} hasEdit={shown.hasEdit && kept !== edited} />}
    </div>
  );
}

/** What came of it, beside each other. */
function Seen({ live, before, after, happened, hasEdit }: Shown) {
  if (!live) return <p class="quiet small">{tellRule('ui.noLive')}</p>;
  return (
    <div class="rehearsals">
      {hasEdit && <Played title={tellRule('ui.asKept')} acts={before} other={after} />}
      <Played title={tellRule(hasEdit ? 'ui.asEdited' : 'ui.asRules')} acts={after} other={hasEdit ? before : after} />
      <Happened changes={happened} />
    </div>
  );
}

/** A line that the other list has not is marked. */
function Played({ title, acts, other }: { title: string; acts: SceneAct[]; other: SceneAct[] }) {
  const others = new Set(other.map(lineOf));
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {acts.length === 0 && <p class="quiet small">{tellRule('ui.rehearseNone')}</p>}
      <ol class="rehearsed small">
        {acts.map((one) => (
          <li key={`${lineOf(one)} ${one.rule}`} {...(others.has(lineOf(one)) ? {} : { 'data-differs': '' })}>
            <Time at={one.at} /> {actWords(one)} <span class="quiet">· {actReason(one)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Which scenes came on, and who brought them. */
function Happened({ changes }: { changes: SceneChanged[] }) {
  const title = tellRule('ui.happened');
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {changes.length === 0 && <p class="quiet small">{tellRule('ui.happenedNone')}</p>}
      <ol class="rehearsed small">
        {changes.map((one) => (
          <li key={`${one.at} ${one.scene}`}>
            <Time at={one.at} /> {tellRule('ui.cameOn', { scene: one.scene, reason: reasonOf(one) })}
          </li>
        ))}
      </ol>
    </section>
  );
}

function reasonOf({ by, why, ruleName }: SceneChanged): string {
  if (by === 'hand') return tellRule('ui.byHand');
  if (by === 'obs') return tellRule('ui.byObs');
  return tellRule(why === 'hold-over' ? 'ui.byReturn' : 'ui.byRule', { rule: ruleName ?? '' });
}

function Time({ at }: { at: string }) {
  return <span class="figures quiet">{nearSecond(at, now.value, undefined, tongue())}</span>;
}
