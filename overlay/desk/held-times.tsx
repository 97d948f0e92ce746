import { X } from 'lucide';
import { useState } from 'preact/hooks';
import type { ChatHold } from '../../shared/chat-word.ts';
import { inLanguage } from '../../shared/local-text.ts';
import type { RequestMade } from '../../shared/public-page.ts';
import { ask, type Refused } from '../parts/ask.ts';
import { Button, IconButton } from '../parts/button.tsx';
import { clock, dayAndClock } from '../parts/time-words.ts';
import { justHeld, letGo } from './held-briefly.ts';
import { refusedText } from './refusal-card.tsx';
import { can, fresh, now, open, view } from './state.ts';
import { DoneLine } from './undo-line.tsx';
import { say, tongue } from './words.ts';

/** Times that a word in the chat holds: the code, for whom, what and until when, and the way to book it for them. */
export function HeldTimes() {
  const held = (view.value?.chatHolds ?? []).filter(({ expiresAt }) => expiresAt > now.value);
  if (held.length === 0) return null;
  return (
    <section class="held-times" aria-label={say('held.title')}>
      <p class="quiet small">{say('held.title')}</p>
      <ul>
        {held.map((hold) => (
          <HeldTime key={hold.code} hold={hold} />
        ))}
      </ul>
    </section>
  );
}

/** The time that was just held from a comment, as long as that can be undone. */
export function HeldLine() {
  const held = justHeld();
  const time = held && dayAndClock(held.start, view.value?.creator?.zone, tongue());
  const said = held ? say('held.said', { name: held.name || held.code, time: time ?? '' }) : '';
  return <DoneLine said={said} undo={() => held && void letGo(held.code)} />;
}

function HeldTime({ hold }: { hold: ChatHold }) {
  const [refused, setRefused] = useState<Refused | null>(null);
  const [busy, setBusy] = useState(false);
  const { code, name, service, start, expiresAt, taken } = hold;
  const zone = view.value?.creator?.zone;
  async function book(): Promise<void> {
    setBusy(true);
    // One key a hold: a second press, or a retry on a bad line, books it no second time.
    const key = { 'idempotency-key': `held-${code}-${start}` };
    const answer = await ask<RequestMade>('POST', `/chat-holds/${code}/book`, {}, key);
    setBusy(false);
    if (answer.type === 'done') open(answer.value.id);
    else setRefused(answer);
  }
  return (
    <li class="held-time">
      <span class="held-code figures">{code}</span>
      <span class="held-what">
        {name || '?'} · {inLanguage(service.title, tongue())} ·{' '}
        <span class="figures">{dayAndClock(start, zone, tongue())}</span>{' '}
        <span class="quiet figures">
          {taken ? say('held.taken') : say('held.until', { clock: clock(expiresAt, zone, tongue()) })}
        </span>
      </span>
      {!taken && can('accept') && (
        <span class="held-acts">
          <Button size="small" disabled={busy || !fresh.value} onClick={() => void book()}>
            {say('held.book', { name: name || code })}
          </Button>
          <IconButton
            size="small"
            icon={X}
            label={say('held.letGoOf', { name: name || code })}
            disabled={busy || !fresh.value}
            onClick={() => void letGo(code).then(setRefused)}
          />
        </span>
      )}
      {refused && <p role="alert">{refusedText(refused, null)}</p>}
    </li>
  );
}
