import { Languages } from 'lucide';
import type { ComponentChildren } from 'preact';
import { LANGUAGES } from '../../shared/local-text.ts';
import { Icon } from '../parts/icon.tsx';
import { pending } from './pending.ts';
import { chooseSpoken, say, spoken } from './words.ts';

/** Each language by its own name, for those who cannot read the one that is on. */
const NAMES = { en: 'English', de: 'Deutsch', nl: 'Nederlands', nb: 'Norsk' } as const;

/** The frame of every viewers' page: one column, with the language at its end. */
export function Shell({ children }: { children: ComponentChildren }) {
  return (
    <div class="shell">
      <main class="column">{children}</main>
      {!pending.value && <Foot />}
    </div>
  );
}

function Foot() {
  return (
    <footer class="foot">
      <label class="language">
        <Icon node={Languages} size={18} />
        <span class="unseen">{say('language')}</span>
        <select
          value={spoken()}
          onChange={(event) => {
            const wanted = LANGUAGES.find((language) => language === event.currentTarget.value);
            if (wanted) void chooseSpoken(wanted);
          }}
        >
          {LANGUAGES.map((language) => (
            <option key={language} value={language} lang={language}>
              {NAMES[language]}
            </option>
          ))}
        </select>
      </label>
      <span>Cuedesk</span>
    </footer>
  );
}
