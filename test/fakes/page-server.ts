import { createReadStream, existsSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';
import { Server, type Socket } from 'socket.io';
import { FIRST_DESIGN } from '../../shared/first-design.ts';
import type { StageFromServer, StageToServer } from '../../shared/protocol.ts';
import { NAMESPACES } from '../../shared/protocol.ts';
import type { StageDesign } from '../../shared/stage-design.ts';
import type { StageFigures, StageMoment, StageSample, StageView } from '../../shared/stage-view.ts';

const dist = resolve(import.meta.dirname, '../../dist');
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
/** The policy of security.md B3: a page that breaks it here breaks it on the real server too. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
  "object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

/** A server that speaks to a stage as ours does, but says what the test tells it. */
export interface PageServer {
  readonly stageAddress: string;
  /** What a stage is given on its next connect. */
  view: StageView;
  /** The same of the design, and of the figures unless they are null. */
  design: StageDesign;
  figures: StageFigures | null;
  /** Whether a stage that connects is the one that makes sounds. */
  voice: boolean;
  /** False: a stage gets its page and no connection. */
  takesSockets: boolean;
  /** Pictures of gifts by their path; any other path under theirs is one that cannot be had. */
  readonly pictures: Map<string, Buffer>;
  tellView(): void;
  tellDesign(): void;
  tellFigures(): void;
  tellMoments(moments: StageMoment[]): void;
  /** As when the studio points a widget out. */
  pointOut(widget: string): void;
  /** As when the studio tries a widget out. */
  tryOut(sample: StageSample): void;
  /** Number of signs of life that came. */
  alive(): number;
  /** Which alerts pages said they skipped, in order. */
  readonly skipped: string[];
  /** Cuts all sockets; they may come again. */
  hangUp(): void;
  /** Cuts all connections and takes no new ones. */
  goAway(): Promise<void>;
  /** Is there again on the same port, as after a restart. */
  comeBack(): Promise<void>;
}

/** Serves the built pages (`dist`) on a free port; `token` is the only one that opens a stage. */
export async function startPageServer(view: StageView, token = 'the-token-of-the-stage'): Promise<PageServer> {
  const pictures = new Map<string, Buffer>();
  let alive = 0;
  const welcome = (socket: Socket<StageToServer, StageFromServer>) => {
    socket.emit('design', server.design);
    if (server.figures) socket.emit('figures', server.figures);
    socket.emit('view', server.view);
    if (server.voice) socket.emit('voice', true);
    socket.on('alive', () => {
      alive += 1;
    });
    socket.on('skipped', (key) => void server.skipped.push(key));
  };
  const open = (port: number) => openDoor({ port, token, pictures, welcome, takes: () => server.takesSockets });
  let door = await open(0);
  const { port } = door;
  const server: PageServer = {
    stageAddress: `http://127.0.0.1:${port}/stage/#${token}`,
    view,
    design: FIRST_DESIGN,
    figures: null,
    voice: false,
    takesSockets: true,
    pictures,
    tellView: () => void door.stages.emit('view', server.view),
    tellDesign: () => void door.stages.emit('design', server.design),
    tellFigures: () => {
      if (server.figures) door.stages.emit('figures', server.figures);
    },
    tellMoments: (moments) => void door.stages.emit('moments', moments),
    pointOut: (widget) => void door.stages.emit('point', widget),
    tryOut: (sample) => void door.stages.emit('sample', sample),
    alive: () => alive,
    skipped: [],
    hangUp: () => void door.stages.disconnectSockets(true),
    goAway: () => door.close(),
    comeBack: async () => {
      door = await open(port);
    },
  };
  return server;
}

/** One run of the server, on this port or on a free one. */
async function openDoor({
  port,
  token,
  pictures,
  welcome,
  takes,
}: {
  port: number;
  token: string;
  pictures: ReadonlyMap<string, Buffer>;
  welcome: (socket: Socket<StageToServer, StageFromServer>) => void;
  takes: () => boolean;
}) {
  const http = createServer((request, response) => serve(request, response, pictures));
  const io = new Server<object, object>(http, {
    transports: ['websocket'],
    allowRequest: (_request, answer) => answer(null, takes()),
  });
  const stages = io.of(NAMESPACES.stage) as ReturnType<Server<StageToServer, StageFromServer>['of']>;
  stages.use((socket, next) => next(socket.handshake.auth['token'] === token ? undefined : new Error('not-signed-in')));
  stages.on('connection', welcome);
  await new Promise<void>((ready) => http.listen(port, '127.0.0.1', ready));
  return {
    port: (http.address() as AddressInfo).port,
    stages,
    async close(): Promise<void> {
      // A browser keeps its connections open, and a close would wait for them.
      http.closeAllConnections();
      await io.close();
    },
  };
}

function serve(request: IncomingMessage, response: ServerResponse, pictures: ReadonlyMap<string, Buffer>): void {
  const { pathname } = new URL(request.url ?? '/', 'http://page');
  if (pathname.startsWith('/stage/gift/')) {
    const picture = pictures.get(pathname);
    response.writeHead(picture ? 200 : 204, picture ? { 'content-type': 'image/png' } : {}).end(picture);
    return;
  }
  const file = join(dist, pathname === '/stage/' ? 'stage/index.html' : pathname);
  if (!file.startsWith(dist) || !existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'content-security-policy': POLICY,
    'referrer-policy': 'no-referrer',
  });
  createReadStream(file).pipe(response);
}
