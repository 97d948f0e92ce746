import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import * as live from './migrations/0001-live.ts';
import * as booking from './migrations/0002-booking.ts';
import * as stageDesign from './migrations/0003-stage-design.ts';
import * as boardsAndLanguages from './migrations/0004-boards-and-languages.ts';
import * as designRevision from './migrations/0005-design-revision.ts';
import * as terms from './migrations/0005-terms.ts';
import * as eligibility from './migrations/0006-eligibility.ts';
import * as busy from './migrations/0007-busy.ts';
import * as waitlist from './migrations/0008-waitlist.ts';
import * as codes from './migrations/0009-codes.ts';
import * as mail from './migrations/0010-mail.ts';
import * as doors from './migrations/0011-doors.ts';
import * as people from './migrations/0012-people.ts';
import * as blocks from './migrations/0021-blocks.ts';
import * as search from './migrations/0022-search.ts';
import * as team from './migrations/0023-team.ts';
import * as snooze from './migrations/0024-snooze.ts';
import * as labels from './migrations/0025-labels-and-views.ts';
import * as macros from './migrations/0026-macros.ts';
import * as passkeys from './migrations/0028-passkeys.ts';
import * as readerLocale from './migrations/0029-reader-locale.ts';
import * as oldHandles from './migrations/0030-old-handles.ts';
import * as sceneChanges from './migrations/0031-scene-changes.ts';
import * as oldSlugs from './migrations/0033-old-slugs.ts';
import * as mergedRequests from './migrations/0035-merged-requests.ts';
import * as challengeAsker from './migrations/0037-challenge-asker.ts';
import * as typedCodes from './migrations/0039-typed-codes.ts';
import * as paid from './migrations/0050-paid.ts';
import * as heldTogether from './migrations/0051-held-together.ts';
import * as viewerNews from './migrations/0054-viewer-news.ts';
import * as oneShow from './migrations/0055-one-show.ts';
import * as requestBrowsers from './migrations/0056-request-browsers.ts';
import * as unopenedThreads from './migrations/0058-unopened-threads.ts';
import type { Tables } from './tables.ts';

/** Every step of the schema, by number. A step that has shipped is never changed; a new one is added. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-live': live,
  '0002-booking': booking,
  '0003-stage-design': stageDesign,
  '0004-boards-and-languages': boardsAndLanguages,
  '0005-design-revision': designRevision,
  '0005-terms': terms,
  '0006-eligibility': eligibility,
  '0007-busy': busy,
  '0008-waitlist': waitlist,
  '0009-codes': codes,
  '0010-mail': mail,
  '0011-doors': doors,
  '0012-people': people,
  '0021-blocks': blocks,
  '0022-search': search as Migration,
  '0023-team': team,
  '0024-snooze': snooze,
  '0025-labels-and-views': labels,
  '0026-macros': macros,
  '0028-passkeys': passkeys,
  '0029-reader-locale': readerLocale,
  '0030-old-handles': oldHandles,
  '0031-scene-changes': sceneChanges,
  '0033-old-slugs': oldSlugs,
  '0035-merged-requests': mergedRequests,
  '0037-challenge-asker': challengeAsker,
  '0039-typed-codes': typedCodes,
  '0050-paid': paid,
  '0051-held-together': heldTogether,
  '0054-viewer-news': viewerNews,
  '0055-one-show': oneShow,
  '0056-request-browsers': requestBrowsers,
  '0058-unopened-threads': unopenedThreads,
};

function migratorOf(db: Kysely<Tables>): Migrator {
  return new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
}

/** Brings the schema to the newest step. Throws when the store was written by a newer Cuedesk, or a step fails. */
export async function migrateUp(db: Kysely<Tables>): Promise<void> {
  const { error } = await migratorOf(db).migrateToLatest();
  if (error) throw error;
}

/** Brings the schema to just after the named step, up or down; `null` takes everything away. For tests and repairs. */
export async function migrateTo(db: Kysely<Tables>, step: string | null): Promise<void> {
  const { NO_MIGRATIONS } = await import('kysely/migration');
  const { error } = await migratorOf(db).migrateTo(step ?? NO_MIGRATIONS);
  if (error) throw error;
}
