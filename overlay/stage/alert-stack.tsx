import type { IconNode } from 'lucide';
import { Gift, HandCoins, Heart, Share2, Sparkles, Star } from 'lucide';
import type { StageMoment } from '../../shared/protocol.ts';
import { Icon } from '../parts/icon.tsx';
import type { Alert } from './alerts.ts';
import { onAir } from './on-air.ts';
import { alerts } from './state.ts';
import { words } from './words.ts';

const ICONS: Readonly<Record<StageMoment['type'], IconNode>> = {
  gift: Gift,
  tip: HandCoins,
  subscribe: Star,
  follow: Heart,
  share: Share2,
  'fan-club': Sparkles,
};

/** At most two alerts, each of which grows in its place, and how many more there are. */
export function AlertStack() {
  const { shown, waiting } = alerts.value;
  return (
    <div class="alerts" aria-live="off">
      {shown.map((alert, place) => (
        <div class="alert-row" key={alert.moment.key}>
          <AlertPlate alert={alert} />
          {waiting.length > 0 && place === shown.length - 1 && (
            <span class="plate more">{words.say('more', { count: waiting.length })}</span>
          )}
        </div>
      ))}
    </div>
  );
}

function AlertPlate({ alert: { moment, leaving } }: { alert: Alert }) {
  const count = moment.type === 'gift' ? moment.count : 1;
  return (
    <div class={`plate alert alert-${moment.type}${leaving ? ' leaving' : ''}`} data-key={moment.key}>
      <span class="alert-icon">
        <Icon node={ICONS[moment.type]} />
      </span>
      <bdi class="line alert-name">{onAir(moment.name)}</bdi>
      <span class="line alert-deed">{deed(moment)}</span>
      {/* A new key starts the one short swell anew each time the streak grows. */}
      {count > 1 && (
        <span class="alert-count" key={count}>
          ×{count}
        </span>
      )}
    </div>
  );
}

function deed(moment: StageMoment): string {
  return moment.type === 'gift' ? words.say('sent', { gift: onAir(moment.gift) }) : words.say(moment.type);
}
