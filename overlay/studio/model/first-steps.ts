import type { StageStatus, StudioView } from '../../../shared/studio-view.ts';
import { isObs } from './browser-name.ts';
import { onOffer } from './on-offer.ts';

/** The five steps of the first start, in their order. */
export const STEPS = ['bio', 'offers', 'address', 'stage', 'source'] as const;
export type Step = (typeof STEPS)[number];
export type StepState = 'done' | 'skipped' | 'next' | 'later';

/** What the steps are told by. */
type Facts = Pick<
  StudioView,
  'published' | 'services' | 'licences' | 'address' | 'stages' | 'sources' | 'live' | 'lastTestAt'
> & {
  /** Null while it is not known. */
  readonly hoursSet: boolean | null;
};

/** What the program itself knows to be done; nothing is ticked off by hand. */
export function isDone(step: Step, view: Facts): boolean {
  switch (step) {
    case 'bio':
      return view.published;
    case 'offers':
      return onOffer(view).length > 0 && view.hoursSet === true;
    case 'address':
      return !view.address.localOnly;
    case 'stage':
      // A test gift counts nowhere, and shows all the same that gifts reach the stage.
      return isInObs(view.stages) && (view.live.totals.gifts > 0 || view.lastTestAt !== null);
    case 'source':
      return view.sources.some(({ id }) => !isSample(id) && !isRecording(id));
  }
}

/** A stage in any tab of a browser is a look at it; in OBS it is on the picture. */
export function isInObs(stages: ReadonlyArray<StageStatus>): boolean {
  return stages.some((stage) => stage.browser !== null && isObs(stage.browser));
}

/** Each step's state; exactly one is `next` until all are done or skipped. */
export function stepStates(view: Facts, skipped: ReadonlySet<Step>): Record<Step, StepState> {
  const states: Record<Step, StepState> = {
    bio: 'later',
    offers: 'later',
    address: 'later',
    stage: 'later',
    source: 'later',
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

/** What is played again is no connection to the live. */
function isRecording(sourceId: string): boolean {
  return sourceId.startsWith('replay:');
}

export function isSample(sourceId: string): boolean {
  return sourceId === 'demo' || sourceId.startsWith('demo:') || sourceId.startsWith('sample');
}
