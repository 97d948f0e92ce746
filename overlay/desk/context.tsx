import { ChevronLeft } from 'lucide';
import type { ComponentChildren } from 'preact';
import type { DeskRequest } from '../../shared/desk-view.ts';
import { lengthText } from '../../shared/length-words.ts';
import { inLanguage } from '../../shared/local-text.ts';
import { formatMoney } from '../../shared/money-text.ts';
import { canMarkPaid } from '../../shared/payment.ts';
import { zoneText } from '../../shared/time-words.ts';
import { IconButton } from '../parts/button.tsx';
import { dayAndClock, relative } from '../parts/time-words.ts';
import { canBeAsked } from './asking.ts';
import { Warnings } from './context-warnings.tsx';
import { isClaimed } from './filters.ts';
import { Others } from './others.tsx';
import { personName } from './person-name.ts';
import { sayQueue } from './queue-words.ts';
import { canAct, me, now, open, selected, view } from './state.ts';
import { StateSign } from './state-sign.tsx';
import { sayTogether } from './together-words.ts';
import { UnopenedNotice } from './unopened.tsx';
import { ViewerDataLinks } from './viewer-data.tsx';
import { say, tongue } from './words.ts';

/** What one wants to know before answering: who, what, when in both zones, and who else wants the time. */
export function Context() {
  const request = selected.value;
  return (
    <aside class="pane pane-context" aria-label={say('context.label')}>
      {request && (
        <>
          <div class="context-head only-narrow">
            <IconButton icon={ChevronLeft} label={say('thread.back')} onClick={() => open(request.id)} />
            <h1 class="one-line">{request.name}</h1>
          </div>
          <div class="context-body">
            <UnopenedNotice request={request} />
            <Warnings request={request} />
            <Others request={request} />
            <Facts request={request} />
            <ViewerDataLinks request={request} />
          </div>
        </>
      )}
    </aside>
  );
}

function Facts({ request }: { request: DeskRequest }) {
  const language = new Intl.DisplayNames(tongue(), { type: 'language' }).of(request.language);
  return (
    <dl class="context-facts">
      <Fact name={say('context.who')}>{request.name}</Fact>
      {/* Of who was erased nothing is known; what stands in the store then is nobody's. */}
      {!request.erased && (
        <>
          <Fact name={say('context.language')}>{language}</Fact>
          <Fact name={say('context.contact')}>
            <Contact contact={request.contact} />
          </Fact>
        </>
      )}
      <CameBy request={request} />
      <Fact name={say('context.service')}>{inLanguage(request.service.title, tongue())}</Fact>
      <Times request={request} />
      <Agreed request={request} />
      <Fact name={say('context.changed')}>
        <StateSign state={request.state} />{' '}
        <span class="quiet">{relative(request.updatedAt, now.value, tongue())}</span>
      </Fact>
      <Fact name={say('context.claim')}>
        <Claim request={request} />
      </Fact>
      {canAct('on-air') && canBeAsked(request) && !request.airName && (
        <Fact name={sayQueue('air.fact')}>{sayQueue(request.airName === null ? 'air.no' : 'air.nameless')}</Fact>
      )}
      <Fact name={say('context.sent')}>{relative(request.createdAt, now.value, tongue())}</Fact>
    </dl>
  );
}

function Contact({ contact }: Pick<DeskRequest, 'contact'>) {
  if (contact?.email) return <a href={`mailto:${contact.email}`}>{contact.email}</a>;
  return <span class="quiet">{contact?.hidden ? sayTogether('contactHidden') : say('context.contactNone')}</span>;
}

/** What the viewer was shown and said with the ask, and by which door it came. */
function Agreed({ request }: { request: DeskRequest }) {
  const { price, answers } = request.terms;
  const zone = view.value?.creator?.zone;
  return (
    <>
      {request.offersUntil && (
        <Fact name={say('context.keptUntil')}>
          <span class="figures">
            {say('context.keptUntilText', { time: dayAndClock(request.offersUntil, zone, tongue()) })}
          </span>
        </Fact>
      )}
      {answers.map(({ question, label, answer }) => (
        <Fact key={question} name={label ? inLanguage(label, tongue()) : question}>
          <span dir="auto">{answer}</span>
        </Fact>
      ))}
      {price && (
        <Fact name={say(AGREED.includes(request.state) ? 'context.agreedPrice' : 'context.price')}>
          {price.minor === 0 ? say('context.free') : formatMoney(price, tongue())}
        </Fact>
      )}
      <Payment request={request} />
    </>
  );
}

