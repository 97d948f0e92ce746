import { useState } from 'preact/hooks';
import type { Service } from '../../../shared/booking.ts';
import { LANGUAGES, type Language } from '../../../shared/languages.ts';
import type { Refused } from '../../parts/ask.ts';
import { Button } from '../../parts/button.tsx';
import { Check, SelectField, TextField } from '../../parts/field.tsx';
import { useAct } from '../model/act.ts';
import { openService } from '../model/kept-drafts.ts';
import { faultOf, RefusedNote } from '../model/refused.tsx';
import { fieldsOf, type ServiceFields, toDraft, withText, withTitle } from '../model/service-draft.ts';
import { say, tongue, words } from '../model/words.ts';

interface Props {
  /** Null for a new one. */
  service: Service | null;
  onClose: () => void;
}
interface PartProps {
  fields: ServiceFields;
  change: (part: Partial<ServiceFields>) => void;
  wrong: ReadonlyArray<string>;
  refused: Refused | null;
}

const KINDS = ['consulting', 'training', 'local', 'ecommerce'] as const;
const CURRENCIES = ['EUR', 'NOK', 'CHF', 'GBP', 'SEK', 'DKK', 'USD', 'JPY'];

/** One service: title, length and price first, the rest folded away with numbers that fit most. */
export function ServiceForm({ service, onClose }: Props) {
  const act = useAct();
  const [fields, setFields] = useState(() => openService.peek()?.fields ?? fieldsOf(service));
  const [wrong, setWrong] = useState<ReadonlyArray<string>>([]);
  const put = (next: ServiceFields) => {
    setFields(next);
    openService.value = { id: service?.id ?? null, fields: next };
  };
  const change = (part: Partial<ServiceFields>) => put({ ...fields, ...part });
  async function send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const read = toDraft(fields);
    if ('wrong' in read) return setWrong(read.wrong);
    setWrong([]);
    const answer = service
      ? await act.run('PUT', `/services/${service.id}`, read.draft)
      : await act.run('POST', '/services', read.draft);
    if (answer.type === 'done') onClose();
  }
  // Open from the start where a buffer takes times away, so that nobody has to wonder where they went.
  const [hasBuffers] = useState(() => Number(fields.bufferBeforeMinutes) + Number(fields.bufferAfterMinutes) > 0);
  const part = { fields, change, wrong, refused: act.refused };
  return (
    <form class="card stack" noValidate onSubmit={(event) => void send(event)}>
      <h2>{service ? say('services.edit') : say('services.new')}</h2>
      <Titles fields={fields} setFields={put} wrong={wrong} />
      <Basics {...part} />
      <details class="more" open={hasBuffers}>
        <summary>{say('services.more')}</summary>
        <Numbers {...part} />
      </details>
      <Check
        label={say('services.instant')}
        checked={fields.instant}
        onChange={(event) => change({ instant: event.currentTarget.checked })}
      />
      <Check
        label={say('services.licence')}
        checked={fields.noLicenceNeeded}
        onChange={(event) => change({ noLicenceNeeded: event.currentTarget.checked })}
      />
      <RefusedNote refused={act.refused} />
      <div class="row">
        <Button look="primary" type="submit" disabled={act.busy}>
          {say('services.save')}
        </Button>
        <Button look="plain" onClick={onClose}>
          {say('common.cancel')}
        </Button>
      </div>
    </form>
  );
}

interface TitlesProps {
  fields: ServiceFields;
  setFields: (next: ServiceFields) => void;
  wrong: ReadonlyArray<string>;
}

/** The title in the creator's language first; the others follow where viewers are expected. */
function Titles({ fields, setFields, wrong }: TitlesProps) {
  const own = words.language.value ?? 'en';
  const [all, setAll] = useState(() => LANGUAGES.some((each) => each !== own && fields.title[each]));
  const shown = all ? [own, ...LANGUAGES.filter((each) => each !== own)] : [own];
  const name = (language: Language) => new Intl.DisplayNames(tongue(), { type: 'language' }).of(language) ?? language;
  return (
    <div class="two-tight">
      {shown.map((language, index) => (
        <TextField
          key={language}
          label={say('services.titleIn', { language: name(language) })}
          value={fields.title[language] ?? ''}
          maxLength={200}
          error={index === 0 && wrong.includes('title') ? say('services.needTitle') : null}
          onInput={(event) => setFields(withTitle(fields, language, event.currentTarget.value))}
        />
      ))}
      {!all && (
        <div class="field-beside">
          <Button look="plain" size="small" onClick={() => setAll(true)}>
            {say('services.otherLanguages')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Basics({ fields, change, wrong, refused }: PartProps) {
  const own = words.language.value ?? 'en';
  return (
    <>
      <TextField
        label={say('services.summary')}
        value={fields.summary[own] ?? ''}
        maxLength={200}
        onInput={(event) => change({ summary: withText(fields.summary, own, event.currentTarget.value) })}
      />
      <div class="four-tight">
        <SelectField
          label={say('services.kind')}
          value={fields.kind}
          onChange={(event) =>
            change({ kind: KINDS.find((kind) => kind === event.currentTarget.value) ?? 'consulting' })
          }
        >
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {say(`services.kinds.${kind}`)}
            </option>
          ))}
        </SelectField>
        <TextField
          label={say('services.minutes')}
          type="number"
          min={5}
          value={fields.minutes}
          error={wrong.includes('minutes') ? say('services.needMinutes') : faultOf(refused, 'minutes')}
          onInput={(event) => change({ minutes: event.currentTarget.value })}
        />
        <PriceFields fields={fields} change={change} wrong={wrong} refused={refused} />
      </div>
    </>
  );
}

function PriceFields({ fields, change, wrong, refused }: PartProps) {
  return (
    <>
      <TextField
        label={say('services.price')}
        inputMode="decimal"
        value={fields.price}
        error={wrong.includes('price') ? say('services.needPrice') : faultOf(refused, 'price')}
        onInput={(event) => change({ price: event.currentTarget.value })}
      />
      <SelectField
        label={say('services.currency')}
        value={fields.currency}
        onChange={(event) => change({ currency: event.currentTarget.value })}
      >
        {[...new Set([fields.currency, ...CURRENCIES])].map((currency) => (
          <option key={currency} value={currency}>
            {currency}
          </option>
        ))}
      </SelectField>
    </>
  );
}

const NUMBERS = [
  { name: 'bufferBeforeMinutes', label: 'services.before' },
  { name: 'bufferAfterMinutes', label: 'services.after' },
  { name: 'noticeMinutes', label: 'services.notice' },
  { name: 'horizonDays', label: 'services.horizon' },
  { name: 'capacity', label: 'services.capacity' },
  { name: 'cutoffMinutes', label: 'services.cutoff' },
] as const;

function Numbers({ fields, change, refused }: PartProps) {
  return (
    <div class="three-tight">
      {NUMBERS.map(({ name, label }) => (
        <TextField
          key={name}
          label={say(label)}
          hint={name === 'bufferAfterMinutes' ? say('services.bufferHint') : undefined}
          type="number"
          min={0}
          value={fields[name]}
          error={faultOf(refused, name)}
          onInput={(event) => change({ [name]: event.currentTarget.value })}
        />
      ))}
      <TextField
        label={say('services.slug')}
        value={fields.slug}
        error={faultOf(refused, 'slug')}
        spellcheck={false}
        onInput={(event) => change({ slug: event.currentTarget.value, slugTyped: true })}
      />
    </div>
  );
}
