import type { Server, Socket } from 'socket.io';
import type { z } from 'zod';
import { type DeskToServer, NAMESPACES } from '../../shared/protocol.ts';

/** What a page may say of one kind a second; it needs two or three. */
const MOST_A_SECOND = 20;

/**
 * Hears one message of the desk's pages. What its schema does not take, and what comes too often, is dropped: nothing
 * that a page says over its socket is an act. `hear` is told of each socket that it came from.
 */
export function deskHears<Event extends keyof DeskToServer, Said extends Parameters<DeskToServer[Event]>[0]>(
  io: Server,
  event: Event,
  schema: z.ZodType<Said>,
  hear: (socket: Socket, said: Said) => void,
): void {
  io.of(NAMESPACES.desk).on('connection', (socket: Socket) => {
    let second = 0;
    let heard = 0;
    socket.on(event as string, (value: unknown) => {
      const current = Math.floor(performance.now() / 1000);
      heard = current === second ? heard + 1 : 1;
      second = current;
      if (heard > MOST_A_SECOND) return;
      const said = schema.safeParse(value);
      if (said.success) hear(socket, said.data);
    });
  });
}

/** Does something with each page of one person. */
export function toPagesOf(io: Server, person: string, work: (socket: Socket) => void): void {
  for (const socket of io.of(NAMESPACES.desk).sockets.values()) {
    const who = socket.data.who as { person: { id: string } };
    if (who.person.id === person) work(socket);
  }
}
