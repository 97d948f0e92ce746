import { batch, effect, type Signal, untracked } from '@preact/signals';
import { asking } from './asking.ts';
import { blocking } from './blocking.ts';
import { declining } from './declining.ts';
import { closeFreeTimes, freeTimes } from './free-times.ts';
import { labelling } from './labels.ts';
import { merging } from './merging.ts';
import { snoozing } from './snoozing.ts';

/*
 * What is asked or chosen about a request in a panel of its own, by the id of that request. Each has the one answer that
 * Enter gives, so that only one of a request is open.
 */

interface Panel {
  readonly of: () => string | null;
  readonly close: () => void;
}

const QUESTIONS: ReadonlyArray<Panel> = [declining, blocking, snoozing, labelling, asking, merging].map(questionOf);
const TIMES: Panel = {
  of: () => (freeTimes.value.type === 'closed' ? null : freeTimes.value.request),
  close: closeFreeTimes,
};

function questionOf(request: Signal<string | null>): Panel {
  return {
    of: () => request.value,
    close: () => {
      request.value = null;
    },
  };
}

/** Whichever is opened closes the others of its request. Returns what ends that. */
export function followPanels(): () => void {
  const all = [...QUESTIONS, TIMES];
  const ends = all.map((panel) => {
    let was: string | null = null;
    return effect(() => {
      const request = panel.of();
      if (request !== null && request !== was) untracked(() => closeOthers(all, panel, request));
      was = request;
    });
  });
  return () => {
    for (const end of ends) end();
  };
}

function closeOthers(all: ReadonlyArray<Panel>, opened: Panel, request: string): void {
  batch(() => {
    for (const panel of all) if (panel !== opened && panel.of() === request) panel.close();
  });
}

/** Closes every question; the times that are chosen for a request are there again when it is. */
export function closeQuestions(): void {
  batch(() => {
    for (const { close } of QUESTIONS) close();
  });
}

/** Closes the question that is open; false where none is. */
export function leaveQuestion(): boolean {
  const open = QUESTIONS.find(({ of }) => of() !== null);
  open?.close();
  return open !== undefined;
}
