import type { SceneHold } from '../../../shared/scene-actions.ts';
import { TextField } from '../../parts/field.tsx';
import { within } from '../model/rule-draft.ts';
import { tellRule } from '../model/rule-words.ts';
import { Choice } from './rule-picks.tsx';

/** How long a rule's scene stays, and whether it returns; null stays for good. */
export function HoldFields({ hold, onHold }: { hold: SceneHold | null; onHold: (hold: SceneHold | null) => void }) {
  const first: SceneHold = { seconds: 8, leastSeconds: 0, mostSeconds: null, returns: true };
  const now = hold ?? first;
  const seconds = (key: 'seconds' | 'leastSeconds', text: string) => {
    const value = within(text, now[key], key === 'seconds' ? 0.5 : 0, 3600);
    const next = { ...now, [key]: value };
    // Least, hold and most go in this order; the field that was typed in leads.
    const length = Math.max(next.seconds, key === 'leastSeconds' ? next.leastSeconds : 0.5);
    const most = next.mostSeconds === null ? null : Math.max(next.mostSeconds, length);
    onHold({ ...next, seconds: length, leastSeconds: Math.min(next.leastSeconds, length), mostSeconds: most });
  };
  return (
    <>
      <Choice
        label={tellRule('field.returns')}
        value={hold?.returns ? 'return' : 'stay'}
        options={[
          ['return', tellRule('choice.return')],
          ['stay', tellRule('choice.stay')],
        ]}
        onPick={(picked) => onHold(picked === 'return' ? { ...now, returns: true } : null)}
      />
      {hold && (
        <>
          <TextField
            label={tellRule('field.holdSeconds')}
            type="number"
            value={String(hold.seconds)}
            onChange={(event) => seconds('seconds', event.currentTarget.value)}
          />
          <TextField
            label={tellRule('field.leastSeconds')}
            type="number"
            value={String(hold.leastSeconds)}
            onChange={(event) => seconds('leastSeconds', event.currentTarget.value)}
          />
          <TextField
            label={tellRule('field.mostSeconds')}
            type="number"
            value={hold.mostSeconds === null ? '' : String(hold.mostSeconds)}
            onChange={(event) => {
              const text = event.currentTarget.value;
              onHold({
                ...hold,
                mostSeconds: text.trim() === '' ? null : within(text, hold.seconds, hold.seconds, 86_400),
              });
            }}
          />
        </>
      )}
    </>
  );
}
