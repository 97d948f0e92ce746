import type { DeskRequest } from '../../shared/desk-view.ts';
import type { MacroStepType } from '../../shared/macro-steps.ts';
import { refusedAs } from '../parts/ask.ts';
import { Button } from '../parts/button.tsx';
import { macroTold } from './macros.ts';
import { refusedText } from './refusal-card.tsx';
import { sayTeam } from './team-words.ts';
import { say } from './words.ts';

const named = (steps: ReadonlyArray<MacroStepType>) => steps.map((step) => sayTeam(`macros.step.${step}`)).join(', ');

/** What a macro did not do and why; that all of it is done is seen at the request, and said once. */
export function MacroTold({ request }: { request: DeskRequest }) {
  const told = macroTold.value;
  if (told?.request !== request.id) return null;
  const { name, outcome, refused, holder } = told;
  const stopped = outcome?.refused ?? null;
  if (outcome && !stopped) {
    return (
      <p class="unseen" role="status">
        {sayTeam('macros.all', { name })}
      </p>
    );
  }
  const why = stopped ? refusedAs(stopped.why) : refused;
  const left = outcome && stopped ? [stopped.step, ...outcome.left] : [];
  return (
    <div class="macro-told" role="alert">
      <p>
        <strong>{sayTeam('macros.stopped', { name })}</strong> {why && refusedText(why, holder)}
      </p>
      {outcome && outcome.done.length > 0 && <p>{sayTeam('macros.done', { steps: named(outcome.done) })}</p>}
      {left.length > 0 && <p>{sayTeam('macros.left', { steps: named(left) })}</p>}
      <Button
        size="small"
        look="plain"
        onClick={() => {
          macroTold.value = null;
        }}
      >
        {say('refused.dismiss')}
      </Button>
    </div>
  );
}
