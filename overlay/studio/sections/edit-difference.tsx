import { useEffect, useState } from 'preact/hooks';
import type { SceneRule } from '../../../shared/scene-rules.ts';
import { ask } from '../../parts/ask.ts';
import { nearSecond } from '../../parts/time-words.ts';
import { type Differences, differences } from '../model/rehearsal-differences.ts';
import type { Rehearsed } from '../model/rehearsed.ts';
import { tellRule } from '../model/rule-words.ts';
import { now } from '../model/state.ts';
import { tongue } from '../model/words.ts';

/** A rehearsal is work for a server that may be on air: it is asked when the hands rest. */
const IDLE_MILLIS = 800;

interface EditProps {
  kept: ReadonlyArray<SceneRule>;
  edited: ReadonlyArray<SceneRule>;
}

/** What the last live would have been otherwise with the edit that is not saved yet. */
export function EditDifference({ kept, edited }: EditProps) {
  const [seen, setSeen] = useState<Differences | 'no-live' | null>(null);
  useEffect(() => {
    let gone = false;
    setSeen(null);
    const timer = setTimeout(async () => {
      const answer = await ask<Rehearsed>('POST', '/scene-rules/rehearse', { before: kept, after: edited });
      if (gone || answer.type !== 'done') return;
      const { live, before, after } = answer.value;
      setSeen(live ? differences(before, after) : 'no-live');
    }, IDLE_MILLIS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [kept, edited]);
  return (
    <p class="edit-difference small" role="status">
      {seen === 'no-live' ? tellRule('ui.noLive') : seen ? differenceText(seen) : ''}
    </p>
  );
}

function differenceText({ more, less, moreAlerts, lessAlerts, first }: Differences): string {
  if (first === null) return tellRule('ui.editSame');
  const time = nearSecond(first, now.value, undefined, tongue());
  if (more + less + moreAlerts + lessAlerts === 0) return tellRule('ui.editReturns', { time });
  const parts = [
    ...(more > 0 ? [tellRule('ui.editMore', { count: more })] : []),
    ...(less > 0 ? [tellRule('ui.editLess', { count: less })] : []),
    ...(moreAlerts > 0 ? [tellRule('ui.editMoreAlerts', { count: moreAlerts })] : []),
    ...(lessAlerts > 0 ? [tellRule('ui.editLessAlerts', { count: lessAlerts })] : []),
  ];
  return tellRule('ui.edit', { differences: parts.join(', '), time });
}
