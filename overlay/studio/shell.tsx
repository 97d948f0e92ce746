import type { IconNode } from 'lucide';
import {
  BriefcaseBusiness,
  CalendarClock,
  Clapperboard,
  Globe,
  IdCard,
  LayoutDashboard,
  Mail,
  MessageCircleMore,
  MessageSquareQuote,
  MessagesSquare,
  MonitorPlay,
  Palette,
  Radio,
  Ticket,
} from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../parts/icon.tsx';
import { login } from '../parts/login.ts';
import { passkeyWords } from '../parts/passkey-words.ts';
import { showWords } from '../parts/show-words.ts';
import { SignInPage } from '../parts/sign-in.tsx';
import { Notice, Skeleton } from '../parts/surface.tsx';
import { LookSection } from './editor/look-section.tsx';
import { Header } from './header.tsx';
import { LiveStrip, ShowFacts } from './live-strip.tsx';
import { editorWords } from './model/editor-words.ts';
import { useHeadHeight } from './model/head-height.ts';
import { useMoreAside } from './model/more-aside.ts';
import { offerWords } from './model/offer-words.ts';
import { peopleWords } from './model/people-words.ts';
import { fresh, type Section, section, view } from './model/state.ts';
import { say, words } from './model/words.ts';
import { AddressSection } from './sections/address.tsx';
import { BioSection } from './sections/bio.tsx';
import { ChatWordSection } from './sections/chat-word.tsx';
import { CodesSection } from './sections/codes.tsx';
import { DeskSection } from './sections/desk.tsx';
import { FeedSection } from './sections/feed.tsx';
import { HoursSection } from './sections/hours.tsx';
import { MailSection } from './sections/mail.tsx';
import { OverviewSection } from './sections/overview.tsx';
import { ScenesSection } from './sections/scenes.tsx';
import { ServicesSection } from './sections/services.tsx';
import { StageSection } from './sections/stage.tsx';
import { TikTokSection } from './sections/tiktok.tsx';
import './shell.css';
import './head.css';
import './strip.css';
import './show-bar.css';
import './sections.css';
import './overview.css';
import './rehearsal.css';
import './scenes.css';
import './booking.css';
import './codes.css';
import './mail.css';
import './offers.css';

const ICONS: Readonly<Record<Section, IconNode>> = {
  overview: LayoutDashboard,
  feed: Radio,
  stage: MonitorPlay,
  look: Palette,
  scenes: Clapperboard,
  bio: IdCard,
  services: BriefcaseBusiness,
  hours: CalendarClock,
  address: Globe,
  codes: Ticket,
  mail: Mail,
  chat: MessageSquareQuote,
  tiktok: MessageCircleMore,
  desk: MessagesSquare,
};
const GROUPS = [
  { name: 'show', sections: ['overview', 'feed', 'stage', 'look', 'scenes'] },
  { name: 'booking', sections: ['bio', 'services', 'hours', 'address', 'codes', 'mail', 'chat', 'tiktok'] },
  { name: 'team', sections: ['desk'] },
] as const;

/** The whole studio: the sign-in page, or header, live strip, navigation and one section. */
export function Shell() {
  if (
    [words, editorWords, offerWords, peopleWords, passkeyWords, showWords].some(
      ({ language }) => language.value === null,
    )
  )
    return null;
  document.title = `${say('title')} · Cuedesk`;
  const state = login.value;
  const moderator = state.type === 'in' && state.member.role !== 'owner';
  if (moderator || state.type === 'out' || (state.type === 'away' && !view.value))
    return <SignInPage page="studio" state={state} />;
  return (
    <div class="studio">
      <Top />
      <ShowFacts />
      <Navigation />
      <main class="studio-main">
        {view.value && !fresh.value && (
          <Notice tone="warning" title={say('offline.title')}>
            <p>{say('offline.text')}</p>
          </Notice>
        )}
        {view.value ? <Open section={section.value} /> : <Skeleton lines={6} label={say('offline.loading')} />}
      </main>
    </div>
  );
}

function Top() {
  const top = useRef<HTMLDivElement>(null);
  useHeadHeight(top);
  return (
    <div class="studio-top" ref={top}>
      <Header />
      <LiveStrip />
    </div>
  );
}

function Navigation() {
  const bar = useRef<HTMLElement>(null);
  const open = section.value;
  const more = useMoreAside(bar);
  useEffect(() => {
    // A section is read from its top, however far the one before was scrolled.
    scrollTo(0, 0);
    const box = bar.current;
    // On a phone the bar is longer than the screen: the open section's link comes into it. Elsewhere that would move the page.
    if (box && box.scrollWidth > box.clientWidth)
      box.querySelector(`[href="#${open}"]`)?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [open]);
  return (
    <nav class="studio-nav" aria-label={say('nav.label')} data-more={more} ref={bar}>
      {GROUPS.map((group) => (
        <div class="nav-group" key={group.name}>
          <p class="nav-group-name">{say(`nav.${group.name}`)}</p>
          {group.sections.map((name) => (
            <a
              key={name}
              class="nav-link"
              href={`#${name}`}
              {...(open === name ? { 'aria-current': 'page' as const } : {})}
            >
              <Icon node={ICONS[name]} size={18} />
              {say(`nav.${name}`)}
            </a>
          ))}
        </div>
      ))}
    </nav>
  );
}

function Open({ section: open }: { section: Section }) {
  switch (open) {
    case 'overview':
      return <OverviewSection />;
    case 'feed':
      return <FeedSection />;
    case 'stage':
      return <StageSection />;
    case 'look':
      return <LookSection />;
    case 'scenes':
      return <ScenesSection />;
    case 'bio':
      return <BioSection />;
    case 'services':
      return <ServicesSection />;
    case 'hours':
      return <HoursSection />;
    case 'address':
      return <AddressSection />;
    case 'codes':
      return <CodesSection />;
    case 'mail':
      return <MailSection />;
    case 'chat':
      return <ChatWordSection />;
    case 'tiktok':
      return <TikTokSection />;
    case 'desk':
      return <DeskSection />;
  }
}
