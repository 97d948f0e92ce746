import { inLanguage } from '../../../shared/local-text.ts';
import type { WidgetOf } from '../../../shared/stage-design.ts';
import { SelectField, TextField } from '../../parts/field.tsx';
import { tell } from '../model/editor-words.ts';
import { readAmount, writeAmount } from '../model/fields.ts';
import { localMinute, readLocalMinute } from '../model/local-minute.ts';
import { view } from '../model/state.ts';
import { tongue } from '../model/words.ts';
import { CurrencyField } from './currency-field.tsx';
import type { FormOf } from './form-of.ts';
import { LineField } from './line-field.tsx';
import { ReadField } from './read-field.tsx';

/** The short name of now of the offer that the card was made for, which may have had another one then. */
function slugNow(kept: string | undefined): string {
  const { services = [], oldSlugs = {} } = view.value ?? {};
  if (!kept || services.some(({ slug }) => slug === kept)) return kept ?? '';
  return services.find(({ id }) => id === oldSlugs[kept])?.slug ?? '';
}

export function PinnedForm({ widget, change }: FormOf<WidgetOf<'pinned'>>) {
  const currency = widget.price?.currency ?? 'EUR';
  return (
    <div class="stack gap-3">
      <LineField label={tell('set.title')} value={widget.title} onValue={(title) => change({ title })} />
      <LineField label={tell('set.text')} value={widget.text} onValue={(text) => change({ text })} />
      <div class="numbers">
        <ReadField
          label={tell('set.price')}
          hint={tell('set.priceHint')}
          wrong={tell('set.priceWrong')}
          value={widget.price}
          read={(text) => {
            if (text.trim() === '') return { is: null };
            const money = readAmount(text, currency);
            return money && { is: money };
          }}
          write={(price) => (price ? writeAmount(price, tongue()) : '')}
          onValue={(price) => change({ price })}
        />
        <CurrencyField
          value={currency}
          onValue={(code) => change({ price: { minor: widget.price?.minor ?? 0, currency: code } })}
        />
      </div>
      <LineField label={tell('set.address')} value={widget.address} onValue={(address) => change({ address })} />
      <SelectField
        label={tell('set.offerCode')}
        hint={tell('set.offerCodeHint')}
        value={slugNow(widget.offer)}
        onChange={(event) => change({ offer: event.currentTarget.value })}
      >
        <option value="">{tell('set.offerCodeNone')}</option>
        {(view.value?.services ?? []).map(({ slug, title }) => (
          <option key={slug} value={slug}>
            {inLanguage(title, tongue())}
          </option>
        ))}
      </SelectField>
    </div>
  );
}

export function DiscountForm({ widget, change }: FormOf<WidgetOf<'discount'>>) {
  return (
    <div class="stack gap-3">
      <LineField label={tell('kind.discount')} value={widget.code} onValue={(code) => change({ code })} />
      <LineField label={tell('set.text')} value={widget.text} onValue={(text) => change({ text })} />
      <TextField
        label={tell('set.ends')}
        hint={tell('set.endsHint')}
        type="datetime-local"
        value={widget.endsAt ? localMinute(widget.endsAt) : ''}
        onInput={(event) => change({ endsAt: readLocalMinute(event.currentTarget.value) })}
      />
    </div>
  );
}
