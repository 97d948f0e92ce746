import { LogOut, Pause, Play } from 'lucide';
import { LANGUAGES } from '../../shared/local-text.ts';
import { ask } from '../parts/ask.ts';
import { Button, IconButton } from '../parts/button.tsx';
import { signOut } from '../parts/login.ts';
import { Wordmark } from '../parts/wordmark.tsx';
import { useAct } from './model/act.ts';
import { refusalText } from './model/refused.tsx';
import { noteLanguageChosen, view } from './model/state.ts';
import { say, words } from './model/words.ts';

/** Each language by its own name, so that it is found by who reads no other. */
const NAMES = { en: 'English', de: 'Deutsch', nl: 'Nederlands', nb: 'Norsk' } as const;

let chosen: Promise<unknown> = Promise.resolve();

/** Two that are chosen one after the other reach the server in that order. */
function choose(language: string): void {
  noteLanguageChosen();
  chosen = chosen.then(() => ask('PUT', '/settings', { language }));
}

/** Name, language, and the one switch that must never move: pause of the scene automation. */
export function Header() {
  const name = view.value?.bio?.name ?? say('title');
  return (
    <header class="studio-head">
      <div class="head-mark" title={name}>
        <Wordmark />
        <span class="quiet head-creator one-line">{name}</span>
      </div>
      <div class="head-acts">
        <label class="head-language">
          <span class="unseen">{say('head.language')}</span>
          <select
            class="control"
            value={words.language.value ?? 'en'}
            onChange={(event) => choose(event.currentTarget.value)}
          >
            {LANGUAGES.map((language) => (
              <option key={language} value={language}>
                {NAMES[language]}
              </option>
            ))}
          </select>
        </label>
        <PauseButton />
        <IconButton icon={LogOut} label={say('head.signOut')} onClick={() => void signOut()} />
      </div>
    </header>
  );
}

function PauseButton() {
  const act = useAct();
  const obs = view.value?.obs;
  if (!obs) return null;
  const paused = obs.automation === 'paused';
  return (
    <div class="head-pause">
      <Button
        look={paused ? 'primary' : 'quiet'}
        icon={paused ? Play : Pause}
        disabled={obs.automation === 'off' || act.busy}
        onClick={() => void act.run('POST', paused ? '/obs/resume' : '/obs/pause')}
      >
        <span class="head-pause-long">{say(paused ? 'head.resume' : 'head.pause')}</span>
        <span class="head-pause-short" aria-hidden="true">
          {say(paused ? 'head.resumeShort' : 'head.pauseShort')}
        </span>
      </Button>
      {act.refused && (
        <p class="head-pause-note small" role="alert">
          {refusalText(act.refused)}
        </p>
      )}
    </div>
  );
}
