import type { WidgetOf } from '../../../shared/stage-design.ts';
import { tell } from '../model/editor-words.ts';
import { readAmount, writeAmount } from '../model/fields.ts';
import { tongue } from '../model/words.ts';
import { NumberField } from './number-field.tsx';
import { ReadField } from './read-field.tsx';

/** The schema's bound. */
const MOST = 1_000_000_000;

interface Props {
  label: string;
  goal: Pick<WidgetOf<'goal'>, 'measure' | 'currency'>;
  least: 0 | 1;
  value: number;
  onValue: (value: number) => void;
}

/** So much of what a goal counts. Money is typed as money and kept in its smallest unit; the rest is a number of things. */
export function AmountField({ label, goal, least, value, onValue }: Props) {
  const { currency, measure } = goal;
  if (measure !== 'money')
    return <NumberField label={label} value={value} least={least} most={MOST} onValue={onValue} />;
  return (
    <ReadField
      label={label}
      wrong={tell('set.priceWrong')}
      value={value}
      read={(text) => {
        const money = readAmount(text, currency);
        return money && money.minor >= least && money.minor <= MOST ? { is: money.minor } : null;
      }}
      write={(minor) => writeAmount({ minor, currency }, tongue())}
      onValue={onValue}
    />
  );
}
