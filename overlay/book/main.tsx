import './fonts.css';
import '../theme/primitives.css';
import './book.css';
import './about.css';
import './days.css';
import './steps.css';
import './calendar.css';
import { render } from 'preact';
import { claimWhenReady } from './claim.ts';
import { Missing, Opening } from './faces.tsx';
import { later } from './later.tsx';
import { Offers } from './offers.tsx';
import { loadPage } from './offers-state.ts';
import { resume } from './resume.ts';
import { routeOf } from './route.ts';
import { isSentMarked } from './sent-mark.ts';
import { Shell } from './shell.tsx';
import { followHistory } from './steps-state.ts';
import { takeVia } from './via.ts';
import { startingLanguage, words } from './words.ts';

const route = routeOf(location.pathname);
const thread = later(async () => (await import('./thread.tsx')).Thread, isSentMarked() ? Opening : undefined);

function Page() {
  switch (route.type) {
    case 'offers':
      return <Offers handle={route.handle} />;
    case 'thread':
      return <thread.Part secret={route.secret} />;
    case 'nowhere':
      return <Missing />;
  }
}

async function start(): Promise<void> {
  if (route.type === 'offers') {
    takeVia(route.handle);
    followHistory(resume());
    claimWhenReady();
    void loadPage(route.handle, route.service);
  }
  if (route.type === 'thread') thread.fetch();
  await words.speak(startingLanguage());
  const root = document.getElementById('book');
  if (root) {
    render(
      <Shell>
        <Page />
      </Shell>,
      root,
    );
  }
}

void start();
