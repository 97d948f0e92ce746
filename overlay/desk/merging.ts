import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { DeskRequest } from '../../shared/desk-view.ts';
import { isClosed } from '../../shared/request-states.ts';
import type { OtherRequest } from '../../shared/same-person.ts';
import type { Instant } from '../../shared/time.ts';
import { ask } from '../parts/ask.ts';

/** Id of the request for which it is chosen what it is merged with; null while it is not. */
export const merging = signal<string | null>(null);

/** What else the person of a request has open or booked, asked anew when the request changes; null until it has come. */
export function useOthers(id: string, at: Instant): ReadonlyArray<OtherRequest> | null {
  const [found, setFound] = useState<{ of: string; others: ReadonlyArray<OtherRequest> } | null>(null);
  useEffect(() => {
    let left = false;
    void ask<OtherRequest[]>('GET', `/requests/${encodeURIComponent(id)}/others`).then((answer) => {
      if (!left && answer.type === 'done') setFound({ of: id, others: answer.value });
    });
    return () => {
      left = true;
    };
  }, [id, at]);
  return found?.of === id ? found.others : null;
}

type Ended = Pick<DeskRequest, 'state'>;

/**
 * Which of two of one person ends in the other: the other one where it can, since the opened one is before the eyes. Null
 * where both hold something that would be lost.
 */
export function mergeWay(opened: Ended, other: Ended): 'into' | 'away' | null {
  if (isClosed(opened) || isClosed(other)) return null;
  if (mayEnd(other)) return 'into';
  return mayEnd(opened) ? 'away' : null;
}

/** Whether they may be of one person, so that somebody who knows it can say so: a code of the stage says too little. */
export function isMergeable(opened: Ended, other: OtherRequest): boolean {
  return other.by !== 'code' && mergeWay(opened, other) !== null;
}

/** Nothing was promised for it. */
function mayEnd({ state }: Ended): boolean {
  return state === 'new' || state === 'waiting';
}
