import { ChevronLeft, Printer } from 'lucide';
import { inLanguage } from '../../shared/local-text.ts';
import type { ThreadView } from '../../shared/thread-view.ts';
import type { Instant } from '../../shared/time.ts';
import { format } from '../../shared/time-words.ts';
import { Button } from '../parts/button.tsx';
import { Fact } from './fact.tsx';
import { useOpened } from './opened.ts';
import { Paid, sayPlace } from './thread-facts.tsx';
import { sayPrice, saySpan, sayZone } from './times.ts';
import { say, spoken, timesTag, tongueOf } from './words.ts';

/** The day with its year: paper is read much later. */
function sayDate(at: Instant, zone: string): string {
  return format(at, zone, timesTag(), { dateStyle: 'full' });
}

/** The booking as a sheet to print or to keep as a PDF: the browser makes it, so nothing of it leaves the page. */
export function Receipt({ view, close }: { view: ThreadView; close: () => void }) {
  const opened = useOpened<HTMLDivElement>('start');
  return (
    <div class="stack outcome" tabIndex={-1} ref={opened}>
      <div class="apart not-printed">
        <Button look="plain" icon={ChevronLeft} onClick={close}>
          {say('back')}
        </Button>
        <Button icon={Printer} onClick={() => print()}>
          {say('receipt.print')}
        </Button>
      </div>
      <article class="card receipt">
        <h1>{say('receipt.title')}</h1>
        <dl class="facts">
          <Who view={view} />
          <What view={view} />
        </dl>
        <p class="small quiet">{say('receipt.note')}</p>
      </article>
    </div>
  );
}

function Who({ view }: { view: ThreadView }) {
  return (
    <>
      <Fact name={say('facts.number')}>
        <b class="figures">{view.number}</b>
      </Fact>
      <Fact name={say('receipt.for')}>
        <span dir="auto">{view.name}</span>
      </Fact>
      <Fact name={say('receipt.with')}>
        <span dir="auto">{view.creator.name}</span> (@{view.creator.handle})
      </Fact>
    </>
  );
}

function What({ view }: { view: ThreadView }) {
  return (
    <>
      <Fact name={say('receipt.service')}>
        <span dir="auto" lang={tongueOf(view.service.title)}>
          {inLanguage(view.service.title, spoken())}
        </span>
      </Fact>
      {view.start && (
        <Fact name={say('receipt.when')}>
          <span class="figures">
            {sayDate(view.start, view.zone)}, {saySpan(view.start, view.end, view.zone)} (
            {sayZone(view.zone, view.start)})
          </span>
        </Fact>
      )}
      {view.place && <Fact name={say('facts.place')}>{sayPlace(view.place)}</Fact>}
      <Fact name={say('facts.price')}>
        <span class="figures">{sayPrice(view.price)}</span>
      </Fact>
      {view.deposit && (
        <Fact name={say('facts.deposit')}>
          <span class="figures">{sayPrice(view.deposit.amount)}</span>
        </Fact>
      )}
      <Paid view={view} />
      <Fact name={say('receipt.booked')}>
        <span class="figures">{sayDate(view.createdAt, view.zone)}</span>
      </Fact>
    </>
  );
}
