import type { Server } from 'socket.io';
import { z } from 'zod';
import { NAMESPACES, type StageMoment, type StageView } from '../../shared/protocol.ts';
import type { Stages } from '../app/stages.ts';
import { cutStuck } from './budget.ts';
import { coalesce } from './coalesce.ts';
import { joined } from './joined.ts';
import { onlyKnown, textOf, VIEW_EVERY_MS } from './pages.ts';

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
    onFault: (error: unknown) => void;
  },
) {
  const { stages, viewOf, onFault } = deps;
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

  namespace.on('connection', async (socket) => {
    const stage = String(socket.data.who);
    socket.on('alive', (report: unknown) => {
      const read = Report.safeParse(report);
      if (read.success) stages.pageThere(socket.id, stage, read.data);
    });
    socket.on('disconnect', () => stages.pageGone(socket.id));
    stages.pageThere(socket.id, stage, null);
    try {
      // The view first, then the room: no change falls between, since a change after this asks for a view anew.
      await socket.join(stage);
      socket.emit('view', await viewOf(stage, true));
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
    /** Something is worth showing now. */
    show(news: ReadonlyArray<StageMoment>): void {
      if (news.length === 0) return;
      stages.remember(news);
      moments.add(news);
    },
    close(): void {
      views.stop();
      moments.stop();
    },
  };
}
