import { tell } from '../model/editor-words.ts';
import { NumberField } from './number-field.tsx';

/** How long each of several takes its turn. */
export function TurnField({ seconds, onValue }: { seconds: number; onValue: (turnSeconds: number) => void }) {
  return <NumberField label={tell('set.turn')} value={seconds} least={3} most={120} onValue={onValue} />;
}
