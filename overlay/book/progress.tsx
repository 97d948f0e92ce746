import { ArrowLeft } from 'lucide';
import { IconButton } from '../parts/button.tsx';
import type { Step } from './steps-state.ts';
import { say } from './words.ts';

const STEPS = ['service', 'time', 'details', 'done'] as const;

/** The way to a booking with the present step marked, and the way back. */
export function Progress({ at }: { at: Step | 'done' }) {
  const place = STEPS.indexOf(at);
  return (
    <nav class="progress" aria-label={say('steps.label')}>
      {at !== 'done' && <IconButton icon={ArrowLeft} label={say('back')} onClick={() => history.back()} />}
      <ol>
        {STEPS.map((step, index) => (
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
