import { Ban, ClipboardPaste, Keyboard, LogOut, MessageSquareText, MessagesSquare, Search } from 'lucide';
import { LANGUAGES } from '../../shared/local-text.ts';
import { IconButton } from '../parts/button.tsx';
import { signOut } from '../parts/login.ts';
import { StateWord } from '../parts/surface.tsx';
import { Wordmark } from '../parts/wordmark.tsx';
import { blocksShown } from './blocking.ts';
import { commentsShown } from './comments.ts';
import { mayReadComments } from './comments-pane.tsx';
import { KEYS } from './keys.ts';
import { paletteShown } from './palette.ts';
import { pasting } from './paste-state.ts';
import { preparedShown } from './prepared.ts';
import { StageStrip } from './stage-strip.tsx';
import { can, keysShown, speakLanguage, view } from './state.ts';
import { sayTeam } from './team-words.ts';
import { say, tongue, words } from './words.ts';

const NAMES = { en: 'English', de: 'Deutsch', nl: 'Nederlands', nb: 'Norsk' } as const;

/** Whose desk this is, whether the show is on, and who sits here. */
export function DeskBar() {
  const current = view.value;
  return (
    <header class="desk-bar">
      <Wordmark />
      <span class="bar-creator one-line quiet">{current?.creator?.name ?? ''}</span>
      <ShowState />
      {can('control-stage') && <StageStrip />}
      <div class="bar-acts">
        <span class="bar-me one-line quiet">{current?.me.name}</span>
        {current?.me.role === 'owner' && (
          <a class="bar-studio" href="/studio">
            {say('studio')}
          </a>
        )}
        <select
          class="control bar-language"
          aria-label={say('language')}
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
        </select>
        <span class="bar-palette">
          <IconButton
            size="small"
            icon={Search}
            label={say('act.keyHint', { act: sayTeam('palette.title'), key: KEYS.palette })}
            onClick={() => {
              paletteShown.value = true;
            }}
          />
        </span>
        {can('reply') && (
          <IconButton
            size="small"
            icon={ClipboardPaste}
            label={say('act.keyHint', { act: say('paste.title'), key: KEYS.paste })}
            onClick={() => {
              pasting.value = true;
            }}
          />
        )}
        {(can('reply') || can('settings')) && (
          <IconButton
            size="small"
            icon={MessageSquareText}
            label={sayTeam('prepared.title')}
            onClick={() => {
              preparedShown.value = true;
            }}
          />
        )}
        {mayReadComments() && (
          <IconButton
            size="small"
            icon={MessagesSquare}
            label={sayTeam('comments.title')}
            aria-pressed={commentsShown.value}
            onClick={() => {
              commentsShown.value = !commentsShown.value;
            }}
          />
        )}
        {can('block') && (
          <IconButton
            size="small"
            icon={Ban}
            label={say('block.title')}
            onClick={() => {
              blocksShown.value = true;
            }}
          />
        )}
        <IconButton
          size="small"
          icon={Keyboard}
          label={say('act.keyHint', { act: say('keys.title'), key: '?' })}
          onClick={() => {
            keysShown.value = true;
          }}
        />
        <IconButton size="small" icon={LogOut} label={say('signOut')} onClick={() => void signOut()} />
      </div>
    </header>
  );
}

function ShowState() {
  const live = view.value?.live;
  if (!live) return null;
  const running = live.session !== null && live.session.endedAt === null;
  if (!running) return <StateWord tone="plain">{say('show.notLive')}</StateWord>;
  const gap = live.gaps.some((each) => each.to === null);
  if (gap) return <StateWord tone="warning">{say('show.gap')}</StateWord>;
  const viewers = new Intl.NumberFormat(tongue()).format(live.totals.viewersNow);
  return (
    <StateWord tone="live">
      {say('show.live')}
      <span class="bar-viewers figures">· {say('show.viewers', { count: viewers })}</span>
    </StateWord>
  );
}
