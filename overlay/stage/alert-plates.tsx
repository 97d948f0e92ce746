import type { IconNode } from 'lucide';
import { Gem, Gift, HandCoins, Heart, Share2, Sparkles, Star } from 'lucide';
import { useState } from 'preact/hooks';
import type { StageMoment } from '../../shared/protocol.ts';
import type { StageDesign } from '../../shared/stage-design.ts';
import { Icon } from '../parts/icon.tsx';
import type { AlertWords } from './alert-deed.ts';
import { amountOf, deedOf } from './alert-deed.ts';
import { countOf } from './alerts/weight.ts';
import { onAir } from './on-air.ts';
import { countOf as countText } from './widgets/amounts.ts';
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

interface Props {
  alerts: AlertsInSight;
  most: number;
  /** What the design lets be shown of a gift: what came before a switch was turned off goes with it. */
  talk: StageDesign['giftTalk'];
  words?: AlertWords;
}

/** At most `most` alerts, each of which grows in its place, and how many more there are. Draws what it is given. */
export function AlertPlates({ alerts, most, talk, words = stageWords }: Props) {
  const shown = alerts.shown.slice(0, most);
  return (
    <div class="alerts" aria-live="off">
      {shown.map(({ moment, isLeaving }, place) => (
        <div class="alert-row" key={moment.key}>
          <AlertPlate moment={moment} isLeaving={isLeaving} talk={talk} words={words} />
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

type PlateProps = { moment: StageMoment; isLeaving: boolean } & Pick<Props, 'talk'> & { words: AlertWords };

function AlertPlate({ moment, isLeaving, talk, words }: PlateProps) {
  const count = countOf(moment);
  const amount = amountOf(moment, words);
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
      <bdi class="line alert-name">{onAir(moment.name)}</bdi>
      <span class="line alert-deed">{deedOf(moment, words)}</span>
      {/* A new key starts the one short swell anew each time the streak grows. */}
      {count > 1 && (
        <span class="alert-count" key={count}>
          ×{count}
        </span>
      )}
      {amount !== null && <span class="alert-amount">{amount}</span>}
      {diamonds !== undefined && talk.prices && (
        <span class="alert-worth">
          {countText(diamonds, words.language.value ?? 'en')}
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
