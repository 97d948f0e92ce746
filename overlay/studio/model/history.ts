/* Undo and redo over whole values. Pure: the time of an edit is an argument. */

export interface History<T> {
  readonly past: ReadonlyArray<T>;
  readonly present: T;
  readonly future: ReadonlyArray<T>;
  /** What the last edit was of, and when: letters typed in a row into one field are one step. */
  readonly last: { readonly mark: string; readonly atMillis: number } | null;
}

const MOST_STEPS = 200;
const ONE_STEP_MILLIS = 1000;

export function historyOf<T>(present: T): History<T> {
  return { past: [], present, future: [], last: null };
}

/** `mark` names what is edited (`goal.title`); null makes a step of its own. */
export function record<T>(history: History<T>, next: T, mark: string | null, atMillis: number): History<T> {
  const { last, past, present } = history;
  const goesOn = mark !== null && last?.mark === mark && atMillis - last.atMillis < ONE_STEP_MILLIS;
  return {
    past: goesOn ? past : [...past, present].slice(-MOST_STEPS),
    present: next,
    future: [],
    last: mark === null ? null : { mark, atMillis },
  };
}

export function undo<T>(history: History<T>): History<T> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  const { past, present, future } = history;
  return { past: past.slice(0, -1), present: before, future: [present, ...future], last: null };
}

export function redo<T>(history: History<T>): History<T> {
  const [after, ...rest] = history.future;
  if (after === undefined) return history;
  return { past: [...history.past, history.present], present: after, future: rest, last: null };
}
