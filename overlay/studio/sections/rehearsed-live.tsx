import { useEffect, useState } from 'preact/hooks';
import type { DeskLive } from '../../../shared/live.ts';
import { newest } from '../../newest.ts';
import { ask } from '../../parts/ask.ts';
import { SelectField } from '../../parts/field.tsx';
import { nearTime } from '../../parts/time-words.ts';
import { tellRule } from '../model/rule-words.ts';
import { now, view } from '../model/state.ts';
import { tongue } from '../model/words.ts';

/** As many lives as anybody still remembers. */
const MOST_LIVES = 30;

/** Which live is rehearsed, by its id; '' is the last one. Nothing to choose while there was but one. */
export function RehearsedLive({ of, onPick }: { of: string; onPick: (of: string) => void }) {
  const lives = useLives();
  if (lives.length < 2) return null;
  return (
    <SelectField label={tellRule('ui.rehearseLive')} value={of} onChange={(event) => onPick(event.currentTarget.value)}>
      {lives.map(({ id, startedAt }, at) => (
        <option key={id} value={at === 0 ? '' : id}>
          {at === 0 ? tellRule('ui.rehearseLast') : nearTime(startedAt, now.value, undefined, tongue())}
        </option>
      ))}
    </SelectField>
  );
}

/** The lives that there were, newest first, read anew when one begins. */
function useLives(): NonNullable<DeskLive['session']>[] {
  const [lives, setLives] = useState<NonNullable<DeskLive['session']>[]>([]);
  const [answers] = useState(newest);
  const latest = view.value?.live.session?.id ?? null;
  useEffect(() => {
    const isNews = answers.asked();
    void ask<DeskLive[]>('GET', `/sessions?limit=${MOST_LIVES}`).then((answer) => {
      if (answer.type === 'done' && isNews()) setLives(answer.value.flatMap(({ session }) => session ?? []));
    });
  }, [latest]);
  return lives;
}
