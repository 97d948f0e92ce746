import { History } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import type { DeskLive } from '../../../shared/live.ts';
import type { SceneRule } from '../../../shared/scene-rules.ts';
import type { SceneAct, SceneChanged } from '../../../shared/scenes.ts';
import { ask } from '../../parts/ask.ts';
import { Button } from '../../parts/button.tsx';
import { SelectField } from '../../parts/field.tsx';
import { nearSecond, nearTime } from '../../parts/time-words.ts';
import { useAct } from '../model/act.ts';
import { actReason, actWords } from '../model/act-words.ts';
import { RefusedNote } from '../model/refused.tsx';
import { lineOf } from '../model/rehearsal-differences.ts';
import type { Rehearsed } from '../model/rehearsed.ts';
import { tellRule } from '../model/rule-words.ts';
import { now, view } from '../model/state.ts';
import { tongue } from '../model/words.ts';

interface RehearsalProps {
  kept: ReadonlyArray<SceneRule>;
  edited: ReadonlyArray<SceneRule>;
}

/** As many lives as anybody still remembers. */
const MOST_LIVES = 30;

/** The last live, or one before, by the rules as they are kept, by those that stand here, and as it really went. */
export function Rehearsal({ kept, edited }: RehearsalProps) {
  const act = useAct();
  const lives = useLives();
  const [of, setOf] = useState('');
  const [seen, setSeen] = useState<(Rehearsed & { of: ReadonlyArray<SceneRule>; hasEdit: boolean }) | null>(null);
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
          {lives.length > 1 && (
            <SelectField
              label={tellRule('ui.rehearseLive')}
              value={of}
              onChange={(event) => {
                setOf(event.currentTarget.value);
                setSeen(null);
              }}
            >
              {lives.map(({ id, startedAt }, at) => (
                <option key={id} value={at === 0 ? '' : id}>
                  {at === 0 ? tellRule('ui.rehearseLast') : nearTime(startedAt, now.value, undefined, tongue())}
                </option>
              ))}
            </SelectField>
          )}
          <Button icon={History} disabled={act.busy} onClick={() => void rehearse()}>
            {tellRule(of === '' ? 'ui.rehearse' : 'ui.rehearseThis')}
          </Button>
        </div>
      </div>
      <RefusedNote refused={act.refused} />
      {shown?.live === false && <p class="quiet small">{tellRule('ui.noLive')}</p>}
      {shown?.live && (
        <div class="rehearsals">
          {shown.hasEdit && <Played title={tellRule('ui.asKept')} acts={shown.before} other={shown.after} />}
          <Played
            title={tellRule(shown.hasEdit ? 'ui.asEdited' : 'ui.asRules')}
            acts={shown.after}
            other={shown.before}
          />
          <Happened changes={shown.happened} />
        </div>
      )}
    </div>
  );
}

/** The lives that there were, newest first, read anew when one begins. */
function useLives(): NonNullable<DeskLive['session']>[] {
  const [lives, setLives] = useState<NonNullable<DeskLive['session']>[]>([]);
  const newest = view.value?.live.session?.id ?? null;
  useEffect(() => {
    void ask<DeskLive[]>('GET', '/sessions').then((answer) => {
      if (answer.type !== 'done') return;
      setLives(answer.value.flatMap(({ session }) => session ?? []).slice(0, MOST_LIVES));
    });
  }, [newest]);
  return lives;
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
