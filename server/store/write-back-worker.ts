/** The thread of `write-back.ts`: checkpoints a database on a connection of its own, each time it is asked. */
import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';

const database = new DatabaseSync(String(workerData), { timeout: 5000 });
// Pages reach the disk before the log may be overwritten.
database.exec('pragma synchronous = full; pragma cache_size = -256;');
const checkpoint = database.prepare('pragma wal_checkpoint(passive)');

parentPort?.on('message', (asked: unknown) => {
  if (asked === 'checkpoint') {
    parentPort?.postMessage(checkpoint.get());
    return;
  }
  database.close();
  parentPort?.close();
});
