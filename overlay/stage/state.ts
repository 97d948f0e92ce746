import { computed, signal } from '@preact/signals';
import type { AlertRules, StageDesign } from '../../shared/stage-design.ts';
import type { AlertControl, StageFigures, StageMoment, StageView } from '../../shared/stage-view.ts';
import type { EpochMillis } from '../../shared/time.ts';
import type { Connection } from '../connect.ts';
import type { AlertsInSight } from './alert-plates.tsx';
import { spokenText } from './alert-speech.ts';
import type { Alerts, Limits } from './alerts/alert.ts';
import { NO_ALERTS } from './alerts/alert.ts';
import { arrivals } from './alerts/arrivals.ts';
import type { Times } from './alerts/clock.ts';
import { obey, skippedSince } from './alerts/control.ts';
import { fromKept } from './alerts/kept.ts';
import { nextChange } from './alerts/passing.ts';
import { take } from './alerts/queue.ts';
import { sound } from './alerts/sounding.ts';
import { keepSoon, keptFor } from './alerts/storage.ts';
import { certainNextFree, isCertain, nextDoubt } from './availability.ts';
import { stageClock as clock } from './server-clock.ts';
import { words } from './words.ts';

/** The last view the server gave; null until the first, when nothing is on air. */
export const view = signal<StageView | null>(null);
/** How this stage looks; null until the server has told, and nothing is drawn before. */
export const design = signal<StageDesign | null>(null);
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
/** How many alerts may be on at a time; told by the picture, which knows the layout that is drawn. */
export const mostAlerts = signal(0);
export const alertsInSight = computed<AlertsInSight>(() => {
  const { shown, waiting, merged } = alerts.value;
  return {
    shown: shown.map(({ moment, leavingTick }) => ({ moment, isLeaving: leavingTick !== null })),
    more: waiting.length + merged.count,
    moreAlone: merged.alone,
  };
});

/** Until words that could not be fetched are asked for again. */
const WORDS_AGAIN_MILLIS = 3_000;

const arrived = arrivals();
let arrivedView: StageView | null = null;
/** The newest view, be its words here or not: what was done by hand holds at once. */
let steered: Pick<StageView, 'stage' | 'alertControl' | 'blank'> | null = null;
/** What the acts that come are counted from; null until the first view of a connection. */
let actsBefore: AlertControl | null = null;
/** Tells the server which alert a skip sent away here. */
let tellSkipped: (key: string) => void = () => {};
let frame = 0;
let waking: ReturnType<typeof setTimeout> | undefined;
let framesDrawn = 0;

/** Hears the server and draws what came at most once a frame; between changes nothing runs. */
export function follow(connection: Connection<'stage'>): void {
  tellSkipped = (key) => connection.tell('skipped', key);
  connection.on('view', (next) => {
    clock.hear(next.serverTime);
    arrivedView = next;
    // Two views may come within a frame, and only a page's first one tells what came before it.
    hearMoments(next.moments);
  });
  connection.on('moments', hearMoments);
  connection.on('design', (next) => {
    design.value = next;
    drawSoon();
  });
  connection.on('figures', (next) => {
    figures.value = next;
  });
  connection.on('voice', (mine) => {
    voice.value = mine;
  });
  connection.state.subscribe((state) => {
    if (state === 'connected') {
      lostAt.value = null;
      actsBefore = null;
    } else if (view.value) lostAt.value ??= clock.read().server;
    wakeLater();
  });
}

/** Frames drawn since the last call. Not the rate of the browser: an idle stage draws none. */
export function takeFrameCount(): number {
  const drawn = framesDrawn;
  framesDrawn = 0;
  return drawn;
}

function hearMoments(moments: ReadonlyArray<StageMoment>): void {
  arrived.add(moments);
  drawSoon();
}

function drawSoon(): void {
  if (frame === 0) frame = requestAnimationFrame(draw);
}

function draw(): void {
  frame = 0;
  framesDrawn += 1;
  // Until the first view nobody knows how old a moment is: what came before it waits for it.
  if (!clock.isTold() || !design.value) return;
  const nextView = arrivedView;
  arrivedView = null;
  const times = clock.read();
  now.value = times.server;
  drawAlerts(design.value.alerts, nextView, times);
  if (nextView) show(nextView);
  wakeLater();
}

function drawAlerts(rules: AlertRules, nextView: StageView | null, times: Times): void {
  const isFirst = steered === null;
  steered = nextView ?? steered;
  if (!steered) return;
  const stage = steered.stage.id;
  const before = isFirst ? fromKept(keptFor(stage), limits(rules), times) : alerts.value;
  let next = before;
  if (nextView) {
    next = obey(next, actsBefore, nextView.alertControl, times);
    if (actsBefore) for (const key of skippedSince(before, next)) tellSkipped(key);
    actsBefore = nextView.alertControl;
  }
  next = take(next, arrived.takeAll(), limits(rules), times);
  alerts.value = next;
  if (isFirst || next.shown !== before.shown || next.waiting !== before.waiting || next.taken !== before.taken) {
    keepSoon(stage, next);
  }
  sound(before, next, {
    rules,
    isHeard: voice.value && !steered.alertControl.muted && !steered.blank,
    language: words.language.value ?? 'en',
    // Before its words are here a stage has nothing to say.
    spoken: (moment) => (words.language.value === null ? '' : spokenText(moment, words)),
  });
}

function limits(rules: AlertRules): Limits {
  const held = steered !== null && (steered.alertControl.paused || steered.blank);
  return { rules, most: mostAlerts.value, held };
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
        arrivedView ??= next;
        drawSoon();
      }, WORDS_AGAIN_MILLIS);
    },
  );
}

/** Sleeps until the next alert has to leave or a free time grows stale. */
function wakeLater(): void {
  clearTimeout(waking);
  const times = clock.read();
  const change = design.value && nextChange(alerts.value, limits(design.value.alerts));
  const doubt = view.value && nextDoubt(view.value, times.server, lostAt.value);
  const delays = [change === null ? null : change - times.tick, doubt === null ? null : doubt - times.server];
  const due = delays.filter((delay): delay is number => delay !== null);
  if (due.length > 0) waking = setTimeout(drawSoon, Math.max(0, Math.min(...due)));
}
