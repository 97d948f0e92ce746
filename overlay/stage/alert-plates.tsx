import type { IconNode } from 'lucide';
import { Gem, Gift, HandCoins, Heart, Megaphone, Share2, Sparkles, Star } from 'lucide';
import { useState } from 'preact/hooks';
import type { StageDesign } from '../../shared/stage-design.ts';
import type { StageMoment } from '../../shared/stage-view.ts';
import { Icon } from '../parts/icon.tsx';
import type { AlertWords } from './alert-deed.ts';
import { amountOf, deedOf, headOf } from './alert-deed.ts';
import { countOf } from './alerts/weight.ts';
import { countOf as grouped } from './widgets/amounts.ts';
import { words as stageWords } from './words.ts';

const ICONS: Readonly<Record<StageMoment['type'], IconNode>> = {
  gift: Gift,
  tip: HandCoins,
  subscribe: Star,
  follow: Heart,
  share: Share2,
  'fan-club': Sparkles,
  own: Megaphone,
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

interface Props {
  alerts: AlertsInSight;
  most: number;
  /** What the design lets be shown of a gift: what came before a switch was turned off goes with it. */
  talk: StageDesign['giftTalk'];
  words?: PlateWords;
}

/**
 * At most `most` alerts, each of which grows in its place, and how many more there are: beside the shortest, whose words
 * it leaves whole. Draws what it is given.
 */
export function AlertPlates({ alerts, most, talk, words = stageWords }: Props) {
  const shown = alerts.shown.slice(0, most);
  const lengths = shown.map(({ moment }) => lengthOf(moment, words));
  const shortest = Math.min(...lengths);
  const roomiest = lengths.lastIndexOf(shortest);
  const more = grouped(alerts.more, words.language.value ?? 'en');
  return (
    <div class="alerts" aria-live="off">
      {shown.map(({ moment, isLeaving }, place) => (
        <div class="alert-row" key={moment.key}>
          <AlertPlate moment={moment} isLeaving={isLeaving} talk={talk} words={words} />
          {alerts.more > 0 && place === roomiest && (
            <span class={`plate more${shortest > ROOM_FOR_WORDS ? ' more-tight' : ''}`}>
              <span class="more-words">{words.say('more', { number: more })}</span>
              <span class="more-short">+{more}</span>
            </span>
          )}
        </div>
      ))}
      {shown.length === 0 && alerts.moreAlone && alerts.more > 0 && (
        <div class="alert-row">
          <span class="plate more">{words.say('meanwhile', { number: more })}</span>
        </div>
      )}
    </div>
  );
}

/** Signs of an alert, as if its streak did not grow: nothing that stands beside it may jump at each gift. */
function lengthOf(moment: StageMoment, words: AlertWords): number {
  const said = `${headOf(moment, words)}${deedOf(moment, words)}${amountOf(moment, words) ?? ''}`;
  return said.length + (countOf(moment) > 1 ? COUNT_SIGNS : 0);
}

type PlateProps = { moment: StageMoment; isLeaving: boolean } & Pick<Props, 'talk'> & { words: PlateWords };

function AlertPlate({ moment, isLeaving, talk, words }: PlateProps) {
  const count = countOf(moment);
  const amount = amountOf(moment, words);
  const name = headOf(moment, words);
  const deed = deedOf(moment, words);
  const { picture, diamonds }: { picture?: string; diamonds?: number } = moment.type === 'gift' ? moment : {};
  return (
    <div class={`plate alert alert-${moment.type}${isLeaving ? ' leaving' : ''}`} data-key={moment.key}>
      {picture !== undefined && talk.pictures ? (
        <GiftPicture path={picture} key={picture} />
      ) : (
        <span class="alert-icon">
          <Icon node={ICONS[moment.type]} />
        </span>
      )}
      <bdi
        class="line alert-name"
        style={{ minWidth: `calc(var(--u) * ${Math.min(NAME_MOST, name.length * NAME_SIGN)})` }}
      >
        {name}
      </bdi>
      {deed !== '' && <span class="line alert-deed">{deed}</span>}
      {/* A new key starts the one short swell anew each time the streak grows. */}
      {count > 1 && (
        <span class="alert-count" key={count}>
          ×{grouped(count, words.language.value ?? 'en')}
        </span>
      )}
      {amount !== null && <span class="alert-amount">{amount}</span>}
      {diamonds !== undefined && talk.prices && (
        <span class="alert-worth">
          {grouped(diamonds, words.language.value ?? 'en')}
          <Icon node={Gem} label={words.say('diamonds')} />
        </span>
      )}
    </div>
  );
}

/** The icon holds the place until the picture is here, and for good when there is none: nothing moves, nothing is broken. */
function GiftPicture({ path }: { path: string }) {
  const [isHere, setHere] = useState(false);
  return (
    <span class="alert-icon alert-picture">
      {!isHere && <Icon node={ICONS.gift} />}
      <img src={path} alt="" hidden={!isHere} onLoad={() => setHere(true)} />
    </span>
  );
}
