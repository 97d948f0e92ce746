import { ACT_RIGHTS } from '../shared/rights.ts';
import type { Access } from './app/access.ts';
import type { Audit } from './app/audit.ts';
import type { Booking } from './app/booking.ts';
import { createBulk } from './app/bulk.ts';
import { createDeskChoices } from './app/desk-choices.ts';
import { createDeskViews } from './app/desk-views.ts';
import { createDrafts } from './app/drafts.ts';
import { createHeldActs } from './app/held-acts.ts';
import { createMacros } from './app/macros.ts';
import { openPreparedReplies } from './app/prepared-replies.ts';
import { preparedWords } from './app/prepared-words.ts';
import { createPresence } from './app/presence.ts';
import type { PartsBase } from './parts-base.ts';

/** What the people at the desk share, keep and do together, beside the queue itself. */
export async function openDeskParts(
  base: PartsBase,
  given: {
    readonly booking: Booking;
    readonly access: Pick<Access, 'mayStill'>;
    readonly audit: Pick<Audit, 'note'>;
    readonly publicUrl: () => string;
  },
) {
  const { booking, access, audit, publicUrl } = given;
  const prepared = await openPreparedReplies(base);
  const held = createHeldActs({
    ...base,
    desk: booking.desk,
    stillMay: (by, act) => access.mayStill(by.id, ACT_RIGHTS[act] ?? null),
    noteOutcome: ({ by, act, request }, why) =>
      audit.note({ person: by, act: `requests.${act.type}`, object: request, result: why ?? 'done' }),
  });
  const words = preparedWords({ prepared, booking, publicUrl });
  return {
    prepared,
    held,
    macros: createMacros({ ...base, booking, held, words, labels: booking.labels }),
    bulk: createBulk({ ...base, booking, held, words, labels: booking.labels }),
    drafts: createDrafts(base),
    presence: createPresence(base),
    choices: createDeskChoices(base),
    deskViews: createDeskViews(base),
  };
}
