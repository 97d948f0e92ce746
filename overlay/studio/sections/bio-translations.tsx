import { Check } from 'lucide';
import { useState } from 'preact/hooks';
import type { Bio } from '../../../shared/booking.ts';
import { LANGUAGES, type Language } from '../../../shared/local-text.ts';
import { languageName } from '../../../shared/spoken-languages.ts';
import { TextArea, TextField } from '../../parts/field.tsx';
import { Icon } from '../../parts/icon.tsx';
import {
  type BioTranslation,
  isWrittenIn,
  translationIn,
  withTitle,
  withTranslation,
} from '../model/bio-translations.ts';
import type { Draft } from '../model/draft.ts';
import { readList } from '../model/fields.ts';
import { word } from '../model/offer-words.ts';
import { faultOf } from '../model/refused.tsx';
import { say, tongue } from '../model/words.ts';
import { nameOf } from './offer/texts.tsx';
import { titled } from './proofs.tsx';

/** What the creator says of the own work in other languages, one at a time; folded away until one is chosen. */
export function BioTranslations({ draft }: { draft: Draft<Bio> }) {
  const [chosen, setChosen] = useState<Language | null>(null);
  return (
    <>
      <fieldset class="tongues">
        <legend class="field-label">{say('bio.others')}</legend>
        <div class="row gap-2">
          {LANGUAGES.map((each) => (
            <label key={each} class="tongue">
              <input
                type="radio"
                name="bio-tongue"
                class="unseen"
                checked={each === chosen}
                onChange={() => setChosen(each)}
              />
              <span class="tongue-name">
                {languageName(each, tongue())}
                {isWrittenIn(draft.value.value, each) && <Icon node={Check} size={14} label={word('form.written')} />}
              </span>
            </label>
          ))}
        </div>
        <p class="field-hint">{say('bio.othersHint')}</p>
      </fieldset>
      {chosen && <Fields key={chosen} draft={draft} language={chosen} />}
    </>
  );
}

function Fields({ draft, language }: { draft: Draft<Bio>; language: Language }) {
  const { headline, about, skills } = translationIn(draft.value.value, language);
  const state = draft.state.value;
  const faultIn = (field: string) =>
    faultOf(state.type === 'refused' ? state.refused : null, `translations.${language}.${field}`);
  const labelOf = (field: 'headline' | 'about' | 'skills') =>
    say('bio.fieldIn', { field: say(`bio.${field}`), language: nameOf(language) });
  function change(part: Partial<BioTranslation>): void {
    const bio = draft.value.peek();
    draft.edit({ ...bio, translations: withTranslation(bio, language, part) });
  }
  return (
    <>
      <TextArea
        label={labelOf('headline')}
        error={faultIn('headline')}
        rows={2}
        value={headline}
        maxLength={120}
        onInput={(event) => change({ headline: event.currentTarget.value.replace(/\s*\n\s*/g, ' ') })}
      />
      <TextArea
        label={labelOf('about')}
        error={faultIn('about')}
        value={about}
        maxLength={4000}
        onInput={(event) => change({ about: event.currentTarget.value })}
      />
      <TextField
        label={labelOf('skills')}
        error={faultIn('skills')}
        hint={say('bio.skillsHint')}
        value={skills.join(', ')}
        onChange={(event) => change({ skills: readList(event.currentTarget.value) })}
      />
      <ProofTitles draft={draft} language={language} />
    </>
  );
}

/** What the proofs are called in the language; each is named as it was written first. */
function ProofTitles({ draft, language }: { draft: Draft<Bio>; language: Language }) {
  function change(at: number, title: string): void {
    const bio = draft.value.peek();
    draft.edit({
      ...bio,
      proofs: bio.proofs.map((one, index) => (index === at ? withTitle(one, language, title) : one)),
    });
  }
  return (
    <>
      {draft.value.value.proofs.map(
        (proof, at) =>
          titled(proof) && (
            <TextField
              key={at}
              label={say('bio.fieldIn', {
                field: say('bio.proofNamed', { title: proof.title }),
                language: nameOf(language),
              })}
              value={proof.titles?.[language] ?? ''}
              maxLength={200}
              onInput={(event) => change(at, event.currentTarget.value)}
            />
          ),
      )}
    </>
  );
}
