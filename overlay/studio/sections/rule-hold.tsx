import type { SceneHold } from '../../../shared/scene-actions.ts';
import { HOLD_BOUNDS, leastBounds, mostBounds } from '../model/rule-numbers.ts';
import { tellRule } from '../model/rule-words.ts';
import { NumberField } from './number-field.tsx';
import { Choice } from './rule-picks.tsx';

const FIRST: SceneHold = { seconds: 8, leastSeconds: 0, mostSeconds: null, returns: true, whileTrue: false };
const WHILE: SceneHold = { ...FIRST, seconds: 1, whileTrue: true };

/** How long a rule's scene stays, by time or while its state holds, and whether it returns; null stays for good. */
export function HoldFields({ hold, onHold }: { hold: SceneHold | null; onHold: (hold: SceneHold | null) => void }) {
  return (
    <>
      <Choice
        label={tellRule('field.returns')}
        value={hold?.returns ? (hold.whileTrue ? 'while' : 'return') : 'stay'}
        options={[
          ['return', tellRule('choice.return')],
          ['while', tellRule('choice.while')],
          ['stay', tellRule('choice.stay')],
        ]}
        onPick={(picked) => onHold(picked === 'stay' ? null : picked === 'while' ? WHILE : FIRST)}
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
