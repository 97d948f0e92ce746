import { computed, signal } from '@preact/signals';
import { FIRST_DESIGN } from '../../shared/first-design.ts';
import type { StageFigures, StageMoment, StageView } from '../../shared/protocol.ts';
import type { StageDesign } from '../../shared/stage-design.ts';
import type { EpochMillis } from '../../shared/time.ts';
import type { Connection } from '../connect.ts';
import type { Alerts } from './alerts.ts';
import { advance, NO_ALERTS, nextChange, restore, take } from './alerts.ts';
import { certainNextFree, isCertain, nextDoubt } from './availability.ts';
import { markSeen, seenBefore } from './seen.ts';
import { words } from './words.ts';

/** The last view the server gave; null until the first, when nothing is on air. */
export const view = signal<StageView | null>(null);
/** How this stage looks; the first one until the server has told. */
export const design = signal<StageDesign>(FIRST_DESIGN);
/** What goals, leaderboard and clock show; null until the server has told. */
export const figures = signal<StageFigures | null>(null);
/** Whether this page is the one that makes the sounds. */
export const voice = signal(false);
export const alerts = signal<Alerts>(NO_ALERTS);
/** The server's time as of the last frame that had something to draw. */
const now = signal<EpochMillis>(Date.now());
const lostAt = signal<EpochMillis | null>(null);

export const nextFree = computed(() => view.value && certainNextFree(view.value, now.value, lostAt.value));
/** Whether a price may be said: false when the server has been gone for too long to be sure of it. */
export const pricesCertain = computed(() => isCertain(now.value, lostAt.value));

/** Until words that could not be fetched are asked for again. */
const WORDS_AGAIN_MILLIS = 3_000;

/** Server's clock minus ours: the streamer's PC may be minutes off. */
let clockOffset = 0;
let arrived: { view: StageView | null; moments: StageMoment[] } = { view: null, moments: [] };
let frame = 0;
let waking: ReturnType<typeof setTimeout> | undefined;
let framesDrawn = 0;

/** Hears the server and draws what came at most once a frame; between changes nothing runs. */
export function follow(connection: Connection<'stage'>): void {
  connection.on('view', (next) => {
    clockOffset = Date.parse(next.serverTime) - Date.now();
    // Two views may come within a frame, and only a page's first one tells what is still on.
    const moments = newestPerKey([...(arrived.view?.moments ?? []), ...next.moments]);
    arrived = { ...arrived, view: { ...next, moments } };
    drawSoon();
  });
  connection.on('moments', (moments) => {
    arrived = { ...arrived, moments: newestPerKey([...arrived.moments, ...moments]) };
    drawSoon();
  });
  connection.on('design', (next) => {
    design.value = next;
  });
  connection.on('figures', (next) => {
    figures.value = next;
  });
  connection.on('voice', (mine) => {
    voice.value = mine;
  });
  connection.state.subscribe((state) => {
    if (state === 'connected') lostAt.value = null;
    else if (view.value) lostAt.value ??= serverNow();
    wakeLater();
  });
}

/** Frames drawn since the last call. Not the rate of the browser: an idle stage draws none. */
export function takeFrameCount(): number {
  const drawn = framesDrawn;
  framesDrawn = 0;
  return drawn;
}

function serverNow(): EpochMillis {
  return Date.now() + clockOffset;
}

function drawSoon(): void {
  if (frame === 0) frame = requestAnimationFrame(draw);
}

function draw(): void {
  frame = 0;
  framesDrawn += 1;
  const { view: nextView, moments } = arrived;
  arrived = { view: null, moments: [] };
  const time = serverNow();
  now.value = time;
  // Moments first: what is new is told apart from what a view repeats.
  let next = take(alerts.value, moments, time);
  if (nextView) next = restore(next, nextView.moments, seenBefore(time), time);
  markSeen([...moments, ...(nextView?.moments ?? [])], time);
  alerts.value = advance(next, time);
  if (nextView) show(nextView);
  wakeLater();
}

/** Shows a view once its language is there; what has to be watched of it is watched from then on. */
function show(next: StageView): void {
  if (words.language.value === next.stage.language) {
    view.value = next;
    return;
  }
  words.speak(next.stage.language).then(
    () => {
      view.value = next;
      wakeLater();
    },
    () => {
      // The server went before its words were here: the last view stays, and a later one is not written over.
      setTimeout(() => {
        arrived = { ...arrived, view: arrived.view ?? next };
        drawSoon();
      }, WORDS_AGAIN_MILLIS);
    },
  );
}

/** Sleeps until the next alert has to leave or a free time grows stale. */
function wakeLater(): void {
  clearTimeout(waking);
  const time = serverNow();
  const changes = [nextChange(alerts.value), view.value && nextDoubt(view.value, time, lostAt.value)];
  const due = changes.filter((change): change is EpochMillis => change !== null);
  if (due.length === 0) return;
  waking = setTimeout(drawSoon, Math.max(0, Math.min(...due) - time));
}

/** A hidden source gets no frames; what piles up meanwhile stays bounded by the streaks, not by the taps. */
function newestPerKey(moments: ReadonlyArray<StageMoment>): StageMoment[] {
  return [...new Map(moments.map((moment) => [moment.key, moment])).values()].slice(-200);
}
