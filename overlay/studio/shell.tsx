import type { IconNode } from 'lucide';
import {
  BriefcaseBusiness,
  CalendarClock,
  Clapperboard,
  Globe,
  IdCard,
  LayoutDashboard,
  MessagesSquare,
  MonitorPlay,
  Radio,
} from 'lucide';
import { Icon } from '../parts/icon.tsx';
import { login } from '../parts/login.ts';
import { SignInPage } from '../parts/sign-in.tsx';
import { Notice, Skeleton } from '../parts/surface.tsx';
import { Header } from './header.tsx';
import { LiveStrip } from './live-strip.tsx';
import { AddressSection } from './sections/address.tsx';
import { BioSection } from './sections/bio.tsx';
import { DeskSection } from './sections/desk.tsx';
import { FeedSection } from './sections/feed.tsx';
import { HoursSection } from './sections/hours.tsx';
import { OverviewSection } from './sections/overview.tsx';
import { ScenesSection } from './sections/scenes.tsx';
import { ServicesSection } from './sections/services.tsx';
import { StageSection } from './sections/stage.tsx';
import { fresh, type Section, section, view } from './state.ts';
import { say, words } from './words.ts';
import './shell.css';
import './strip.css';
import './sections.css';
import './overview.css';
import './scenes.css';
import './booking.css';

const ICONS: Readonly<Record<Section, IconNode>> = {
  overview: LayoutDashboard,
  feed: Radio,
  stage: MonitorPlay,
  scenes: Clapperboard,
  bio: IdCard,
  services: BriefcaseBusiness,
  hours: CalendarClock,
  address: Globe,
  desk: MessagesSquare,
};
const GROUPS = [
  { name: 'show', sections: ['overview', 'feed', 'stage', 'scenes'] },
  { name: 'booking', sections: ['bio', 'services', 'hours', 'address'] },
  { name: 'team', sections: ['desk'] },
] as const;

/** The whole studio: the sign-in page, or header, live strip, navigation and one section. */
export function Shell() {
  if (words.language.value === null) return null;
  document.title = `${say('title')} · Cuedesk`;
  const state = login.value;
  if (state.type === 'out' || (state.type === 'away' && !view.value)) return <SignInPage page="studio" state={state} />;
  return (
    <div class="studio">
      <div class="studio-top">
        <Header />
        <LiveStrip />
      </div>
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

function Navigation() {
  return (
    <nav class="studio-nav" aria-label={say('nav.label')}>
      {GROUPS.map((group) => (
        <div class="nav-group" key={group.name}>
          <p class="nav-group-name">{say(`nav.${group.name}`)}</p>
          {group.sections.map((name) => (
            <a
              key={name}
              class="nav-link"
              href={`#${name}`}
              {...(section.value === name ? { 'aria-current': 'page' as const } : {})}
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
    case 'desk':
      return <DeskSection />;
  }
}
