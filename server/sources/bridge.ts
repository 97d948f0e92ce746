import { WebSocket } from 'ws';
import type { LiveEvent } from '../../shared/events.ts';
import type { EpochMillis } from '../../shared/time.ts';
import { keepConnected, type Line, type Outcome, type Surroundings, type Timing } from './feed.ts';
import { readFlat } from './flat.ts';
import type { Source } from './source.ts';
import type { BridgeSpec } from './spec.ts';

export interface BridgeOptions extends Surroundings {
  readonly timing: Timing;
}

/** A program on this machine may be asked often: the streamer starts it when it suits. */
export const BRIDGE_TIMING: Timing = {
  backoff: { firstMillis: 1000, mostMillis: 5000 },
  quietMillis: 25_000,
};

/** The largest message that is read. The dump of settings that TikFinity greets with stays below. */
const LARGEST_MESSAGE_BYTES = 8 * 1024 * 1024;
const CONNECT_LIMIT_MILLIS = 5000;

const NAME = { tikfinity: 'TikFinity', indofinity: 'IndoFinity' };

/** A program on the streamer's machine that passes the live on by a websocket, in the flat v1 shape. */
export function bridgeSource(spec: BridgeSpec, options: BridgeOptions): Source {
  const { id, url } = spec;
  const name = NAME[spec.type];
  return {
    id,
    origin: { source: id, kind: 'live' },
    run: (sink, stop) =>
      keepConnected(
        {
          timing: options.timing,
          connecting: `Looking for ${name}.`,
          live: `Connected to ${name}.`,
          quiet: `${name} is connected but sends nothing. Check that it is connected to your live; this connects again by itself.`,
          connect: (line) => connectOnce({ id, url, name }, line, options),
        },
        sink,
        stop,
        options,
      ),
  };
}

interface Bridge {
  readonly id: string;
  readonly url: string;
  readonly name: string;
}

function connectOnce({ id, url, name }: Bridge, line: Line, { now }: Surroundings): Promise<Outcome> {
  const over = Promise.withResolvers<Outcome>();
  const socket = new WebSocket(url, {
    handshakeTimeout: CONNECT_LIMIT_MILLIS,
    maxPayload: LARGEST_MESSAGE_BYTES,
    perMessageDeflate: false,
    followRedirects: false,
  });
  let opened = false;
  const hangUp = () => socket.terminate();
  line.hangUp.addEventListener('abort', hangUp, { once: true });
  if (line.hangUp.aborted) hangUp();
  socket.on('open', () => {
    opened = true;
    line.opened(null);
  });
  const keep = keeper(socket, line);
  socket.on('message', (bytes, isBinary) => {
    try {
      if (isBinary) line.skipped('binary message');
      else take(bytes.toString(), { id, name }, { line, keep: keep.event, at: now() });
    } catch (error) {
      // Thrown on, it would end the program, and any other program may sit on that port.
      line.fault(error);
    }
  });
  // Every error is followed by a close, which tells it.
  socket.on('error', () => undefined);
  socket.on('close', (code) => {
    line.hangUp.removeEventListener('abort', hangUp);
    keep.now();
    over.resolve(opened ? dropped(name, code) : notThere(name));
  });
  return over.promise;
}

/** Events that may wait for the store before the program on the other side has to wait too. */
const MOST_WAITING = 4000;

/**
 * Hands on together what arrives in one turn, and reads no further while the store is behind: a storm then waits in the
 * bridge, not in this program's memory.
 */
function keeper(socket: WebSocket, line: Line): { event(event: LiveEvent): void; now(): void } {
  let turn: LiveEvent[] = [];
  let waiting = 0;
  async function hand(): Promise<void> {
    const events = turn;
    turn = [];
    waiting += events.length;
    if (waiting > MOST_WAITING && !socket.isPaused) {
      socket.pause();
      line.hold();
    }
    await line.accept(events);
    waiting -= events.length;
    if (socket.isPaused && waiting <= MOST_WAITING / 2) {
      socket.resume();
      line.goOn();
    }
  }
  return {
    event(event) {
      if (turn.length === 0) setImmediate(() => void hand());
      turn.push(event);
    },
    /** What came just before the end of the socket is handed on before the line is over. */
    now: () => void hand(),
  };
}

interface Hearing {
  readonly line: Line;
  readonly keep: (event: LiveEvent) => void;
  readonly at: EpochMillis;
}

function take(text: string, { id, name }: Pick<Bridge, 'id' | 'name'>, { line, keep, at }: Hearing): void {
  const heard = readFlat(text, id, at);
  if (heard.type === 'skipped') line.skipped(heard.what);
  if (heard.type === 'platform' && !heard.connected) line.lost(withoutLive(name));
  else if (heard.type !== 'skipped' || heard.alive) line.heard();
  if (heard.type === 'event') keep(heard.event);
}

function notThere(name: string): Outcome {
  return {
    state: 'waiting',
    why: 'bridge-not-running',
    detail: `${name} does not answer on this computer. Start it; this connects by itself.`,
  };
}

function dropped(name: string, code: number): Outcome {
  return {
    state: 'reconnecting',
    why: 'dropped',
    detail: `The connection to ${name} dropped (code ${code}). Connecting again; events may be missing.`,
  };
}

function withoutLive(name: string): Outcome {
  return {
    state: 'waiting',
    why: 'bridge-without-live',
    detail: `${name} has lost its connection to TikTok. Connect it to your live again.`,
  };
}
