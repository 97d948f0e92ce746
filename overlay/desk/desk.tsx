import { useEffect } from 'preact/hooks';
import { login } from '../parts/login.ts';
import { showWords } from '../parts/show-words.ts';
import { SignInPage } from '../parts/sign-in.tsx';
import { Skeleton } from '../parts/surface.tsx';
import { clock } from '../parts/time-words.ts';
import { BlocksPanel } from './blocks-panel.tsx';
import { isChatSeen } from './chat-place.ts';
import { CommentsPane } from './comments-pane.tsx';
import { Context } from './context.tsx';
import { DeskBar } from './desk-bar.tsx';
import { listenToKeys } from './keyboard.ts';
import { KeysHelp } from './keys-help.tsx';
import { barShown } from './marks.ts';
import { PalettePanel } from './palette-panel.tsx';
import { PastePanel } from './paste-panel.tsx';
import { PreparedPanel } from './prepared-panel.tsx';
import { queueWords } from './queue-words.ts';
import { RequestList } from './request-list.tsx';
import { isSceneDock, SceneDock } from './scene-dock.tsx';
import { SceneStrip } from './scene-strip.tsx';
import { StageNotices } from './stage-strip.tsx';
import { details, fresh, heardAt, requests, selectedId, view } from './state.ts';
import { TeamNotices } from './team-notices.tsx';
import { teamWords } from './team-words.ts';
import { Thread } from './thread.tsx';
import { togetherWords } from './together-words.ts';
import { UndoBar } from './undo-bar.tsx';
import { say, tongue, words } from './words.ts';
import './desk.css';
import './stage-strip.css';
import './list.css';
import './context.css';
import './thread.css';
import './answer.css';
import './doors.css';
import './team.css';
import './speed.css';

/** The whole desk: the sign-in page, or list, conversation and details beside each other, one at a time where it is narrow. */
export function Desk() {
  useEffect(listenToKeys, []);
  if ([words, showWords, teamWords, queueWords, togetherWords].some(({ language }) => language.value === null))
    return null;
  document.title = titleOf();
  const state = login.value;
  if (state.type === 'out' || (state.type === 'away' && !view.value)) return <SignInPage page="desk" state={state} />;
  if (isSceneDock) return <SceneDock />;
  const pane = selectedId.value === null ? 'list' : details.value ? 'context' : 'thread';
  const chat = isChatSeen();
  return (
    <div class="desk" data-pane={pane} data-bulk={barShown.value} data-comments={chat}>
      <DeskBar />
      <StageNotices />
      <SceneStrip />
      <TeamNotices />
      {view.value && !fresh.value && <Offline />}
      <main class="panes">
        <RequestList />
        {view.value ? (
          <>
            <Thread />
            {chat ? <CommentsPane /> : <Context />}
          </>
        ) : (
          <div class="pane pane-thread">
            <Skeleton lines={5} label={say('offline.connecting')} />
          </div>
        )}
      </main>
      <UndoBar />
      <KeysHelp />
      <PastePanel />
      <BlocksPanel />
      <PreparedPanel />
      <PalettePanel />
    </div>
  );
}

/** The number of the unread stands first, where a narrow tab still shows it. */
function titleOf(): string {
  const unread = requests.value.filter(
    ({ unread, news, state }) => (unread || news !== null) && state !== 'spam',
  ).length;
  return `${unread > 0 ? `(${unread}) ` : ''}${say('title')} · Cuedesk`;
}

/** That what is shown is old, and since when. */
function Offline() {
  return (
    <div class="offline-bar" role="alert">
      <strong>{say('offline.title')}</strong>
      <span>{say('offline.text', { clock: clock(heardAt.value, view.value?.creator?.zone, tongue()) })}</span>
    </div>
  );
}
