import type { Connection } from '../connect.ts';
import { heardComments } from './comments.ts';
import { heardDraft, heardDrafts } from './drafts.ts';
import { heardChoice, heardHeld } from './held.ts';
import { macros } from './kept-macros.ts';
import { keptViews } from './kept-views.ts';
import { labels } from './labels.ts';
import { speakOver } from './line.ts';
import { heardOffAir } from './off-air.ts';
import { prepared } from './prepared.ts';
import { heardTaken, presence, tellHere } from './presence.ts';
import { heardFailed } from './rollbacks.ts';

/** Hears everything that the server tells the desk beside its view, and lets the page speak over the same line. */
export function hearTeam(connection: Connection<'desk'>): void {
  speakOver(connection);
  connection.on('prepared', (told) => {
    prepared.value = told;
  });
  connection.on('macros', (told) => {
    macros.value = told;
  });
  connection.on('drafts', (kept) => {
    heardDrafts(kept);
    // The server has just met this page, and does not know yet what it shows.
    tellHere();
  });
  connection.on('draft', heardDraft);
  connection.on('presence', (told) => {
    presence.value = told;
  });
  connection.on('taken', heardTaken);
  connection.on('labels', (told) => {
    labels.value = told;
  });
  connection.on('views', (told) => {
    keptViews.value = told;
  });
  connection.on('comments', heardComments);
  connection.on('held', heardHeld);
  connection.on('heldFailed', heardFailed);
  connection.on('offAir', heardOffAir);
  connection.on('choice', heardChoice);
}
