import type { Namespace, Socket } from 'socket.io';

/** What may wait for one page before it is cut: it will connect again and get the whole view (security notes, C3). */
const BYTES = 1024 * 1024;
const PACKETS = 500;

/** Cuts every page of a namespace that has stopped reading. Asked before each broadcast. */
export function cutStuck(namespace: Namespace): void {
  for (const socket of namespace.sockets.values()) {
    if (isStuck(socket)) socket.conn.close(true);
  }
}

function isStuck(socket: Socket): boolean {
  // engine.io keeps packets while its transport is not writable; ws keeps bytes that the peer has not read.
  const conn = socket.conn as unknown as {
    writeBuffer?: unknown[];
    transport?: { socket?: { bufferedAmount?: number } };
  };
  return (conn.writeBuffer?.length ?? 0) > PACKETS || (conn.transport?.socket?.bufferedAmount ?? 0) > BYTES;
}
