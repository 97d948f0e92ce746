import type { Socket } from 'socket.io';

const MINUTE_MS = 60_000;

/** Cuts a page that says more than `most` messages within a minute. It connects again and gets the whole view. */
export function cutLoud(socket: Socket, most: number): void {
  let since = performance.now();
  let said = 0;
  socket.use((_packet, next) => {
    const now = performance.now();
    if (now - since > MINUTE_MS) {
      since = now;
      said = 0;
    }
    said += 1;
    if (said > most) socket.conn.close();
    else next();
  });
}
