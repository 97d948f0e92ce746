import type { IconNode } from 'lucide';
import { Check, ListChecks, SkipForward } from 'lucide';
import { Button, LinkButton } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { allThrough, isInObs, STEPS, type Step, type StepState, stepStates } from '../model/first-steps.ts';
import { hoursSet } from '../model/hours-set.ts';
import { onOffer } from '../model/on-offer.ts';
import { type Section, showSteps, skip, skipped, stepsHidden, view } from '../model/state.ts';
import { say } from '../model/words.ts';

const LEADS_TO: Readonly<Record<Step, Section>> = {
  bio: 'bio',
  offers: 'services',
  address: 'address',
  stage: 'stage',
  source: 'feed',
};

/** The step of the offers holds three things to do: the button names the one that is open. */
function goingTo(step: Step): { section: Section; word: 'licenceGo' | 'hoursGo' | `${Step}Go` } {
  if (step !== 'offers' || !view.value || view.value.services.length === 0) {
    return { section: LEADS_TO[step], word: `${step}Go` };
  }
  if (onOffer(view.value).length === 0) return { section: 'services', word: 'licenceGo' };
  return { section: 'hours', word: 'hoursGo' };
}

/** The guided path of the first start. Hidden it leaves a line behind, so that it can be found again. */
export function FirstSteps() {
  const current = view.value;
  if (!current) return null;
  const states = stepStates({ ...current, hoursSet: hoursSet.value }, skipped.value);
  if (stepsHidden.value || allThrough(states)) {
    const all = STEPS.every((step) => states[step] === 'done');
    if (all) return null;
    return (
      <div class="steps-again">
        <Button look="plain" size="small" icon={ListChecks} onClick={() => showSteps(true)}>
          {say('steps.show')}
        </Button>
      </div>
    );
  }
  const done = STEPS.filter((step) => states[step] === 'done').length;
  return (
    <section class="card steps" aria-label={say('steps.title')}>
      <div class="apart">
        <h2>{say('steps.title')}</h2>
        <div class="row gap-2">
          <span class="quiet small figures">{say('steps.progress', { done })}</span>
          <Button look="plain" size="small" onClick={() => showSteps(false)}>
            {say('steps.hide')}
          </Button>
        </div>
      </div>
      <ol class="steps-list">
        {STEPS.map((step, index) => (
          <StepRow key={step} step={step} number={index + 1} state={states[step]} />
        ))}
      </ol>
    </section>
  );
}

const SIGNS: Partial<Record<StepState, IconNode>> = { done: Check, skipped: SkipForward };

function StepRow({ step, number, state }: { step: Step; number: number; state: StepState }) {
  const sign = SIGNS[state];
  const to = goingTo(step);
  return (
    <li class="step" data-state={state} {...(state === 'next' ? { 'aria-current': 'step' as const } : {})}>
      <span class="step-mark figures" aria-hidden="true">
        {sign ? <Icon node={sign} size={16} /> : number}
      </span>
      <div class="step-text">
        <p class="step-name">
          {say(`steps.${step}`)}
          {(state === 'done' || state === 'skipped') && <span class="quiet small">{say(`steps.${state}`)}</span>}
        </p>
        {state === 'next' && <p class="quiet">{say(`steps.${step}Text`)}</p>}
        {state === 'next' && (
          <div class="row">
            <StepButton step={step} />
            <Button look="plain" size="small" onClick={() => skip(step)}>
              {say('steps.skip')}
            </Button>
          </div>
        )}
      </div>
      {state === 'later' && (
        <a class="small step-link" href={`#${to.section}`}>
          {say(`steps.${to.word}`)}
        </a>
      )}
    </li>
  );
}

function StepButton({ step }: { step: Step }) {
  const to = goingTo(step);
  if (step !== 'stage' || !isInObs(view.value?.stages ?? [])) {
    return (
      <LinkButton look="primary" size="small" href={`#${to.section}`}>
        {say(`steps.${to.word}`)}
      </LinkButton>
    );
  }
  return (
    <Button look="primary" size="small" onClick={() => document.querySelector<HTMLElement>('#test-gift')?.focus()}>
      {say('steps.tryGo')}
    </Button>
  );
}