/** Before that the price was shown to its viewer at most, and nobody has said yes to it. */
const AGREED: ReadonlyArray<DeskRequest['state']> = ['booked', 'done', 'no-show', 'called-off'];

/** Of what is to be paid, and of what was: before it is booked, nobody is to pay. */
function Payment({ request: { payment, state } }: { request: DeskRequest }) {
  if (!payment || !canMarkPaid(state, payment.at !== null)) return null;
  return (
    <Fact name={say('context.payment')}>
      {payment.at === null ? (
        <span class="quiet">{say('context.notPaid')}</span>
      ) : (
        <>
          {say('context.markedPaid')} <span class="quiet">{relative(payment.at, now.value, tongue())}</span>
        </>
      )}
    </Fact>
  );
}

function CameBy({ request }: { request: DeskRequest }) {
  const { channel, code, fromComment, via } = request;
  return (
    <>
      <Fact name={say('via.label')}>
        {say(`via.${fromComment ? 'comment' : via}`)}{' '}
        {code && <span class="quiet figures">{say('via.code', { code })}</span>}
      </Fact>
      {channel && (
        <Fact name={say('channel.label')}>
          <ChannelLimits channel={channel} />
        </Fact>
      )}
    </>
  );
}

/** What TikTok still takes, said before somebody writes for nothing. */
function ChannelLimits({ channel }: { channel: NonNullable<DeskRequest['channel']> }) {
  const { windowEndsAt, repliesLeft, waiting, trouble } = channel;
  const when = dayAndClock(windowEndsAt, view.value?.creator?.zone, tongue());
  const open = windowEndsAt > now.value;
  return (
    <span class="stack gap-2">
      <span>
        {open && repliesLeft > 0
          ? say('channel.left', { count: repliesLeft, when })
          : say(open ? 'channel.used' : 'channel.closed')}
      </span>
      {waiting > 0 && <span class="quiet">{say('channel.waiting', { count: waiting })}</span>}
      {trouble && <strong>{say(`channel.trouble.${trouble}`)}</strong>}
    </span>
  );
}

function Times({ request }: { request: DeskRequest }) {
  if (!request.start) return <Fact name={say('context.when')}>{say('context.whenNone')}</Fact>;
  const zone = view.value?.creator?.zone;
  const minutes = request.end ? (Date.parse(request.end) - Date.parse(request.start)) / 60_000 : null;
  const yours = dayAndClock(request.start, zone, tongue());
  return (
    <>
      <Fact name={say('context.yours')}>
        <strong class="figures">{yours}</strong>{' '}
        {minutes !== null && <span class="quiet figures">{lengthText(minutes, tongue())}</span>}
      </Fact>
      <Theirs request={request} yours={yours} />
    </>
  );
}

/** Nothing of who was erased: the zone that stands in the store then is nobody's. */
function Theirs({ request, yours }: { request: DeskRequest; yours: string }) {
  if (request.erased || request.start === null) return null;
  const theirs = dayAndClock(request.start, request.zone, tongue());
  return (
    <Fact name={say('context.theirs')}>
      {yours === theirs ? (
        <span class="quiet">{say('context.sameZone')}</span>
      ) : (
        <>
          <span class="figures">{theirs}</span>{' '}
          <span class="quiet">{zoneText(request.zone, request.start, tongue())}</span>
        </>
      )}
    </Fact>
  );
}

function Claim({ request }: { request: DeskRequest }) {
  if (!request.claim || !isClaimed(request, now.value)) return <span class="quiet">{say('context.claimNone')}</span>;
  const mine = request.claim.by === me.value;
  return <>{mine ? say('list.claimedByYou') : personName(request.claim.name)}</>;
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="context-fact">
      <dt class="quiet">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
