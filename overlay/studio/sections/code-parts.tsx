import type { ShortCode } from '../../../shared/codes.ts';
import { inLanguage } from '../../../shared/local-text.ts';
import { SelectField } from '../../parts/field.tsx';
import { tellCode } from '../model/code-words.ts';
import { view } from '../model/state.ts';
import { tongue } from '../model/words.ts';

/** What came by a code. */
export function Figures({ code }: { code: ShortCode }) {
  const number = new Intl.NumberFormat(tongue());
  return (
    <dl class="code-figures figures">
      {(['visits', 'asks', 'booked'] as const).map((each) => (
        <div key={each}>
          <dt>{tellCode(`row.${each}`, { count: code[each] })}</dt>
          <dd>{number.format(code[each])}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Which offer a code leads to, or the whole page. */
export function LeadsField({ service, onChange }: { service: string; onChange: (service: string) => void }) {
  return (
    <SelectField
      label={tellCode('form.leads')}
      value={service}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      <option value="">{tellCode('form.page')}</option>
      <OfferOptions />
    </SelectField>
  );
}

export function OfferOptions() {
  return (
    <>
      {(view.value?.services ?? []).map(({ id, title }) => (
        <option key={id} value={id}>
          {inLanguage(title, tongue())}
        </option>
      ))}
    </>
  );
}

/** The offer's title; null when there is no such offer any more. */
export function offerTitle(service: string): string | null {
  const offer = view.value?.services.find(({ id }) => id === service);
  return offer ? inLanguage(offer.title, tongue()) : null;
}
