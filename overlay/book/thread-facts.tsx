import './facts.css';
import { CreditCard, Phone, Video } from 'lucide';
import type { Place } from '../../shared/offer-terms.ts';
import { isClosed } from '../../shared/request-states.ts';
import type { ThreadView } from '../../shared/thread-view.ts';
import { LinkButton } from '../parts/button.tsx';
import { Fact } from './fact.tsx';
import { ThreadEmail } from './thread-email.tsx';
import { sayPrice, sayWhen } from './times.ts';
import { say } from './words.ts';

/** What was agreed on: place, price, what is to be paid before and to whom, and what the viewer answered. */
export function ThreadFacts({ secret, view }: { secret: string; view: ThreadView }) {
  return (
    <section class="card" aria-labelledby="facts-title">
      <h2 id="facts-title" class="facts-title">
        {say(isAppointment(view) ? 'facts.title' : 'facts.titleAsk')}
      </h2>
      <dl class="facts">
        {view.place && (
          <Fact name={say('facts.place')}>
            {sayPlace(view.place)}
            <WayIn view={view} place={view.place} />
          </Fact>
        )}
        {view.service.capacity > 1 && (
          <Fact name={say('terms.group')}>{say('terms.groupText', { count: view.service.capacity })}</Fact>
        )}
        <Fact name={say('facts.price')}>
          <span class="figures">{sayPrice(view.price)}</span>
        </Fact>
        {view.deposit && (!isClosed(view) || isOff(view)) && <Deposit view={view} deposit={view.deposit} />}
        <Paid view={view} />
        {view.answers.map(({ question, answer }) => (
          <Fact key={question} name={question}>
            <span class="answer" dir="auto">
              {answer}
            </span>
          </Fact>
        ))}
        <ThreadEmail secret={secret} view={view} />
        <Fact name={say('receipt.booked')}>
          <span class="figures">{sayWhen(view.createdAt, view.zone)}</span>
        </Fact>
        <Fact name={say('facts.number')}>
          <span class="figures">{view.number}</span>
        </Fact>
      </dl>
    </section>
  );
}

/** Whether it is, or was to the end, an appointment: both sides had agreed on it. What is asked for anew after one is not. */
export function isAppointment({ state, wasBooked }: ThreadView): boolean {
  if (state === 'cancelled') return wasBooked;
  return state === 'booked' || state === 'called-off' || state === 'done' || state === 'no-show';
}

/** "Video call", "On site: Berlin". */
export function sayPlace(place: Place): string {
  if (place.type === 'on-site') return say('facts.onSite', { area: place.area });
  return say(`facts.${place.type}`);
}

/** The link or number by which the two meet: there once it is booked, and for this viewer alone. */
function WayIn({ view, place }: { view: ThreadView; place: Place }) {
  const { state } = view;
  if (isClosed(view)) return null;
  if (place.type === 'video') {
    if (state !== 'booked') return <p class="small quiet">{say('facts.later')}</p>;
    if (!place.joinUrl) return <p class="small quiet">{say('facts.linkComes', { name: view.creator.name })}</p>;
    return (
      <LinkButton look="primary" icon={Video} href={place.joinUrl} target="_blank" rel="noreferrer noopener">
        {say('facts.join')}
      </LinkButton>
    );
  }
  if (place.type !== 'phone' || state !== 'booked') return null;
  if (!place.phone) return <p class="small quiet">{say('facts.callsYou', { name: view.creator.name })}</p>;
  return (
    <LinkButton icon={Phone} href={`tel:${place.phone.replace(/[^\d+]/g, '')}`}>
      {say('facts.call', { phone: place.phone })}
    </LinkButton>
  );
}

/** One side has ended it; what was agreed on may still have to be settled. */
function isOff({ state }: ThreadView): boolean {
  return state === 'cancelled' || state === 'called-off';
}

function Deposit({ view, deposit }: { view: ThreadView; deposit: NonNullable<ThreadView['deposit']> }) {
  const amount = sayPrice(deposit.amount);
  return (
    <Fact name={say('facts.deposit')}>
      <span class="figures">{amount}</span>
      <p class="small quiet">
        {say(isOff(view) ? 'facts.depositOff' : 'facts.depositText', { name: view.creator.name })}
      </p>
      {deposit.paymentUrl && (
        <LinkButton icon={CreditCard} href={deposit.paymentUrl} target="_blank" rel="noreferrer noopener">
          {say('facts.pay', { amount })}
        </LinkButton>
      )}
      {view.state !== 'booked' && !isClosed(view) && <p class="small quiet">{say('facts.depositLater')}</p>}
    </Fact>
  );
}

/** No program saw the money come: the words say who says so. */
export function Paid({ view }: { view: ThreadView }) {
  return view.paid ? <Fact name={say('facts.payment')}>{say('facts.paid', { name: view.creator.name })}</Fact> : null;
}
