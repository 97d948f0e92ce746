import { useEffect, useState } from 'preact/hooks';
import type { JournalEntry } from '../../../shared/events.ts';
import type { SceneRule } from '../../../shared/scene-rules.ts';
import type { ObsNames } from '../../../shared/scenes.ts';
import type { StageDesign } from '../../../shared/stage-design.ts';
import { newest } from '../../newest.ts';
import { ask } from '../../parts/ask.ts';
import { giftNames } from '../model/gift-names.ts';
import { stageParts, stagePartsOf } from '../model/stage-parts.ts';
import { view } from '../model/state.ts';
import type { RowChoices } from './rule-rows.tsx';

/** As many as one answer of the journal has. */
const GIFTS_AMONG = 1000;

/** What the rows of rules choose from; of gifts nothing is read before a rule is open. */
export function useRuleChoices(rules: ReadonlyArray<SceneRule>, isOpen: boolean): RowChoices {
  const names = useObsNames();
  const gifts = useGiftNames(isOpen);
  useStageParts();
  return { scenes: view.value?.obs.scenes ?? [], rules, names, gifts };
}

/** What OBS has to choose from, read anew with each connection and each change of its scenes; null while it is not known. */
function useObsNames(): ObsNames | null {
  const [names, setNames] = useState<ObsNames | null>(null);
  const [answers] = useState(newest);
  const { state, scenes } = view.value?.obs ?? { state: 'off', scenes: [] };
  useEffect(() => {
    if (state !== 'connected') return;
    const isNews = answers.asked();
    void ask<ObsNames>('GET', '/obs/names').then((answer) => {
      if (answer.type === 'done' && isNews()) setNames(answer.value);
    });
  }, [state, scenes.join('\n')]);
  return state === 'connected' ? names : null;
}

/** The gifts of the last {@link GIFTS_AMONG} events, read once a rule is open. */
function useGiftNames(isWanted: boolean): string[] {
  const [names, setNames] = useState<string[]>([]);
  useEffect(() => {
    if (!isWanted) return;
    const after = Math.max(0, (view.peek()?.live.lastSeq ?? 0) - GIFTS_AMONG);
    void ask<{ events: JournalEntry[] }>('GET', `/events?after=${after}&limit=${GIFTS_AMONG}`).then((answer) => {
      if (answer.type === 'done') setNames(giftNames(answer.value.events));
    });
  }, [isWanted]);
  return names;
}

const partLists = newest();

/** Reads what rules can name of the stages, anew with each design that is given to one. */
function useStageParts(): void {
  const stages = view.value?.stages ?? [];
  useEffect(() => {
    const isNews = partLists.asked();
    const designs = stages.map(({ id }) => ask<StageDesign>('GET', `/stages/${encodeURIComponent(id)}/design`));
    void Promise.all(designs).then((answers) => {
      const read = answers.flatMap((answer) => (answer.type === 'done' ? [answer.value] : []));
      if (isNews()) stageParts.value = stagePartsOf(read);
    });
  }, [stages.map(({ id, designRevision }) => `${id} ${designRevision}`).join()]);
}
