import type { IconNode } from 'lucide';
import { Gift, HandCoins, Heart, Share2, Sparkles, Star } from 'lucide';
import type { StageMoment } from '../../shared/protocol.ts';
import { Icon } from '../parts/icon.tsx';
import type { AlertWords } from './alert-deed.ts';
import { deedOf } from './alert-deed.ts';
import { countOf } from './alerts/weight.ts';
import { onAir } from './on-air.ts';
import { words as stageWords } from './words.ts';

const ICONS: Readonly<Record<StageMoment['type'], IconNode>> = {
  gift: Gift,
  tip: HandCoins,
  subscribe: Star,
  follow: Heart,
  share: Share2,
  'fan-club': Sparkles,
};

/** Of the queue what can be seen. */
export interface AlertsInSight {
  readonly shown: ReadonlyArray<{ readonly moment: StageMoment; readonly isLeaving: boolean }>;
  /** How many more there are: they stand as a number beside the last alert. */
  readonly more: number;
  /** True when the number is said with no alert beside it. */
  readonly moreAlone: boolean;
}

/** At most `most` alerts, each of which grows in its place, and how many more there are. Draws what it is given. */
export function AlertPlates(props: { alerts: AlertsInSight; most: number; words?: AlertWords }) {
  const { alerts, most, words = stageWords } = props;
  const shown = alerts.shown.slice(0, most);
  return (
    <div class="alerts" aria-live="off">
      {shown.map(({ moment, isLeaving }, place) => (
        <div class="alert-row" key={moment.key}>
          <AlertPlate moment={moment} isLeaving={isLeaving} words={words} />
          {alerts.more > 0 && place === shown.length - 1 && (
            <span class="plate more">{words.say('more', { count: alerts.more })}</span>
          )}
        </div>
      ))}
      {shown.length === 0 && alerts.moreAlone && alerts.more > 0 && (
        <div class="alert-row">
          <span class="plate more">{words.say('meanwhile', { count: alerts.more })}</span>
        </div>
      )}
    </div>
  );
}

function AlertPlate(props: { moment: StageMoment; isLeaving: boolean; words: AlertWords }) {
  const { moment, isLeaving, words } = props;
  const count = countOf(moment);
  return (
    <div class={`plate alert alert-${moment.type}${isLeaving ? ' leaving' : ''}`} data-key={moment.key}>
      <span class="alert-icon">
        <Icon node={ICONS[moment.type]} />
      </span>
      <bdi class="line alert-name">{onAir(moment.name)}</bdi>
      <span class="line alert-deed">{deedOf(moment, words)}</span>
      {/* A new key starts the one short swell anew each time the streak grows. */}
      {count > 1 && (
        <span class="alert-count" key={count}>
          ×{count}
        </span>
      )}
    </div>
  );
}
