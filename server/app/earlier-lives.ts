import type { LiveSession } from '../../shared/live.ts';
import type { GoalSums, StageFigures } from '../../shared/stage-view.ts';
import { type EpochMillis, type Instant, toMillis } from '../../shared/time.ts';
import { sumOfLives } from '../core/stage/earlier-lives.ts';
import { readLivesSince } from '../store/earlier-lives.ts';
import { countBookedWithin } from '../store/request-counts.ts';
import type { Store } from '../store/store.ts';
import { kept } from './kept-until.ts';
import type { StageDesigns } from './stage-designs.ts';
import type { Stages } from './stages.ts';

/** What ended stays as it is; what is booked between two lives is looked at this often. */
const KEPT_MS = 5000;
/** Days from which goals count; a stage has forty widgets at most, and nobody as many projects. */
const MOST_DAYS = 20;

/** From when the goals of all stages count that go on over several lives. */
export function goalDays(stages: Pick<Stages, 'list'>, stageDesigns: Pick<StageDesigns, 'of'>) {
  return async (): Promise<Instant[]> => {
    const designs = await Promise.all(stages.list().map(({ id }) => stageDesigns.of(id)));
    const widgets = designs.flatMap((design) => design?.widgets ?? []);
    const days = widgets.flatMap((widget) => (widget.kind === 'goal' && widget.since ? [widget.since] : []));
    return [...new Set(days)].slice(0, MOST_DAYS);
  };
}

/** What the lives before this one brought, for goals that go on; undefined where there is no such goal. */
export function createEarlierLives(deps: {
  store: Store;
  creatorId: string;
  clock: () => EpochMillis;
  goalDays: () => Promise<Instant[]>;
}) {
  const { store, creatorId, clock } = deps;
  let asked = '';
  let session: LiveSession['session'] = null;
  let days: Instant[] = [];
  const sums = kept(KEPT_MS, clock, async () => {
    const made = days.map(async (day): Promise<[Instant, GoalSums]> => [day, await since(toMillis(day), session)]);
    return Object.fromEntries(await Promise.all(made));
  });

  async function since(day: EpochMillis, current: LiveSession['session']): Promise<GoalSums> {
    const lives = await readLivesSince(store.db, creatorId, day, current?.id ?? null);
    const last = Number.MAX_SAFE_INTEGER;
    const booked = (from: EpochMillis, to: EpochMillis) =>
      from < to ? countBookedWithin(store.db, creatorId, { from, to }) : 0;
    const before = await booked(day, current ? toMillis(current.startedAt) : last);
    const after = current?.endedAt ? await booked(Math.max(day, toMillis(current.endedAt)), last) : 0;
    return { ...sumOfLives(lives), bookings: before + after };
  }

  return {
    async besides(current: LiveSession['session']): Promise<StageFigures['earlier']> {
      days = await deps.goalDays();
      if (days.length === 0) return undefined;
      const asking = `${current?.id} ${current?.endedAt} ${days.join(' ')}`;
      if (asking !== asked) sums.forget();
      asked = asking;
      session = current;
      return sums.now();
    },
    forget: sums.forget,
  };
}
