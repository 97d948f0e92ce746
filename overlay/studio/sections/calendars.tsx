import { Link, RefreshCw, X } from 'lucide';
import { useState } from 'preact/hooks';
import { type BusyFeed, FEED_TROUBLES, MOST_FEEDS } from '../../../shared/busy.ts';
import type { Refused } from '../../parts/ask.ts';
import { Button, IconButton } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { StateWord } from '../../parts/surface.tsx';
import { relative } from '../../parts/time-words.ts';
import { useAct } from '../model/act.ts';
import { calendarDay } from '../model/calendar-day.ts';
import { RefusedNote } from '../model/refused.tsx';
import { now, view } from '../model/state.ts';
import { say, tongue } from '../model/words.ts';

const PATH = '/availability/calendars';

/** Calendars of others that say when the creator is busy, and how their reading stands. */
export function Calendars() {
  const feeds = view.value?.calendars ?? [];
  return (
    <section class="card stack" aria-label={say('availability.calendars.title')}>
      <div>
        <h2>{say('availability.calendars.title')}</h2>
        <p class="quiet small section-text">{say('availability.calendars.text')}</p>
      </div>
      {feeds.length === 0 && <p class="small">{say('availability.calendars.none')}</p>}
      <ul class="stack calendars">
        {feeds.map((feed) => (
          <FeedRow key={feed.id} feed={feed} />
        ))}
      </ul>
      {feeds.length < MOST_FEEDS ? <AddFeed /> : <p class="quiet small">{say('availability.calendars.most')}</p>}
    </section>
  );
}

function FeedRow({ feed }: { feed: BusyFeed }) {
  const [asking, setAsking] = useState(false);
  const act = useAct();
  const path = `${PATH}/${feed.id}`;
  return (
    <li class="stack gap-2" data-calendar={feed.name}>
      <div class="apart">
        <div>
          <h3>{feed.name}</h3>
          <p class="quiet small">{feed.host}</p>
        </div>
        <FeedWord feed={feed} />
      </div>
      {sentencesOf(feed).map((sentence) => (
        <p key={sentence} class="small">
          {sentence}
        </p>
      ))}
      {asking ? (
        <AnotherAddress feed={feed} close={() => setAsking(false)} />
      ) : (
        <div class="row gap-2">
          <Button
            size="small"
            icon={RefreshCw}
            disabled={act.busy}
            onClick={() => void act.run('POST', `${path}/refresh`)}
          >
            {say(act.busy ? 'availability.calendars.adding' : 'availability.calendars.refresh')}
          </Button>
          <Button size="small" look="plain" icon={Link} onClick={() => setAsking(true)}>
            {say('availability.calendars.another')}
          </Button>
          <IconButton
            size="small"
            icon={X}
            label={`${feed.name}: ${say('availability.calendars.remove')}`}
            onClick={() => void act.run('DELETE', path)}
          />
        </div>
      )}
      <RefusedNote refused={act.refused} />
    </li>
  );
}

function FeedWord({ feed }: { feed: BusyFeed }) {
  if (feed.trouble !== null) return <StateWord tone="warning">{say('availability.calendars.failing')}</StateWord>;
  if (feed.readAt === null) return <StateWord>{say('availability.calendars.fresh')}</StateWord>;
  return <StateWord tone="positive">{say('availability.calendars.good')}</StateWord>;
}

/** How it stands: what went wrong and what to do, what blocks all the same, what is missing. */
function sentencesOf(feed: BusyFeed): string[] {
  const when = (instant: string) => relative(instant, now.value, tongue());
  const { trouble, readAt } = feed;
  const known = FEED_TROUBLES.find((word) => word === trouble);
  const read =
    readAt === null
      ? say('availability.calendars.nothingYet')
      : say('availability.calendars.old', { when: when(readAt) });
  const state = known
    ? `${say(`availability.calendars.trouble.${known}`)} ${read} ${say('availability.calendars.again', { when: when(feed.nextAt) })}`
    : readAt === null
      ? ''
      : `${say('availability.calendars.read', { when: when(readAt) })} ${say('availability.calendars.blocks', { count: feed.spans })}`;
  return [
    state,
    feed.readUntil === null
      ? ''
      : say('availability.calendars.until', { day: calendarDay(feed.readUntil.slice(0, 10)) }),
    feed.unread === 0 ? '' : say('availability.calendars.unread', { count: feed.unread }),
  ].filter((sentence) => sentence !== '');
}

function AnotherAddress({ feed, close }: { feed: BusyFeed; close: () => void }) {
  const [address, setAddress] = useState('');
  const act = useAct();
  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if ((await act.run('PUT', `${PATH}/${feed.id}`, { address })).type === 'done') close();
  }
  return (
    <form class="stack gap-3" onSubmit={(event) => void save(event)}>
      <AddressField value={address} set={setAddress} refused={act.refused} />
      <div class="row gap-2">
        <Button size="small" type="submit" disabled={act.busy || address === ''}>
          {say(act.busy ? 'availability.calendars.adding' : 'availability.calendars.save')}
        </Button>
        <Button size="small" look="plain" onClick={close}>
          {say('availability.calendars.cancel')}
        </Button>
      </div>
    </form>
  );
}

function AddFeed() {
  const [name, setName] = useState('');
  const [address, setAddress] = useState('');
  const act = useAct();
  async function add(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if ((await act.run('POST', PATH, { name, address })).type !== 'done') return;
    setName('');
    setAddress('');
  }
  return (
    <form class="stack gap-3" onSubmit={(event) => void add(event)}>
      <TextField
        label={say('availability.calendars.name')}
        placeholder={say('availability.calendars.namePlaceholder')}
        maxLength={80}
        value={name}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <AddressField value={address} set={setAddress} refused={act.refused} />
      <div>
        <Button type="submit" disabled={act.busy || name.trim() === '' || address.trim() === ''}>
          {say(act.busy ? 'availability.calendars.adding' : 'availability.calendars.add')}
        </Button>
      </div>
      {!isBadAddress(act.refused) && <RefusedNote refused={act.refused} />}
    </form>
  );
}

interface AddressProps {
  value: string;
  set: (address: string) => void;
  refused: Refused | null;
}

/** A secret: the browser must neither remember it nor show it in a list. */
function AddressField({ value, set, refused }: AddressProps) {
  return (
    <TextField
      label={say('availability.calendars.address')}
      hint={say('availability.calendars.addressHint')}
      error={isBadAddress(refused) ? say('availability.calendars.badAddress') : null}
      inputMode="url"
      autocomplete="off"
      spellcheck={false}
      placeholder="https://"
      value={value}
      onInput={(event) => set(event.currentTarget.value)}
    />
  );
}

function isBadAddress(refused: Refused | null): boolean {
  return refused?.why === 'bad-input' && refused.issues.some(({ path }) => path === 'address');
}
