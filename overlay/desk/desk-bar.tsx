import type { IconNode } from 'lucide';
import {
  Ban,
  ClipboardPaste,
  Ellipsis,
  ExternalLink,
  Keyboard,
  LogOut,
  MessageSquareText,
  MessagesSquare,
  Search,
} from 'lucide';
import { Button, IconButton, LinkButton } from '../parts/button.tsx';
import { signOut } from '../parts/login.ts';
import { StateWord } from '../parts/surface.tsx';
import { Wordmark } from '../parts/wordmark.tsx';
import { blocksShown } from './blocking.ts';
import { isChatSeen, mayReadComments, toggleChat } from './chat-place.ts';
import { KEYS } from './keys.ts';
import { paletteShown } from './palette.ts';
import { pasting } from './paste-state.ts';
import { personName } from './person-name.ts';
import { preparedShown } from './prepared.ts';
import { type Room, room } from './room.ts';
import { Sheet } from './sheet.tsx';
import { StageStrip } from './stage-strip.tsx';
import { can, keysShown, view } from './state.ts';
import { sayTeam } from './team-words.ts';
import { say, tongue } from './words.ts';

/** Whose desk this is, whether the show is on, and who sits here: one row, at the bottom where it is used with a thumb. */
export function DeskBar() {
  const current = view.value;
  return (
    <header class="desk-bar">
      <Wordmark />
      <span class="bar-creator one-line quiet">{current?.creator?.name ?? ''}</span>
      <ShowState />
      {can('control-stage') && <StageStrip />}
      <div class="bar-acts">
        <span class="bar-me one-line quiet">{personName(current?.me.name ?? '')}</span>
        <Places />
      </div>
    </header>
  );
}

/** Something of the desk that the bar opens. */
interface Place {
  readonly icon: IconNode;
  readonly label: string;
  /** What opens it by keyboard. */
  readonly key?: string;
  readonly open: () => void;
  /** Where it stands in the bar itself; elsewhere behind its last button. */
  readonly inBar: ReadonlyArray<Room>;
  readonly pressed?: boolean;
}

function placesNow(): Place[] {
  const shows = (signal: { value: boolean }) => () => {
    signal.value = true;
  };
  const places: (Place | false)[] = [
    {
      icon: Search,
      label: sayTeam('palette.title'),
      key: KEYS.palette,
      open: shows(paletteShown),
      inBar: ['dock', 'wide'],
    },
    can('reply') && {
      icon: ClipboardPaste,
      label: say('paste.title'),
      key: KEYS.paste,
      open: shows(pasting),
      inBar: ['dock', 'wide'],
    },
    (can('reply') || can('settings')) && {
      icon: MessageSquareText,
      label: sayTeam('prepared.title'),
      open: shows(preparedShown),
      inBar: ['wide'],
    },
    mayReadComments() && {
      icon: MessagesSquare,
      label: sayTeam('comments.title'),
      pressed: isChatSeen(),
      open: toggleChat,
      inBar: ['phone', 'dock', 'wide'],
    },
    can('block') && { icon: Ban, label: say('block.title'), open: shows(blocksShown), inBar: ['wide'] },
    { icon: Keyboard, label: sayTeam('bar.settings'), key: KEYS.help, open: shows(keysShown), inBar: ['wide'] },
    { icon: LogOut, label: say('signOut'), open: () => void signOut(), inBar: ['wide'] },
  ];
  return places.filter((place) => place !== false);
}

function Places() {
  const places = placesNow();
  const here = room.value;
  const inBar = places.filter((place) => place.inBar.includes(here));
  const behind = places.filter((place) => !place.inBar.includes(here));
  const studio = view.value?.me.role === 'owner';
  return (
    <>
      {studio && here === 'wide' && (
        <a class="bar-studio" href="/studio">
          {say('studio')}
        </a>
      )}
      {inBar.map(({ icon, label, key, open, pressed }) => (
        <IconButton
          key={label}
          size="small"
          icon={icon}
          label={key ? say('act.keyHint', { act: label, key }) : label}
          {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
          onClick={open}
        />
      ))}
      {behind.length > 0 && (
        <Sheet icon={Ellipsis} label={sayTeam('bar.more')}>
          {behind.map(({ icon, label, open }) => (
            <Button key={label} look="plain" size="small" icon={icon} onClick={open}>
              {label}
            </Button>
          ))}
          {studio && (
            <LinkButton look="plain" size="small" icon={ExternalLink} href="/studio">
              {say('studio')}
            </LinkButton>
          )}
        </Sheet>
      )}
    </>
  );
}

function ShowState() {
  const live = view.value?.live;
  if (!live) return null;
  const running = live.session !== null && live.session.endedAt === null;
  if (!running) return <StateWord tone="plain">{say('show.notLive')}</StateWord>;
  const gap = live.gaps.some((each) => each.to === null);
  if (gap) return <StateWord tone="warning">{say('show.gap')}</StateWord>;
  const { viewersNow, viewersPeak } = live.totals;
  const viewers = new Intl.NumberFormat(tongue()).format(viewersNow);
  return (
    <StateWord tone="live">
      {say('show.live')}
      {/* Without a source that counts them there is no number, which is not nobody. */}
      {viewersPeak > 0 && <span class="bar-viewers figures">· {say('show.viewers', { count: viewers })}</span>}
    </StateWord>
  );
}
