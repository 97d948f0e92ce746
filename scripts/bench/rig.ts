import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import { NAMESPACES } from '../../shared/protocol.ts';
import type { StageMoment, StageView } from '../../shared/stage-view.ts';
import { OWNER_TOKEN, type Program, startCuedesk, startRelay } from './programs.ts';

export const CLIENTS = 3;

/** Called for each event a client was shown, with the event's serial number. */
export type Shown = (client: number, serial: number) => void;

/** A program between a bridge of ours, which sends the events, and three clients of ours, which see them. */
export interface Rig {
  readonly name: 'relay' | 'durable-relay' | 'cuedesk';
  readonly program: Program;
  send(serial: number): void;
  /** Who hears what the clients are shown; one at a time. */
  listen(shown: Shown): void;
  close(): Promise<void>;
}

/** One gift in the flat shape of a bridge, 500 bytes long. */
export function giftFrame(serial: number): string {
  const data = {
    msgId: `73010280${String(serial).padStart(12, '0')}`,
    createTime: Date.now(),
    userId: `68${String(serial % 5000).padStart(8, '0')}`,
    uniqueId: `viewer_${serial % 5000}`,
    nickname: `v${serial}`,
    giftId: 5655,
    giftName: 'Rose',
    giftType: 2,
    diamondCount: 1,
    repeatCount: 1,
    repeatEnd: true,
    describe: '',
  };
  const bare = JSON.stringify({ event: 'gift', data }).length;
  data.describe = 'x'.repeat(Math.max(0, 500 - bare));
  return JSON.stringify({ event: 'gift', data });
}

const serialOf = (name: string) => Number(name.slice(1));

/** A bridge of ours on the loopback, which a program is given as its source. */
export async function openBridge() {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
  await new Promise((resolve) => server.once('listening', resolve));
  const socket = new Promise<WebSocket>((resolve) => server.once('connection', resolve));
  return { url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/`, socket, close: () => server.close() };
}

export async function openRelay(kind: 'relay' | 'durable-relay' = 'relay'): Promise<Rig> {
  const bridge = await openBridge();
  const program = await startRelay(kind, bridge.url);
  let tell: Shown = () => undefined;
  const clients = await Promise.all(
    Array.from({ length: CLIENTS }, async (_, client) => {
      const socket = new WebSocket(program.url.replace('http', 'ws'), { perMessageDeflate: false });
      socket.on('message', (bytes) => tell(client, serialOf(JSON.parse(bytes.toString()).data.nickname)));
      await new Promise((resolve) => socket.once('open', resolve));
      return socket;
    }),
  );
  const source = await bridge.socket;
  return rig(kind, program, source, {
    listen: (shown) => {
      tell = shown;
    },
    close: () => {
      for (const socket of clients) socket.close();
      bridge.close();
    },
  });
}

export async function openCuedesk(): Promise<Rig> {
  const bridge = await openBridge();
  const program = await startCuedesk(`--source=tikfinity:${bridge.url}`);
  const source = await bridge.socket;
  let tell: Shown = () => undefined;
  const clients = await Promise.all(
    Array.from({ length: CLIENTS }, (_, client) =>
      openStage(program, (moments) => {
        for (const moment of moments) tell(client, serialOf(moment.name));
      }),
    ),
  );
  return rig('cuedesk', program, source, {
    listen: (shown) => {
      tell = shown;
    },
    close: () => {
      for (const socket of clients) socket.close();
      bridge.close();
    },
  });
}

/**
 * A stage page as the server sees one, that has its view: socket.io's packets on a plain websocket, written and read by
 * hand. A page has a process of its own; three of socket.io's clients in this one would cost it more than the three of the
 * relay do, and that would be measured as the server's. https://socket.io/docs/v4/socket-io-protocol/
 */
export async function openStage(
  program: Program,
  shown: (moments: StageMoment[]) => void,
  viewed: (view: StageView) => void = () => undefined,
): Promise<WebSocket> {
  const { stage } = NAMESPACES;
  const address = `${program.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
  const token = await stageToken(program);
  const socket = new WebSocket(address, { perMessageDeflate: false });
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.on('close', () => reject(new Error('a stage was cut')));
    socket.on('message', (bytes) => {
      const packet = bytes.toString();
      if (packet.startsWith('0')) socket.send(`40${stage},${JSON.stringify({ token })}`);
      else if (packet === '2') socket.send('3');
      else if (packet.startsWith(`42${stage},`)) {
        const [name, value] = JSON.parse(packet.slice(stage.length + 3)) as [string, unknown];
        if (name === 'moments') shown(value as StageMoment[]);
        else if (name === 'view') {
          viewed(value as StageView);
          resolve();
        }
      } else if (packet.startsWith('44')) reject(new Error(`a stage was refused: ${packet}`));
    });
  });
  return socket;
}

function rig(
  name: Rig['name'],
  program: Program,
  source: WebSocket,
  { listen, close }: { listen: Rig['listen']; close: () => void },
): Rig {
  return {
    name,
    program,
    send: (serial) => source.send(giftFrame(serial)),
    listen,
    close: async () => {
      close();
      source.terminate();
      await program.stop();
    },
  };
}

async function stageToken(program: Program): Promise<string> {
  return String((await stageUrl(program)).split('#')[1]);
}

/** The first stage's address, with its token. */
export async function stageUrl(program: Program): Promise<string> {
  const headers = { authorization: `Bearer ${OWNER_TOKEN}` };
  const answer = await fetch(`${program.url}/api/v1/stages`, { headers });
  if (!answer.ok) throw new Error(`GET /api/v1/stages answered ${answer.status}`);
  const stages = (await answer.json()) as { url: string }[];
  return String(stages[0]?.url);
}
