import { CalendarX2 } from 'lucide';
import { useEffect } from 'preact/hooks';
import { bioIn } from '../../shared/bio-text.ts';
import type { PublicPage } from '../../shared/public-page.ts';
import { Empty } from '../parts/surface.tsx';
import { About } from './about.tsx';
import { CodeUnknown } from './code-field.tsx';
import { Failed, Loading } from './faces.tsx';
import { later } from './later.tsx';
import { chosenSlug, loadPage, namedProduct, page, service } from './offers-state.ts';
import { Products } from './products.tsx';
import { ServiceStep } from './service-step.tsx';
import { step } from './steps-state.ts';
import { say, spoken } from './words.ts';

// The first screen is there before these are; they are fetched right after it, and before anybody asks for them.
const timeStep = later(async () => (await import('./time-step.tsx')).TimeStep);
const detailsStep = later(async () => (await import('./details-step.tsx')).DetailsStep);

/** A creator's booking page: who, what, when and how to ask. */
export function Offers({ handle }: { handle: string }) {
  const current = page.value;
  switch (current.type) {
    case 'loading':
      return <Loading whole />;
    case 'failed':
      return <Failed why={current.why} retry={() => void loadPage(handle, chosenSlug.value)} />;
    case 'ready':
      return <Steps handle={handle} page={current.value} />;
  }
}

function Steps({ handle, page }: { handle: string; page: PublicPage }) {
  const chosen = service.value;
  useEffect(() => {
    timeStep.fetch();
    detailsStep.fetch();
  }, []);
  if (!chosen) {
    return (
      <>
        <Who page={page} />
        {page.services.length > 0 ? (
          <Products page={page} />
        ) : (
          <Empty icon={CalendarX2} title={say('offers.empty')}>
            <p>{say('offers.emptyText', { name: page.name })}</p>
          </Empty>
        )}
        <About page={page} />
      </>
    );
  }
  switch (step.value) {
    case 'service':
      return (
        <>
          <Who page={page} />
          <CodeUnknown />
          {namedProduct.value && <Products page={page} />}
          <ServiceStep page={page} chosen={chosen} />
          <About page={page} />
        </>
      );
    case 'time':
      return <timeStep.Part handle={handle} page={page} service={chosen} />;
    case 'details':
      return <detailsStep.Part handle={handle} page={page} service={chosen} />;
  }
}

function Who({ page }: { page: PublicPage }) {
  const { portrait } = page;
  const { headline } = bioIn(page, spoken());
  return (
    <header class="who">
      {portrait && (
        // Said by the heading beside it. It may be ten times the rest of the page: it comes after what books.
        <img class="portrait" src={portrait.url} width={88} height={88} alt="" decoding="async" fetchpriority="low" />
      )}
      <div>
        <h1>
          <bdi>{page.name}</bdi>
        </h1>
        {headline && (
          <p class="headline" dir="auto">
            {headline}
          </p>
        )}
      </div>
    </header>
  );
}
