import { ArrowLeft } from 'lucide';
import { IconButton } from '../parts/button.tsx';
import type { Step } from './steps-state.ts';
import { say } from './words.ts';

const STEPS = ['service', 'time', 'details', 'done'] as const;

interface Props {
  at: Step | 'done';
  /** A message has no time to choose on its way. */
  timeless?: boolean;
}

/** The way to a booking, or to a message, with the present step marked, and the way back. */
export function Progress({ at, timeless = false }: Props) {
  const steps = STEPS.filter((step) => !(timeless && step === 'time'));
  const place = steps.indexOf(at);
  return (
    <nav class="progress" aria-label={say('steps.label')}>
      {at !== 'done' && <IconButton icon={ArrowLeft} label={say('back')} onClick={() => history.back()} />}
      <ol>
        {steps.map((step, index) => (
          <li
            key={step}
            class={index < place || at === 'done' ? 'past' : index === place ? 'now' : 'ahead'}
            {...(index === place ? { 'aria-current': 'step' as const } : {})}
          >
            {say(`steps.${step}`)}
          </li>
        ))}
      </ol>
    </nav>
  );
}
