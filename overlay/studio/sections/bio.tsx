import { useMemo, useState } from 'preact/hooks';
import type { Bio } from '../../../shared/booking.ts';
import { countriesIn } from '../../../shared/countries.ts';
import { ask } from '../../parts/ask.ts';
import { Check, SelectField, TextArea, TextField } from '../../parts/field.tsx';
import { countryAt } from '../../parts/zone-countries.ts';
import { type Draft, draftOf } from '../model/draft.ts';
import { readHandle, readList } from '../model/fields.ts';
import { keptBio } from '../model/kept-drafts.ts';
import { faultOf } from '../model/refused.tsx';
import { view } from '../model/state.ts';
import { say, tongue } from '../model/words.ts';
import { BioTranslations } from './bio-translations.tsx';
import { Eligibility } from './eligibility.tsx';
import { Pictures } from './pictures.tsx';
import { Proofs, titled } from './proofs.tsx';
import { SaveState } from './save-state.tsx';
import { SectionHead } from './section-head.tsx';
import { SpokenLanguages } from './spoken-languages.tsx';

/** The service bio as a form that saves itself, beside the list that says what is missing to publish it. */
export function BioSection() {
  const [draft] = useState(() => keptBio(() => bioDraft(view.peek()?.bio ?? null)));
  return (
    <div class="section">
      <SectionHead title={say('bio.title')} text={say('bio.text')} />
      <div class="form-and-side">
        <div class="card stack">
          <Basics draft={draft} />
          <hr class="rule" />
          <Pictures draft={draft} />
          <hr class="rule" />
          <Proofs draft={draft} />
          <SaveState draft={draft} names={(path) => (isNamed(path) ? say(`bio.${path}`) : path)} />
        </div>
        <Eligibility beforePublish={() => draft.flush()} />
      </div>
    </div>
  );
}

function isNamed(path: string): path is 'handle' | 'name' | 'region' {
  return path === 'handle' || path === 'name' || path === 'region';
}

function bioDraft(bio: Bio | null): Draft<Bio> {
  return draftOf<Bio>({
    initial: bio ?? emptyBio(),
    save: (value) => ask('PUT', '/bio', { ...value, proofs: value.proofs.filter(titled) }),
    missing: (value) => [
      ...(value.handle === '' ? ['handle'] : []),
      ...(value.name.trim() === '' ? ['name'] : []),
      ...(/^[A-Z]{2}$/.test(value.region) ? [] : ['region']),
    ],
  });
}

/** What a new bio starts from: the handle of the feed, and the zone and country of this browser. */
function emptyBio(): Bio {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return {
    handle: view.value?.settings.tiktokHandle?.replace(/^@/, '') ?? '',
    name: '',
    headline: '',
    about: '',
    skills: [],
    translations: {},
    languages: [view.value?.settings.language ?? 'en'],
    // The country decides what needs a licence, and `en-US` is the language of computers everywhere.
    region: countryAt(zone, navigator.language) ?? '',
    zone,
    proofs: [],
    adult: false,
    followers: 0,
    portrait: null,
    pictures: [],
  };
}

function Basics({ draft }: { draft: Draft<Bio> }) {
  const value = draft.value.value;
  const state = draft.state.value;
  const refused = state.type === 'refused' ? state.refused : null;
  const change = (part: Partial<Bio>) => draft.edit({ ...draft.value.peek(), ...part });
  return (
    <>
      <div class="two-tight">
        <TextField
          label={say('bio.handle')}
          hint={say('bio.handleHint')}
          value={value.handle}
          error={faultOf(refused, 'handle')}
          autocapitalize="none"
          spellcheck={false}
          onInput={(event) => change({ handle: readHandle(event.currentTarget.value) })}
        />
        <TextField
          label={say('bio.name')}
          hint={say('bio.nameHint')}
          value={value.name}
          error={faultOf(refused, 'name')}
          maxLength={80}
          onInput={(event) => change({ name: event.currentTarget.value })}
        />
      </div>
      <TextArea
        label={say('bio.headline')}
        rows={2}
        hint={say('bio.headlineHint')}
        value={value.headline}
        error={faultOf(refused, 'headline')}
        maxLength={120}
        onInput={(event) => change({ headline: event.currentTarget.value.replace(/\s*\n\s*/g, ' ') })}
      />
      <TextArea
        label={say('bio.about')}
        value={value.about}
        error={faultOf(refused, 'about')}
        maxLength={4000}
        onInput={(event) => change({ about: event.currentTarget.value })}
      />
      <Lists draft={draft} />
      <BioTranslations draft={draft} />
      <Place draft={draft} />
    </>
  );
}

/** Skills are typed as words with commas; they are read when the field is left, so that a comma can be typed. */
function Lists({ draft }: { draft: Draft<Bio> }) {
  const state = draft.state.value;
  const refused = state.type === 'refused' ? state.refused : null;
  const change = (part: Partial<Bio>) => draft.edit({ ...draft.value.peek(), ...part });
  return (
    <div class="two-tight">
      <TextField
        label={say('bio.skills')}
        hint={say('bio.skillsHint')}
        error={faultOf(refused, 'skills')}
        value={draft.value.value.skills.join(', ')}
        onChange={(event) => change({ skills: readList(event.currentTarget.value) })}
      />
      <SpokenLanguages
        tags={draft.value.value.languages}
        error={faultOf(refused, 'languages')}
        onChange={(languages) => change({ languages })}
      />
    </div>
  );
}

function Place({ draft }: { draft: Draft<Bio> }) {
  const value = draft.value.value;
  const state = draft.state.value;
  const refused = state.type === 'refused' ? state.refused : null;
  const change = (part: Partial<Bio>) => draft.edit({ ...draft.value.peek(), ...part });
  return (
    <>
      <div class="three-tight">
        <CountryField
          code={value.region}
          error={faultOf(refused, 'region')}
          onChange={(region) => change({ region })}
        />
        <TextField
          label={say('bio.zone')}
          value={value.zone}
          error={faultOf(refused, 'zone')}
          list="zones"
          onChange={(event) => change({ zone: event.currentTarget.value })}
        />
        <TextField
          label={say('bio.followers')}
          hint={say('bio.followersHint')}
          type="number"
          min={0}
          error={faultOf(refused, 'followers')}
          value={String(value.followers)}
          onInput={(event) => change({ followers: Math.max(0, Math.trunc(Number(event.currentTarget.value) || 0)) })}
        />
      </div>
      <ZoneList />
      <Check
        label={say('bio.adult')}
        checked={value.adult}
        onChange={(event) => change({ adult: event.currentTarget.checked })}
      />
    </>
  );
}

interface CountryProps {
  code: string;
  error: string | null;
  onChange: (code: string) => void;
}

function CountryField({ code, error, onChange }: CountryProps) {
  const language = tongue();
  const countries = useMemo(() => countriesIn(language), [language]);
  return (
    <SelectField
      label={say('bio.region')}
      hint={say('bio.regionHint')}
      error={error}
      value={code}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      <option value="">{say('bio.regionNone')}</option>
      {countries.map((country) => (
        <option key={country.code} value={country.code}>
          {country.name}
        </option>
      ))}
    </SelectField>
  );
}

/** The zones this browser knows, as suggestions; older browsers have no list and take what is typed. */
export function ZoneList() {
  const zones = typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : [];
  return (
    <datalist id="zones">
      {zones.map((zone) => (
        <option key={zone} value={zone} />
      ))}
    </datalist>
  );
}
