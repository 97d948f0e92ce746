import type { Namespace, Socket } from 'socket.io';
import type { OnStage, StageView } from '../../shared/stage-view.ts';
import type { Instant } from '../../shared/time.ts';
import type { Stages } from '../app/stages.ts';
import { cutStuck } from './budget.ts';
import { coalesce } from './coalesce.ts';
import { VIEW_EVERY_MS } from './pages.ts';

interface ViewDeps {
  readonly stages: Pick<Stages, 'list' | 'onCut'>;
  /** Null when there is no such stage any more; `first`: with the moments of the last seconds. */
  readonly viewOf: (stage: string, first: boolean) => Promise<StageView | null>;
  /** What was done by hand and holds now. */
  readonly byHand: () => OnStage;
  readonly serverTime: () => Instant;
  readonly onFault: (error: unknown) => void;
}

/** Views after changes, at most 20 a second, each stage for itself; what is done by hand goes past all of that. */
export function openViews(namespace: Namespace, { stages, viewOf, byHand, serverTime, onFault }: ViewDeps) {
  const last = new Map<string, { readonly turn: number; readonly view: StageView }>();
  let turns = 0;

  /**
   * What a view says of the hand's acts and of the time was true when it was made; what holds now is said as it is sent. A
   * page reads the age of alerts from that time: an old one would make them young again.
   */
  const asOfNow = (view: StageView): StageView => ({ ...view, ...byHand(), serverTime: serverTime() });
  const send = (stage: string, view: StageView) => void namespace.to(stage).emit('view', asOfNow(view));

  /** The newest view there is by then: one that was begun later may have been made sooner. */
  async function make(stage: string, first: boolean): Promise<StageView | null> {
    turns += 1;
    const turn = turns;
    const view = await viewOf(stage, first);
    if (!view) return null;
    const { moments } = view;
    const known = last.get(stage);
    if (known && known.turn > turn) return { ...known.view, moments };
    last.set(stage, { turn, view: { ...view, moments: [] } });
    return view;
  }

  const each = async (id: string) => {
    const view = await make(id, false);
    if (view) send(id, view);
  };
  const views = coalesce(
    VIEW_EVERY_MS,
    async () => {
      cutStuck(namespace);
      const there = stages.list().filter(({ id }) => namespace.adapter.rooms.has(id));
      // One that cannot be made must not keep the others from theirs.
      for (const { id } of there) await each(id).catch(onFault);
    },
    onFault,
  );
  stages.onCut((stage) => void last.delete(stage));
  return {
    ...views,
    /** False when there is no such stage any more. */
    async welcome(socket: Socket, stage: string): Promise<boolean> {
      const view = await make(stage, true);
      if (view) socket.emit('view', asOfNow(view));
      return view !== null;
    },
    /** With the last view of each stage, so that it waits for no store and for no turn; a whole one follows. */
    steer(): void {
      for (const [stage, { view }] of last) send(stage, view);
      views.ask();
    },
  };
}
