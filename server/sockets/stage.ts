import type { Namespace, Server, Socket } from 'socket.io';
import { z } from 'zod';
import { NAMESPACES } from '../../shared/protocol.ts';
import type { StageDesign } from '../../shared/stage-design.ts';
import type { OnStage, StageFigures, StageView } from '../../shared/stage-view.ts';
import type { Instant } from '../../shared/time.ts';
import type { Stages } from '../app/stages.ts';
import { type GiftShowing, NAMES_ALONE, type News, type PicturePath, shownOn } from '../core/stage/news.ts';
import { cutStuck } from './budget.ts';
import { coalesce } from './coalesce.ts';
import { joined } from './joined.ts';
import { onlyKnown, textOf } from './pages.ts';
import { openViews } from './stage-views.ts';
import { createVoice } from './stage-voice.ts';

/** Goals and leaderboards need no more than this. */
const FIGURES_EVERY_MS = 500;

const Report = z.object({
  width: z.int().min(0).max(100_000),
  height: z.int().min(0).max(100_000),
  // Some browsers tell a long story of themselves; its beginning is enough.
  browser: z
    .string()
    .max(2000)
    .overwrite((text) => text.slice(0, 200)),
  framesPerSecond: z.number().min(0).max(1000),
});

const Waiting = z.int().min(0).max(10_000_000);

/** Keys of moments (core/views.ts): a number of the journal, or the streamer's own words by theirs. */
const SkippedKey = z
  .string()
  .max(40)
  .regex(/^(?:own )?\d+(?:\.\d+)?$/);

export interface StageDeps {
  readonly stages: Pick<
    Stages,
    | 'byToken'
    | 'list'
    | 'pageThere'
    | 'pageGone'
    | 'pageWaits'
    | 'onCut'
    | 'onReload'
    | 'onPoint'
    | 'onSample'
    | 'remember'
    | 'wasTold'
  >;
  /** Null when there is no such stage any more. `first`: with the moments of the last seconds. */
  readonly viewOf: (stageId: string, first: boolean) => Promise<StageView | null>;
  readonly designOf: (stageId: string) => Promise<StageDesign | null>;
  /** How a stage that has pages shows gifts. */
  readonly giftsOf: (stageId: string) => GiftShowing;
  readonly picturePath: PicturePath;
  readonly figures: () => Promise<StageFigures>;
  /** What was done by hand, as of this very moment. */
  readonly byHand: () => OnStage;
  /** How many of all skips no page may tell of any more. */
  readonly skipsOver: () => number;
  /** A page has told which alert a skip sent away there. */
  readonly skipped: (key: string) => Promise<void>;
  readonly serverTime: () => Instant;
  readonly onFault: (error: unknown) => void;
}

/** A page of a stage tells its size and frames now and then, and what a skip took off the air. */
const MESSAGES_A_MINUTE = 300;

/**
 * The stages' sockets: the whole view on connect and, coalesced, after each change; moments joined. A stage's token
 * opens its own view and nothing else.
 */
