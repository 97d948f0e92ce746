import type { Connection } from '../connect.ts';
import { prepared } from './prepared.ts';

/** Hears everything that the server tells the desk beside its view. */
export function hearTeam(connection: Connection<'desk'>): void {
  connection.on('prepared', (told) => {
    prepared.value = told;
  });
}
