import { SAMPLE_REACHED } from '../../../shared/goal-reached.ts';
import { SAMPLE_CODE } from '../../../shared/sample-code.ts';
import type { Featured, Widget, WidgetOf } from '../../../shared/stage-design.ts';
import { NO_FIGURES, type StageFigures, type StageSample, type StageView } from '../../../shared/stage-view.ts';
import { type EpochMillis, toInstant } from '../../../shared/time.ts';

/** In the language of the stage: what says itself that it is nobody's, since viewers see it too. */
export interface SampleWords {
  readonly person: string;
  readonly comment: string;
  readonly offer: string;
  readonly line: string;
  readonly code: string;
}

const FIRST_DIAMONDS = 2_400;
/** As many as a leaderboard may have rows. */
const PLACES = 10;
/** Everything that takes turns has several in the time of a test. */
const TURN_SECONDS = 3;
const MINUTE = 60_000;
const PRICE = { minor: 4_500, currency: 'EUR' };

/** What a widget shows while it is tried out. Null for alerts: an event that goes the whole way tries them. */
export function sampleOf(widget: Widget, words: SampleWords, now: EpochMillis): StageSample | null {
  const person = (number: number) => `${words.person} ${number}`;
  const plain = { widget, view: {}, figures: null };
  switch (widget.kind) {
    case 'alerts':
      return null;
    case 'bio':
    case 'booking':
      return { ...plain, widget: quickly(widget), view: cardOf(words, now) };
    case 'queue':
      return { ...plain, view: { queue: queueOf(person), chatHolds: [] } };
    case 'leaderboard':
      return { ...plain, figures: boardOf(person) };
    case 'goal':
      return { ...plain, figures: goalOf(widget) };
    case 'clock':
      return { ...plain, figures: { ...NO_FIGURES, sessionStartedAt: toInstant(now - 83 * MINUTE) } };
    case 'featured':
      return { ...plain, view: { featured: commentOf(person(1), words, now) } };
    case 'feed':
      return { ...plain, view: { setUp: true } };
    case 'pinned':
    case 'discount':
    case 'ticker':
      return { ...plain, widget: quickly(filled(widget, words, now)) };
  }
}

function quickly<W extends Widget>(widget: W): W {
  return 'turnSeconds' in widget ? { ...widget, turnSeconds: TURN_SECONDS } : widget;
}

/** With words where the streamer has given none yet, or what was given has ended. */
function filled(
  widget: WidgetOf<'pinned'> | WidgetOf<'discount'> | WidgetOf<'ticker'>,
  words: SampleWords,
  now: EpochMillis,
): Widget {
  switch (widget.kind) {
    case 'pinned':
      return widget.title === '' ? { ...widget, title: words.offer, text: words.line, price: PRICE } : widget;
    case 'discount': {
      const isOver = widget.endsAt !== null && Date.parse(widget.endsAt) <= now;
      const code = widget.code || words.code;
      return { ...widget, code, ...(isOver ? { endsAt: toInstant(now + 60 * MINUTE) } : {}) };
    }
    case 'ticker':
      return widget.lines.some((line) => line !== '') ? widget : { ...widget, lines: [words.line] };
  }
}

/** Of a page that is not published yet; a stage with one has its own. */
function cardOf({ person, offer, line }: SampleWords, now: EpochMillis): StageSample['view'] {
  const card = { slug: 'sample', oldSlugs: [], title: { en: offer }, minutes: 30, price: PRICE, code: null };
  return {
    bio: { name: person, handle: 'sample', headline: line, skills: [offer], offers: [card], proofs: [line] },
    booking: { address: 'book.example', code: null, qr: SAMPLE_CODE },
    nextFree: { start: toInstant(now + 90 * MINUTE), zone: 'UTC', leftThisWeek: 2, checkedAt: toInstant(now) },
  };
}

function queueOf(person: (number: number) => string): StageView['queue'] {
  const next = [2, 3, 4, 5, 6].map((number) => ({ name: person(number), service: {}, start: null }));
  return { waiting: 8, nowServing: person(1), next };
}

function commentOf(name: string, { comment }: SampleWords, now: EpochMillis): Featured {
  return { id: `test ${now}`, kind: 'comment', name, text: comment, at: toInstant(now) };
}

function boardOf(person: (number: number) => string): StageFigures {
  const rows = Array.from({ length: PLACES }, (_, place) => ({
    name: person(place + 1),
    diamonds: Math.round(FIRST_DIAMONDS * 0.7 ** place),
  }));
  return { ...NO_FIGURES, board: { live: rows, today: rows } };
}

function goalOf({ target, from, measure, currency }: WidgetOf<'goal'>): StageFigures {
  const gained = Math.max(0, Math.round(target * SAMPLE_REACHED) - from);
  if (measure === 'money') return { ...NO_FIGURES, money: [{ minor: gained, currency }] };
  return { ...NO_FIGURES, [measure]: gained };
}
