import type { IconNode } from 'lucide';
import { Gift, HandCoins, Heart, Share2, Sparkles, Star } from 'lucide';
import type { StageMoment } from '../../shared/protocol.ts';
import { Icon } from '../parts/icon.tsx';
import type { AlertWords } from './alert-deed.ts';
import { deedOf } from './alert-deed.ts';
import { countOf } from './alerts/weight.ts';
import { onAir } from './on-air.ts';
import { countOf as grouped } from './widgets/amounts.ts';
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

type PlateWords = AlertWords & Pick<typeof stageWords, 'language'>;

/** What a name is left beside the longest gift, in pixels of the canvas: of each sign no more than a narrow one takes. */
const NAME_SIGN = 13;
const NAME_MOST = 240;
/** What a count takes, in signs of a name. */
const COUNT_SIGNS = 5;
/** Signs of an alert beside which "and 37 more" still stands on a tall stage; beside a longer one it is "+37". */
const ROOM_FOR_WORDS = 26;

/**
 * At most `most` alerts, each of which grows in its place, and how many more there are: beside the shortest, whose words
 * it leaves whole. Draws what it is given.
 */
export function AlertPlates(props: { alerts: AlertsInSight; most: number; words?: PlateWords }) {
  const { alerts, most, words = stageWords } = props;
  const shown = alerts.shown.slice(0, most);
  const lengths = shown.map(({ moment }) => lengthOf(moment, words));
  const shortest = Math.min(...lengths);
  const roomiest = lengths.lastIndexOf(shortest);
  return (
    <div class="alerts" aria-live="off">
      {shown.map(({ moment, isLeaving }, place) => (
        <div class="alert-row" key={moment.key}>
          <AlertPlate moment={moment} isLeaving={isLeaving} words={words} />
          {alerts.more > 0 && place === roomiest && (
            <span class={`plate more${shortest > ROOM_FOR_WORDS ? ' more-tight' : ''}`}>
              <span class="more-words">{words.say('more', { count: alerts.more })}</span>
              <span class="more-short">+{alerts.more}</span>
            </span>
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

/** Signs of an alert, as if its streak did not grow: nothing that stands beside it may jump at each gift. */
function lengthOf(moment: StageMoment, words: AlertWords): number {
  return onAir(moment.name).length + deedOf(moment, words).length + (countOf(moment) > 1 ? COUNT_SIGNS : 0);
}

function AlertPlate(props: { moment: StageMoment; isLeaving: boolean; words: PlateWords }) {
  const { moment, isLeaving, words } = props;
  const count = countOf(moment);
  const name = onAir(moment.name);
  return (
    <div class={`plate alert alert-${moment.type}${isLeaving ? ' leaving' : ''}`} data-key={moment.key}>
      <span class="alert-icon">
        <Icon node={ICONS[moment.type]} />
      </span>
      <bdi
        class="line alert-name"
        style={{ minWidth: `calc(var(--u) * ${Math.min(NAME_MOST, name.length * NAME_SIGN)})` }}
      >
        {name}
      </bdi>
      <span class="line alert-deed">{deedOf(moment, words)}</span>
      {/* A new key starts the one short swell anew each time the streak grows. */}
      {count > 1 && (
        <span class="alert-count" key={count}>
          ×{grouped(count, words.language.value ?? 'en')}
        </span>
      )}
    </div>
  );
}
