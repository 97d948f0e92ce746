import { SelectField } from '../../parts/field.tsx';
import { useAct } from '../model/act.ts';
import { word } from '../model/offer-words.ts';
import { RefusedNote } from '../model/refused.tsx';
import { withinText } from '../model/service-facts.ts';
import { view } from '../model/state.ts';

/** What somebody can keep who is live in the evening, up to a week. */
const HOURS = [1, 2, 4, 8, 12, 24, 48, 72, 168];

/** Within how many hours viewers are promised an answer; off until it is chosen. */
export function AnswerPromise() {
  const act = useAct();
  const shown = view.value;
  if (!shown) return null;
  const chosen = shown.settings.answerWithinHours;
  // A script may have set another.
  const offered = chosen === null || HOURS.includes(chosen) ? HOURS : [...HOURS, chosen].sort((a, b) => a - b);
  return (
    <section class="card stack">
      <div class="stack gap-2">
        <h2>{word('promise.title')}</h2>
        <p class="quiet">{word('promise.text')}</p>
      </div>
      <SelectField
        label={word('promise.label')}
        value={chosen ?? ''}
        disabled={act.busy}
        onChange={(event) => {
          const hours = event.currentTarget.value === '' ? null : Number(event.currentTarget.value);
          void act.run('PUT', '/settings', { answerWithinHours: hours });
        }}
      >
        <option value="">{word('promise.off')}</option>
        {offered.map((hours) => (
          <option key={hours} value={hours}>
            {withinText(hours)}
          </option>
        ))}
      </SelectField>
      <RefusedNote refused={act.refused} />
    </section>
  );
}
