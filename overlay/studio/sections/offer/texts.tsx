import { Check as CheckMark } from 'lucide';
import { LANGUAGES, type Language } from '../../../../shared/local-text.ts';
import { languageName } from '../../../../shared/spoken-languages.ts';
import { TextArea, TextField } from '../../../parts/field.tsx';
import { Icon } from '../../../parts/icon.tsx';
import { word } from '../../model/offer-words.ts';
import { withText, withTitle } from '../../model/service-draft.ts';
import { say, tongue } from '../../model/words.ts';
import type { PartProps } from './part.ts';

interface Props extends PartProps {
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
}

/** A language by its name in the language of the page, as within a sentence. */
export function nameOf(language: Language): string {
  return new Intl.DisplayNames(tongue(), { type: 'language' }).of(language) ?? language;
}

/** Title and texts in one language at a time; the choice marks those that are written. */
export function Texts({ fields, change, wrong, refused, language, onLanguage }: Props) {
  const name = nameOf(language);
  const titleFault = refused?.why === 'bad-input' && refused.issues.some(({ path }) => path.startsWith('title'));
  return (
    <div class="stack gap-3">
      <fieldset class="tongues">
        <legend class="field-label">{word('form.texts')}</legend>
        <div class="row gap-2">
          {LANGUAGES.map((each) => (
            <label key={each} class="tongue">
              <input
                type="radio"
                name="tongue"
                class="unseen"
                checked={each === language}
                onChange={() => onLanguage(each)}
              />
              <span class="tongue-name">
                {languageName(each, tongue())}
                {fields.title[each] && <Icon node={CheckMark} size={14} label={word('form.written')} />}
              </span>
            </label>
          ))}
        </div>
        <p class="field-hint">{word('form.textsHint')}</p>
      </fieldset>
      <TextField
        label={say('services.titleIn', { language: name })}
        value={fields.title[language] ?? ''}
        maxLength={200}
        error={wrong.includes('title') ? say('services.needTitle') : titleFault ? say('fault.title') : null}
        onInput={(event) => change(withTitle(fields, language, event.currentTarget.value))}
      />
      <TextField
        label={word('form.summary', { language: name })}
        value={fields.summary[language] ?? ''}
        maxLength={200}
        onInput={(event) => change({ summary: withText(fields.summary, language, event.currentTarget.value) })}
      />
      <TextArea
        label={word('form.description', { language: name })}
        hint={word('form.descriptionHint')}
        rows={3}
        value={fields.description[language] ?? ''}
        maxLength={4000}
        onInput={(event) => change({ description: withText(fields.description, language, event.currentTarget.value) })}
      />
    </div>
  );
}
