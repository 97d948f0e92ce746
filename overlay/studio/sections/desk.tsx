import { LinkButton } from '../../parts/button.tsx';
import { PasskeysCard } from '../../parts/passkeys.tsx';
import { StandingWord } from '../model/standing.tsx';
import { view } from '../model/state.ts';
import { queueStanding } from '../model/strip.ts';
import { say } from '../model/words.ts';
import { DeskOutsideCard } from './desk-outside.tsx';
import { Invite } from './invite.tsx';
import { LogOfActs } from './log-of-acts.tsx';
import { OwnSignInCard } from './own-sign-in.tsx';
import { PeopleCard } from './people.tsx';
import { RetentionCard } from './retention.tsx';
import { SectionHead } from './section-head.tsx';

/** The way to the desk, for the streamer, for a dock in OBS, and for a moderator by a link that ends. */
export function DeskSection() {
  const queue = view.value?.queue;
  if (!queue) return null;
  const waiting = queue.unanswered > 0 ? say('desk.waiting', { count: queue.unanswered }) : say('desk.waitingNone');
  return (
    <div class="section">
      <SectionHead title={say('desk.title')} text={say('desk.text')} />
      <div class="two">
        <section class="card stack">
          <StandingWord standing={queueStanding(queue)}>{waiting}</StandingWord>
          <div>
            <LinkButton look="primary" href="/desk">
              {say('desk.open')}
            </LinkButton>
          </div>
          <hr class="rule" />
          <div class="stack gap-2">
            <h2>{say('desk.dock')}</h2>
            <p class="quiet small">{say('desk.dockText')}</p>
          </div>
        </section>
        <Invite />
      </div>
      <PeopleCard />
      <LogOfActs />
      <RetentionCard />
      <DeskOutsideCard />
      <OwnSignInCard />
      <PasskeysCard page="studio" />
    </div>
  );
}