export function stageSockets(io: Server, deps: StageDeps) {
  const { stages, designOf, onFault } = deps;
  const namespace = io.of(NAMESPACES.stage);
  onlyKnown(namespace, MESSAGES_A_MINUTE, (auth) => stages.byToken(textOf(auth, 'token'))?.id ?? null);
  const views = openViews(namespace, deps);
  const figures = openFigures(namespace, deps);
  const moments = openMoments(namespace, deps);
  const voice = createVoice(namespace);

  async function welcome(socket: Socket, stage: string): Promise<void> {
    // The room first: what changes from here on is sent to it beside what is being made now. So each is told as it was read,
    // and nothing is waited for between: it would come after what is newer.
    await socket.join(stage);
    // The design before the view, which is drawn by it. Null: the stage went while its page came.
    const design = await designOf(stage);
    if (!design) return void socket.disconnect(true);
    socket.emit('design', design);
    socket.emit('figures', await deps.figures());
    if (!(await views.welcome(socket, stage))) return void socket.disconnect(true);
    figures.again();
    voice.came(socket.id);
  }

  namespace.on('connection', (socket) => {
    const stage = String(socket.data.who);
    socket.on('alive', (report: unknown) => {
      const read = Report.safeParse(report);
      if (!read.success) return;
      stages.pageThere(socket.id, stage, read.data);
      voice.told(socket.id, read.data.browser);
    });
    socket.on('waiting', (alerts: unknown) => {
      const read = Waiting.safeParse(alerts);
      if (read.success) stages.pageWaits(socket.id, read.data);
    });
    hearSkipped(socket, deps);
    socket.on('disconnect', () => {
      stages.pageGone(socket.id);
      voice.went(socket.id);
    });
    stages.pageThere(socket.id, stage, null);
    welcome(socket, stage).catch((error: unknown) => {
      onFault(error);
      socket.disconnect(true);
    });
  });

  stages.onCut((stage) => namespace.in(stage).disconnectSockets(true));
  stages.onReload((stage) => void namespace.to(stage).emit('reload'));
  stages.onPoint(({ stage, widget }) => void namespace.to(stage).emit('point', widget));
  stages.onSample(({ stage, sample }) => void namespace.to(stage).emit('sample', sample));

  return {
    /** Something of the stage's view has changed. */
    changed: views.ask,
    /** Something was done by hand: nothing waits for anything, and what happens next is shown as it says. */
    steered: views.steer,
    /** A number has run up that goals or the leaderboard show. */
    counted: figures.ask,
    /** A stage looks otherwise now. */
    async redesigned(stage: string): Promise<void> {
      namespace.to(stage).emit('design', await designOf(stage));
      // A goal of it may count from another day now.
      figures.ask();
    },
    /** Something is worth showing now. */
    show(news: ReadonlyArray<News>): void {
      if (news.length === 0) return;
      stages.remember(news);
      moments.add(news);
    },
    close(): void {
      for (const one of [views, figures, moments]) one.stop();
    },
  };
}

/**
 * A page names one alert for each skip that was just pressed, and only one that it may have had: its token lets it see a
 * stage, and take nothing else off it.
 */
function hearSkipped(socket: Socket, { stages, byHand, skipsOver, skipped, onFault }: StageDeps): void {
  const skips = () => byHand().alertControl.skips;
  let named = skips();
  socket.on('skipped', (key: unknown) => {
    const read = SkippedKey.safeParse(key);
    named = Math.max(named, skipsOver());
    if (!read.success || named >= skips() || !stages.wasTold(read.data)) return;
    named += 1;
    skipped(read.data).catch(onFault);
  });
}

/** Figures after changes, made only while there are pages, and sent only when one of them is another. */
function openFigures(namespace: Namespace, { figures: make, onFault }: StageDeps) {
  let sent = '';
  const figures = coalesce(
    FIGURES_EVERY_MS,
    async () => {
      if (namespace.sockets.size === 0) return;
      cutStuck(namespace);
      const now = await make();
      const text = JSON.stringify(now);
      if (text === sent) return;
      sent = text;
      namespace.emit('figures', now);
    },
    onFault,
  );
  return {
    ...figures,
    /** A page has come: what it was given may have been overtaken on the way. */
    again(): void {
      sent = '';
      figures.ask();
    },
  };
}

/** Moments as they come; a stage that shows gifts otherwise than by their names gets its own. */
function openMoments(namespace: Namespace, { stages, giftsOf, picturePath }: StageDeps) {
  const isPlain = ({ least, prices, pictures }: GiftShowing) => least === 0 && !prices && !pictures;
  return joined<News>({
    keyOf: ({ moment }) => moment.key,
    pages: () => namespace.sockets.size,
    send: (news) => {
      cutStuck(namespace);
      const own = stages.list().filter(({ id }) => namespace.adapter.rooms.has(id) && !isPlain(giftsOf(id)));
      const others = own.length === 0 ? namespace : namespace.except(own.map(({ id }) => id));
      others.emit('moments', shownOn(NAMES_ALONE, news, picturePath));
      for (const { id } of own) {
        const shown = shownOn(giftsOf(id), news, picturePath);
        if (shown.length > 0) namespace.to(id).emit('moments', shown);
      }
    },
  });
}
