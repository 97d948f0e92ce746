import type { EpochMillis } from '../../shared/time.ts';
import type { Connection } from '../connect.ts';

/** Server's clock minus ours: the streamer's PC may be minutes off, and a comment that is featured leaves by the server's. */
let offset = 0;

export function followClock(connection: Connection<'stage'>): void {
  connection.on('view', ({ serverTime }) => {
    offset = Date.parse(serverTime) - Date.now();
  });
}

export function serverNow(): EpochMillis {
  return Date.now() + offset;
}
