import type { Server } from 'socket.io';
import { z } from 'zod';
import { NAMESPACES, type StageFigures, type StageMoment, type StageView } from '../../shared/protocol.ts';
import type { StageDesign } from '../../shared/stage-design.ts';
import type { Stages } from '../app/stages.ts';
import { cutStuck } from './budget.ts';
import { coalesce } from './coalesce.ts';
import { joined } from './joined.ts';
import { onlyKnown, textOf, VIEW_EVERY_MS } from './pages.ts';

/** Goals and leaderboards need no more than this. */
const FIGURES_EVERY_MS = 500;

const Report = z.object({
  width: z.int().min(0).max(100_000),
  height: z.int().min(0).max(100_000),
  browser: z.string().max(200),
  framesPerSecond: z.number().min(0).max(1000),
});

/**
 * The stages' sockets: the whole view on connect and, coalesced, after each change; moments joined. A stage's token
 * opens its own view and nothing else. `viewOf` makes a stage's view.
 */
export function stageSockets(
  io: Server,
  deps: {
    stages: Stages;
    viewOf: (stageId: string, first: boolean) => Promise<StageView>;
    designOf: (stageId: string) => Promise<StageDesign | null>;
    figures: () => Promise<StageFigures>;
    onFault: (error: unknown) => void;
  },
) {
  const { stages, viewOf, designOf, onFault } = deps;
  const namespace = io.of(NAMESPACES.stage);
  onlyKnown(namespace, (auth) => stages.byToken(textOf(auth, 'token'))?.id ?? null);

  const views = coalesce(
    VIEW_EVERY_MS,
    async () => {
      cutStuck(namespace);
      for (const stage of stages.list()) {
        if (namespace.adapter.rooms.has(stage.id)) namespace.to(stage.id).emit('view', await viewOf(stage.id, false));
      }
    },
    onFault,
  );
  const moments = joined<StageMoment>({
    keyOf: (moment) => moment.key,
    pages: () => namespace.sockets.size,
    send: (items) => {
      cutStuck(namespace);
      namespace.emit('moments', items);
    },
  });

  const figures = coalesce(
    FIGURES_EVERY_MS,
    async () => {
      if (namespace.sockets.size === 0) return;
      cutStuck(namespace);
      namespace.emit('figures', await deps.figures());
    },
    onFault,
  );
  /** The first page of all makes the sounds: two stages in one OBS would play everything twice. */
  let voice: string | null = null;
  const giveVoice = () => {
    if (voice !== null && namespace.sockets.has(voice)) return;
    const next = namespace.sockets.values().next().value;
    voice = next?.id ?? null;
    next?.emit('voice', true);
  };

  namespace.on('connection', async (socket) => {
    const stage = String(socket.data.who);
    socket.on('alive', (report: unknown) => {
      const read = Report.safeParse(report);
      if (read.success) stages.pageThere(socket.id, stage, read.data);
    });
    socket.on('disconnect', () => {
      stages.pageGone(socket.id);
      giveVoice();
    });
    stages.pageThere(socket.id, stage, null);
    try {
      // The view first, then the room: no change falls between, since a change after this asks for a view anew.
      await socket.join(stage);
      // The design first: a view is drawn by it.
      socket.emit('design', await designOf(stage));
      socket.emit('figures', await deps.figures());
      socket.emit('view', await viewOf(stage, true));
      giveVoice();
    } catch (error) {
      onFault(error);
      socket.disconnect(true);
    }
  });

  stages.onRotate((stage) => namespace.in(stage).disconnectSockets(true));
  stages.onReload((stage) => void namespace.to(stage).emit('reload'));

  return {
    /** Something of the stage's view has changed. */
    changed: views.ask,
    /** A number has run up that goals or the leaderboard show. */
    counted: figures.ask,
    /** A stage looks otherwise now. */
    async redesigned(stage: string): Promise<void> {
      namespace.to(stage).emit('design', await designOf(stage));
    },
    /** Something is worth showing now. */
    show(news: ReadonlyArray<StageMoment>): void {
      if (news.length === 0) return;
      stages.remember(news);
      moments.add(news);
    },
    close(): void {
      views.stop();
      figures.stop();
      moments.stop();
    },
  };
}
