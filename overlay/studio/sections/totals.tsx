import { TriangleAlert } from 'lucide';
import { formatMoney } from '../../../shared/money-text.ts';
import { Icon } from '../../parts/icon.tsx';
import { clock, relative } from '../../parts/time-words.ts';
import { now, view } from '../model/state.ts';
import { isRunning } from '../model/strip.ts';
import { say, tongue } from '../model/words.ts';
import { ShowSwitch } from './show-switch.tsx';

/** The running totals of this show, or of the last one. */
export function TotalsCard() {
  const current = view.value;
  if (!current) return null;
  const { totals, gaps } = current.live;
  const running = isRunning(current);
  const count = (value: number) => new Intl.NumberFormat(tongue()).format(value);
  const tips = totals.tips.map((sum) => formatMoney(sum, tongue())).join(' + ');
  const short = gaps.length > 0;
  return (
    <section class="card stack" aria-label={say('totals.title')}>
      <div class="apart">
        <div>
          <h2>{say('totals.title')}</h2>
          <p class="quiet small">{sessionText()}</p>
        </div>
        <ShowSwitch running={running} />
      </div>
      <dl class="totals figures">
        <Total name={say('totals.diamonds')} value={count(totals.diamonds)} short={short} main />
        <Total name={say('totals.gifts')} value={count(totals.gifts)} short={short} main />
        <Total
          name={say('totals.viewers')}
          value={count(totals.viewersNow)}
          note={say('totals.peak', { count: count(totals.viewersPeak) })}
          main
        />
        <Total name={say('totals.likes')} value={count(totals.likes)} short={short} />
        <Total name={say('totals.follows')} value={count(totals.follows)} short={short} />
        <Total name={say('totals.chats')} value={count(totals.chats)} short={short} />
        <Total name={say('totals.shares')} value={count(totals.shares)} short={short} />
        <Total name={say('totals.subscribes')} value={count(totals.subscribes)} short={short} />
        <Total name={say('totals.tips')} value={tips || count(0)} short={short} />
      </dl>
    </section>
  );
}

function sessionText(): string {
  const session = view.value?.live.session;
  if (!session) return say('totals.none');
  if (session.endedAt) return say('totals.ended', { ago: relative(session.endedAt, now.value, tongue()) });
  return say('totals.running', { time: clock(session.startedAt, undefined, tongue()) });
}

interface TotalProps {
  name: string;
  value: string;
  note?: string;
  /** The feed had gaps, so the figure may be short. */
  short?: boolean;
  main?: boolean;
}

function Total({ name, value, note, short, main }: TotalProps) {
  return (
    <div class={main ? 'total total-main' : 'total'}>
      <dt class="small quiet">
        {name}
        {short && (
          <span class="total-short" title={say('gap.mark')}>
            <Icon node={TriangleAlert} size={14} label={say('gap.mark')} />
          </span>
        )}
      </dt>
      <dd>
        {value}
        {note && <span class="small quiet">{note}</span>}
      </dd>
    </div>
  );
}
