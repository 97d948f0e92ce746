import { LANGUAGES } from '../../shared/local-text.ts';
import { Check, SelectField } from '../parts/field.tsx';
import { PasskeysCard } from '../parts/passkeys.tsx';
import { choice, choose } from './held.ts';
import { NoticeSettings } from './notice-settings.tsx';
import { keysShown, speakLanguage } from './state.ts';
import { sayTeam } from './team-words.ts';
import { say, words } from './words.ts';

const NAMES = { en: 'English', de: 'Deutsch', nl: 'Nederlands', nb: 'Norsk' } as const;

/** What each person chooses for the own desk. */
export function DeskSettings() {
  return (
    <section class="desk-settings" aria-label={sayTeam('bar.yours')}>
      <h2>{sayTeam('bar.yours')}</h2>
      <SelectField
        label={say('language')}
        value={words.language.value ?? 'en'}
        onChange={(event) => {
          const wanted = LANGUAGES.find((language) => language === event.currentTarget.value);
          if (wanted) speakLanguage(wanted);
        }}
      >
        {LANGUAGES.map((language) => (
          <option key={language} value={language}>
            {NAMES[language]}
          </option>
        ))}
      </SelectField>
      <Check
        look="switch"
        label={sayTeam('undo.choice')}
        hint={sayTeam('undo.choiceHint')}
        checked={choice.value.undo}
        onChange={(event) => void choose({ undo: event.currentTarget.checked })}
      />
      <NoticeSettings />
      {/* Asked for when it is looked at: most never do. */}
      {keysShown.value && <PasskeysCard page="desk" />}
    </section>
  );
}
