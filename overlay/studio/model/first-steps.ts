import type { StudioView } from '../../../shared/protocol.ts';

/** The five steps of the first start, in their order. */
export const STEPS = ['bio', 'address', 'stage', 'source', 'try'] as const;
export type Step = (typeof STEPS)[number];
export type StepState = 'done' | 'skipped' | 'next' | 'later';

/** What the steps are told by. */
type Facts = Pick<StudioView, 'published' | 'address' | 'stages' | 'sources' | 'live'>;

/** What the program itself knows to be done; nothing is ticked off by hand. */
export function isDone(step: Step, view: Facts): boolean {
  switch (step) {
    case 'bio':
      return view.published;
    case 'address':
      return !view.address.localOnly;
    case 'stage':
      return view.stages.some((stage) => stage.state !== 'never');
    case 'source':
      return view.sources.some((source) => !isSample(source.id));
    case 'try':
      return view.live.totals.gifts > 0;
  }
}

/** Each step's state; exactly one is `next` until all are done or skipped. */
export function stepStates(view: Facts, skipped: ReadonlySet<Step>): Record<Step, StepState> {
  const states: Record<Step, StepState> = {
    bio: 'later',
    address: 'later',
    stage: 'later',
    source: 'later',
    try: 'later',
  };
  let found = false;
  for (const step of STEPS) {
    if (isDone(step, view)) states[step] = 'done';
    else if (skipped.has(step)) states[step] = 'skipped';
    else if (!found) {
      states[step] = 'next';
      found = true;
    }
  }
  return states;
}

export function allThrough(states: Record<Step, StepState>): boolean {
  return STEPS.every((step) => states[step] === 'done' || states[step] === 'skipped');
}

export function isSample(sourceId: string): boolean {
  return sourceId === 'demo' || sourceId.startsWith('demo:') || sourceId.startsWith('sample');
}
