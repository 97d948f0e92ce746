import { SelectField } from '../../parts/field.tsx';
import { TimeOptions } from '../../parts/time-options.tsx';
import { tongue } from '../model/words.ts';

interface Props {
  /** Of the earlier time and of the later one. */
  labels: readonly [string, string];
  from: string;
  to: string;
  /** Beside the later one, which can be midnight at its `ends`. */
  error: string | null;
  ends?: boolean;
  onFrom: (time: string) => void;
  onTo: (time: string) => void;
}

/** From when until when, side by side. */
export function TwoTimes({ labels, from, to, error, ends = false, onFrom, onTo }: Props) {
  return (
    <div class="two-times">
      <SelectField label={labels[0]} value={from} onChange={(event) => onFrom(event.currentTarget.value)}>
        <TimeOptions language={tongue()} />
      </SelectField>
      <SelectField label={labels[1]} value={to} error={error} onChange={(event) => onTo(event.currentTarget.value)}>
        <TimeOptions language={tongue()} ends={ends} />
      </SelectField>
    </div>
  );
}
