import type { Server, Socket } from 'socket.io';
import { type DeskFromServer, NAMESPACES } from '../../shared/protocol.ts';
import { cutStuck } from './budget.ts';
import { coalesce } from './coalesce.ts';
import { newestTo } from './newest-to.ts';
import type { Visitor } from './people.ts';

/** The person at a page of the desk, as they stand now. */
export function personAt<Person>(socket: Socket): Person {
  return (socket.data.who as Visitor<Person>).person;
}

/**
 * One message of the desk beside its view: sent whole on connect and, coalesced to `everyMs`, after each change of what
 * `on` names, to whoever `valueOf` has something for (null: nothing, also when a right is missing). Returns what ends it.
 */
export function deskNews<Person, Event extends keyof DeskFromServer>(
  io: Server,
  deps: {
    event: Event;
    everyMs: number;
    valueOf: (person: Person) => Promise<Parameters<DeskFromServer[Event]>[0] | null>;
    /** Ways to be told of changes, each returning what ends that. */
    on: ReadonlyArray<(listener: () => void) => () => void>;
    onFault: (error: unknown) => void;
  },
): () => void {
  const namespace = io.of(NAMESPACES.desk);
  const send = newestTo(
    (socket: Socket) => deps.valueOf(personAt<Person>(socket)),
    (socket, value) => {
      if (value !== null) socket.emit(deps.event, value);
    },
  );
  const all = coalesce(
    deps.everyMs,
    async () => {
      cutStuck(namespace);
      for (const socket of namespace.sockets.values()) await send(socket).catch(deps.onFault);
    },
    deps.onFault,
  );
  namespace.on('connection', (socket) => void send(socket).catch(deps.onFault));
  const forget = deps.on.map((onChange) => onChange(all.ask));
  return () => {
    for (const one of forget) one();
    all.stop();
  };
}
