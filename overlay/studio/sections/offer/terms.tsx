import { lengthText } from '../../../../shared/length-words.ts';
import { Check, TextField } from '../../../parts/field.tsx';
import { word } from '../../model/offer-words.ts';
import { faultOf } from '../../model/refused.tsx';
import { say, tongue } from '../../model/words.ts';
import { Fold } from './fold.tsx';
import { LinkField } from './link-field.tsx';
import type { PartProps } from './part.ts';
import { SlugField, slugFault } from './slug.tsx';

/** What is to be paid before; Cuedesk shows it and takes no money. */
export function DepositFold({ fields, change, wrong, refused }: PartProps) {
  const currency = fields.depositCurrency ?? fields.currency;
  const fault = faultOf(refused, 'deposit');
  return (
    <Fold
      title={word('deposit.title')}
      state={fields.asksDeposit ? `${fields.deposit} ${currency}` : word('deposit.none')}
      wrong={wrong.includes('deposit') || wrong.includes('paymentUrl') || fault !== null}
    >
      <Check
        label={word('deposit.ask')}
        hint={word('deposit.hint')}
        checked={fields.asksDeposit}
        onChange={(event) => change({ asksDeposit: event.currentTarget.checked })}
      />
      {fields.asksDeposit && (
        <div class="two-tight">
          <TextField
            label={word('deposit.amount', { currency })}
            inputMode="decimal"
            value={fields.deposit}
            error={wrong.includes('deposit') ? word('deposit.need') : null}
            onInput={(event) => change({ deposit: event.currentTarget.value })}
          />
          <LinkField
            label={word('deposit.url')}
            value={fields.paymentUrl}
            wrong={wrong.includes('paymentUrl')}
            error={fault}
            onLink={(paymentUrl) => change({ paymentUrl })}
          />
        </div>
      )}
    </Fold>
  );
}

const NUMBERS = [
  { name: 'bufferBeforeMinutes', label: 'services.before' },
  { name: 'bufferAfterMinutes', label: 'services.after' },
  { name: 'noticeMinutes', label: 'services.notice' },
  { name: 'horizonDays', label: 'services.horizon' },
  { name: 'cutoffMinutes', label: 'services.cutoff' },
] as const;

/** Buffers and limits, with numbers that fit most. */
export function TimesFold(props: PartProps) {
  const { fields, change, refused } = props;
  const buffers = Number(fields.bufferBeforeMinutes) + Number(fields.bufferAfterMinutes);
  const named = [...NUMBERS.map(({ name }) => name), 'dailyCap'];
  return (
    <Fold
      title={word('times.title')}
      // A buffer takes times away: it is said where they went.
      state={buffers > 0 ? lengthText(buffers, tongue()) : ''}
      wrong={slugFault(refused) !== null || named.some((name) => faultOf(refused, name) !== null)}
    >
      <div class="three-tight level">
        {NUMBERS.map(({ name, label }) => (
          <TextField
            key={name}
            label={say(label)}
            type="number"
            min={0}
            value={fields[name]}
            error={faultOf(refused, name)}
            onInput={(event) => change({ [name]: event.currentTarget.value })}
          />
        ))}
        <TextField
          label={word('times.dailyCap')}
          type="number"
          min={1}
          value={fields.dailyCap}
          error={faultOf(refused, 'dailyCap')}
          onInput={(event) => change({ dailyCap: event.currentTarget.value })}
        />
        <SlugField {...props} />
      </div>
      <p class="quiet small">{say('services.bufferHint')}</p>
    </Fold>
  );
}

/** Seats, answering by hand or not, waiting, age. */
export function ViewersFold({ fields, change, refused }: PartProps) {
  const state = [
    say(fields.instant ? 'services.instantMark' : 'services.askMark'),
    fields.adultsOnly ? word('viewers.adultsMark') : '',
  ];
  return (
    <Fold
      title={word('viewers.title')}
      state={state.filter(Boolean).join(' · ')}
      wrong={faultOf(refused, 'capacity') !== null}
    >
      <div class="narrow">
        <TextField
          label={say('services.capacity')}
          hint={word('viewers.capacityHint')}
          type="number"
          min={1}
          value={fields.capacity}
          error={faultOf(refused, 'capacity')}
          onInput={(event) => change({ capacity: event.currentTarget.value })}
        />
      </div>
      <Check
        label={say('services.instant')}
        checked={fields.instant}
        onChange={(event) => change({ instant: event.currentTarget.checked })}
      />
      <Check
        label={word('viewers.waitlist')}
        checked={fields.waitlist}
        onChange={(event) => change({ waitlist: event.currentTarget.checked })}
      />
      <Check
        label={word('viewers.adults')}
        checked={fields.adultsOnly}
        onChange={(event) => change({ adultsOnly: event.currentTarget.checked })}
      />
    </Fold>
  );
}
