import { CalendarX2 } from 'lucide';
import type { PublicPage } from '../../shared/public-page.ts';
import { Empty } from '../parts/surface.tsx';
import { About } from './about.tsx';
import { DetailsStep } from './details-step.tsx';
import { Failed, Loading } from './faces.tsx';
import { chosenSlug, loadPage, page, service } from './offers-state.ts';
import { ServiceStep } from './service-step.tsx';
import { step } from './steps-state.ts';
import { TimeStep } from './time-step.tsx';
import { say } from './words.ts';

/** A creator's booking page: who, what, when and how to ask. */
export function Offers({ handle }: { handle: string }) {
  const current = page.value;
  switch (current.type) {
    case 'loading':
      return <Loading />;
    case 'failed':
      return <Failed why={current.why} retry={() => void loadPage(handle, chosenSlug.value)} />;
    case 'ready':
      return <Steps handle={handle} page={current.value} />;
  }
}

function Steps({ handle, page }: { handle: string; page: PublicPage }) {
  const chosen = service.value;
  if (!chosen) {
    return (
      <>
        <Who page={page} />
        <Empty icon={CalendarX2} title={say('offers.empty')}>
          <p>{say('offers.emptyText', { name: page.name })}</p>
        </Empty>
        <About page={page} />
      </>
    );
  }
  switch (step.value) {
    case 'service':
      return (
        <>
          <Who page={page} />
          <ServiceStep page={page} chosen={chosen} />
          <About page={page} />
        </>
      );
    case 'time':
      return <TimeStep handle={handle} page={page} service={chosen} />;
    case 'details':
      return <DetailsStep handle={handle} page={page} service={chosen} />;
  }
}

function Who({ page }: { page: PublicPage }) {
  return (
    <header class="who">
      <h1>
        <bdi>{page.name}</bdi>
      </h1>
      {page.headline && (
        <p class="headline" dir="auto">
          {page.headline}
        </p>
      )}
    </header>
  );
}
