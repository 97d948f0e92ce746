import { useRef } from 'preact/hooks';
import type { SceneHold } from '../../../shared/scene-actions.ts';
import { endOf, HOLD_ENDS, holdAs } from '../model/hold-choice.ts';
import { HOLD_BOUNDS, leastBounds, mostBounds } from '../model/rule-numbers.ts';
import { tellRule } from '../model/rule-words.ts';
import { NumberField } from './number-field.tsx';
import { Choice } from './rule-picks.tsx';

/** How long a rule's scene stays, by time or while its state holds, and whether it returns; null stays for good. */
export function HoldFields({ hold, onHold }: { hold: SceneHold | null; onHold: (hold: SceneHold | null) => void }) {
  // What was typed is found again by whoever only looks what the other ends are.
  const timed = useRef<SceneHold | null>(null);
  if (hold && !hold.whileTrue) timed.current = hold;
  return (
    <>
      <Choice
        label={tellRule('field.returns')}
        value={endOf(hold)}
        options={HOLD_ENDS.map((end) => [end, tellRule(`choice.${end}`)])}
        onPick={(picked) => onHold(holdAs(HOLD_ENDS.find((end) => end === picked) ?? 'stay', hold, timed.current))}
      />
      {hold && (
        <>
          <NumberField
            label={tellRule(hold.whileTrue ? 'field.leastSeconds' : 'field.holdSeconds')}
            value={hold.seconds}
            bounds={HOLD_BOUNDS}
            onNumber={(seconds) => onHold({ ...hold, seconds })}
          />
          {!hold.whileTrue && (
            <NumberField
              label={tellRule('field.leastSeconds')}
              value={hold.leastSeconds}
              bounds={leastBounds(hold.seconds)}
              onNumber={(leastSeconds) => onHold({ ...hold, leastSeconds })}
            />
          )}
          <NumberField
            label={tellRule('field.mostSeconds')}
            value={hold.mostSeconds}
            bounds={mostBounds(hold.seconds)}
            onNumber={(mostSeconds) => onHold({ ...hold, mostSeconds })}
            onNone={() => onHold({ ...hold, mostSeconds: null })}
          />
        </>
      )}
    </>
  );
}
