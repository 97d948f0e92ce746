import type { ReadonlySignal } from '@preact/signals';
import { signal } from '@preact/signals';
import { io, type Socket } from 'socket.io-client';
import type {
  DeskFromServer,
  DeskToServer,
  StageFromServer,
  StageToServer,
  StudioFromServer,
  ThreadFromServer,
} from '../shared/protocol.ts';
import { NAMESPACES } from '../shared/protocol.ts';

/** Events per namespace: what the server tells, and what the page may tell. */
interface Talk {
  stage: { hears: StageFromServer; tells: StageToServer };
  desk: { hears: DeskFromServer; tells: DeskToServer };
  studio: { hears: StudioFromServer; tells: Record<never, never> };
  thread: { hears: ThreadFromServer; tells: Record<never, never> };
}

/**
 * `connecting`: never connected yet. `lost`: was connected, tries again by itself. `refused`: the server knows us no
 * more (a rotated or expired token); asked again now and then, with whatever `auth` gives then.
 */
export type ConnectionState = 'connecting' | 'connected' | 'lost' | 'refused';

export interface Connection<Name extends keyof Talk> {
  readonly state: ReadonlySignal<ConnectionState>;
  /** Hears one event of the server; the first view comes right after each connect. */
  on<E extends keyof Talk[Name]['hears'] & string>(event: E, listener: Talk[Name]['hears'][E]): void;
  /** Tells the server now; while there is no connection it is dropped, never kept for later. */
  tell<E extends keyof Talk[Name]['tells'] & string>(
    event: E,
    ...values: Talk[Name]['tells'][E] extends (...values: infer V) => void ? V : never
  ): void;
  close(): void;
}

const FIRST_DELAY_MILLIS = 500;
const LONGEST_DELAY_MILLIS = 8_000;
const REFUSED_DELAY_MILLIS = 10_000;

type Auth = () => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>;

/**
 * Connects to one namespace of our own server by websocket alone, and again for ever, backing off with jitter.
 * `auth` is asked anew at every attempt, so that a token fetched by it is fresh; if it fails, the attempt counts as lost.
 */
export function connect<Name extends keyof Talk>(name: Name, auth: Auth): Connection<Name> {
  const socket = openSocket(name, auth);
  const { state, stop } = keepConnected(socket);
  return {
    state,
    on: (event, listener) => {
      socket.on(event as string, listener as (...values: unknown[]) => void);
    },
    tell: (event, ...values) => {
      // Not `volatile`: that drops the second of two things told in one turn, too.
      if (socket.connected) socket.emit(event, ...values);
    },
    close: () => {
      stop();
      socket.close();
    },
  };
}

function openSocket(name: keyof Talk, auth: Auth): Socket {
  return io(NAMESPACES[name], {
    transports: ['websocket'],
    reconnectionDelay: FIRST_DELAY_MILLIS,
    reconnectionDelayMax: LONGEST_DELAY_MILLIS,
    randomizationFactor: 0.5,
    // A line that is taken and hung up before its first word counts as failed only after this; 20 s is the library's own.
    timeout: 5_000,
    auth: (give) => {
      // An empty payload is refused by the server and comes back as `connect_error`, which is the way to a next try.
      Promise.resolve()
        .then(auth)
        .then(give, () => give({}));
    },
  });
}

/** Tries again where socket.io does not by itself, until it is stopped; tells how the connection stands. */
function keepConnected(socket: Socket): { readonly state: ReadonlySignal<ConnectionState>; readonly stop: () => void } {
  const state = signal<ConnectionState>('connecting');
  let again: ReturnType<typeof setTimeout> | undefined;
  function retryLater(millis: number): void {
    clearTimeout(again);
    again = setTimeout(() => socket.connect(), millis * (0.75 + Math.random() * 0.5));
  }
  socket.on('connect', () => {
    state.value = 'connected';
  });
  socket.on('disconnect', (reason) => {
    state.value = 'lost';
    // The one reason after which socket.io does not come back by itself: the server closed us (rotation, restart, budget).
    if (reason === 'io server disconnect') retryLater(FIRST_DELAY_MILLIS);
  });
  socket.on('connect_error', () => {
    // An active socket tries again by itself; an inactive one was refused by the server.
    if (socket.active) {
      if (state.value !== 'connecting') state.value = 'lost';
      return;
    }
    state.value = 'refused';
    retryLater(REFUSED_DELAY_MILLIS);
  });
  const stopHearing = hearReturn(() => {
    if (state.value !== 'lost') return;
    // The wait for the next attempt ends with the attempts; nothing was connected that this could cut.
    socket.disconnect();
    socket.connect();
  });
  const stop = () => {
    stopHearing();
    clearTimeout(again);
  };
  return { state, stop };
}

/** Calls when this machine is online again, or the page in sight: nobody who looks waits for the rest of a back-off. */
function hearReturn(back: () => void): () => void {
  const seen = () => {
    if (document.visibilityState === 'visible') back();
  };
  addEventListener('online', back);
  document.addEventListener('visibilitychange', seen);
  return () => {
    removeEventListener('online', back);
    document.removeEventListener('visibilitychange', seen);
  };
}
