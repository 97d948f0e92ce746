import type { Namespace, Socket } from 'socket.io';

/** What may wait for one page before it is cut: it will connect again and get the whole view (security notes, C3). */
const BYTES = 1024 * 1024;
const PACKETS = 500;

/** What engine.io has of a connection, beyond its types: packets it keeps back, and the websocket under it. */
interface Line {
  readonly writeBuffer?: { readonly data?: { readonly length?: number } }[];
  readonly transport?: { readonly socket?: { readonly bufferedAmount?: number; terminate?(): void } };
}

/** Cuts every page of a namespace that has stopped reading. Asked before each broadcast. */
export function cutStuck(namespace: Namespace): void {
  for (const socket of namespace.sockets.values()) {
    const line = socket.conn as unknown as Line;
    if (isStuck(line)) cut(socket, line);
  }
}

/** engine.io keeps packets while its transport is not writable; the websocket keeps bytes that the peer has not read. */
function isStuck({ writeBuffer = [], transport }: Line): boolean {
  if (writeBuffer.length > PACKETS) return true;
  let bytes = transport?.socket?.bufferedAmount ?? 0;
  for (const packet of writeBuffer) bytes += packet.data?.length ?? 0;
  return bytes > BYTES;
}

function cut(socket: Socket, line: Line): void {
  const websocket = line.transport?.socket;
  socket.conn.close(true);
  // A close in order would wait behind all that the page does not read.
  websocket?.terminate?.();
}
