import type { Server, Socket } from 'socket.io';
import { DraftWritten, type HeldAct, Here } from '../shared/desk-team.ts';
import type { DeskCounts } from '../shared/desk-view.ts';
import { may } from '../shared/rights.ts';
import { keptBriefly } from './app/kept-briefly.ts';
import type { Person } from './app/signed-in.ts';
import { mayReadComments } from './core/live/comments.ts';
import type { Parts } from './parts.ts';
import { commentSockets } from './sockets/desk-comments.ts';
import { deskHears, toPagesOf } from './sockets/desk-hears.ts';
import { deskNews, personAt } from './sockets/desk-news.ts';

/** Prepared replies change by hand, and rarely. */
const PREPARED_EVERY_MS = 200;
/** Counting goes through all there ever were. */
const COUNTS_EVERY_MS = 1000;
const PRESENCE_EVERY_MS = 150;
/** What is held has ten seconds: the other desks have to know of it at once. */
const HELD_EVERY_MS = 50;
/** How often it is looked whether somebody has left without a word. */
const PRESENCE_LAPSE_MS = 1000;

/** What the desk's pages hear and say beside the view: which change makes which message anew. */
export function openDeskTalk(io: Server, parts: Parts, onFault: (error: unknown) => void): { close: Close } {
  const close = all(
    talkOfReplies(io, parts, onFault),
    talkOfKept(io, parts, onFault),
    talkOfDrafts(io, parts, onFault),
    talkOfPeople(io, parts, onFault),
    talkOfUndo(io, parts, onFault),
    talkOfCounts(io, parts, onFault),
    talkOfStages(io, parts),
  );
  return { close };
}

type Close = () => void;

/** Ends several at once. */
function all(...closes: Close[]): Close {
  return () => {
    for (const close of closes) close();
  };
}

function talkOfReplies(io: Server, parts: Parts, onFault: (error: unknown) => void): Close {
  const { address, access, booking, prepared } = parts;
  return deskNews<Person, 'prepared'>(io, {
    event: 'prepared',
    everyMs: PREPARED_EVERY_MS,
    valueOf: async (person) => {
      if (!may(person, 'reply') && !may(person, 'settings')) return null;
      const published = await booking.offers.published();
      const link = published ? `${address.url()}/@${published.handle}` : null;
      return { replies: await prepared.list(), link };
    },
    // A right that was just given opens them.
    on: [prepared.onChange, address.onChange, access.onChange],
    onFault,
  });
}

/** What is changed by hand and rarely, each the same for everybody or for all pages of a person. */
function talkOfKept(io: Server, parts: Parts, onFault: (error: unknown) => void): Close {
  const { macros, deskViews, choices } = parts;
  const { labels } = parts.booking;
  const rarely = { everyMs: PREPARED_EVERY_MS, onFault };
  return all(
    deskNews<Person, 'macros'>(io, { ...rarely, event: 'macros', valueOf: macros.list, on: [macros.onChange] }),
    deskNews<Person, 'labels'>(io, { ...rarely, event: 'labels', valueOf: labels.list, on: [labels.onChange] }),
    deskNews<Person, 'views'>(io, {
      ...rarely,
      event: 'views',
      valueOf: ({ id }) => deskViews.of(id),
      on: [deskViews.onChange],
    }),
    deskNews<Person, 'choice'>(io, {
      ...rarely,
      event: 'choice',
      valueOf: ({ id }) => choices.of(id),
      on: [choices.onChange],
    }),
  );
}

function talkOfDrafts(io: Server, { drafts }: Parts, onFault: (error: unknown) => void): Close {
  deskHears(io, 'draft', DraftWritten, (socket, written) => {
    const person = personAt<Person>(socket);
    if (may(person, 'reply')) drafts.write(person.id, written);
  });
  return all(
    deskNews<Person, 'drafts'>(io, {
      event: 'drafts',
      everyMs: PREPARED_EVERY_MS,
      valueOf: (person) => drafts.of(person.id),
      // What is kept later goes by itself, as `draft`.
      on: [],
      onFault,
    }),
    drafts.onKept(({ person, draft }) => toPagesOf(io, person, (socket) => void socket.emit('draft', draft))),
  );
}

function talkOfPeople(io: Server, { presence, booking }: Parts, onFault: (error: unknown) => void): Close {
  const watched = new WeakSet<Socket>();
  deskHears(io, 'here', Here, (socket, here) => {
    const person = personAt<Person>(socket);
    presence.here(socket.id, person, here);
    if (!watched.has(socket)) {
      watched.add(socket);
      socket.on('disconnect', () => presence.gone(socket.id));
    }
    if (here.request !== null && here.typing) booking.desk.alive(here.request, person).catch(onFault);
  });
  const lapse = setInterval(presence.look, PRESENCE_LAPSE_MS);
  return all(
    deskNews<Person, 'presence'>(io, {
      event: 'presence',
      everyMs: PRESENCE_EVERY_MS,
      valueOf: async () => presence.now(),
      on: [presence.onChange],
      onFault,
    }),
    booking.desk.onTakenOver(({ from, ...taken }) => toPagesOf(io, from, (socket) => void socket.emit('taken', taken))),
    () => clearInterval(lapse),
  );
}

function talkOfUndo(io: Server, { held, clock }: Parts, onFault: (error: unknown) => void): Close {
  // The same for everybody, and hundreds where many were chosen: read once for all desks.
  const listed = keptBriefly<HeldAct[]>(clock, held.onChange);
  return all(
    deskNews<Person, 'held'>(io, {
      event: 'held',
      everyMs: HELD_EVERY_MS,
      valueOf: () => listed('', held.list),
      on: [held.onChange],
      onFault,
    }),
    held.onFailed((failed) => toPagesOf(io, failed.act.by.id, (socket) => void socket.emit('heldFailed', failed))),
  );
}

/** A reply that was held and then failed is its writer's draft again, on every door. */
export function putBackFailed(
  { held, drafts }: Pick<Parts, 'held' | 'drafts'>,
  onFault: (error: unknown) => void,
): Close {
  return held.onFailed(({ act: { by, request, type, text } }) => {
    if (type === 'reply') drafts.putBack(by.id, { request, text }).catch(onFault);
  });
}

/** What somebody put on the stages and another has replaced. */
function talkOfStages(io: Server, { onAir }: Parts): Close {
  return onAir.onOffAir(({ from, ...off }) => toPagesOf(io, from, (socket) => void socket.emit('offAir', off)));
}

function talkOfCounts(io: Server, { booking, clock }: Parts, onFault: (error: unknown) => void): Close {
  const counted = keptBriefly<DeskCounts>(clock, booking.onChange);
  return deskNews<Person, 'counts'>(io, {
    event: 'counts',
    everyMs: COUNTS_EVERY_MS,
    valueOf: () => counted('', booking.views.deskCounts),
    on: [booking.onChange],
    onFault,
  });
}

/** The chat of the live, once for the desks of all doors: a comment is taken into the log by whoever hears it. */
export function openDeskChat(
  doors: ReadonlyArray<Server>,
  { comments, live }: Parts,
  onFault: (error: unknown) => void,
): Close {
  const { backlog, take, hear } = comments;
  const chat = commentSockets<Person>(doors, { mayRead: mayReadComments, backlog, take, onFault });
  const forget = live.onChange(({ entries }) => {
    if (entries.length === 0) return;
    hear(entries);
    chat.changed();
  });
  return () => {
    forget();
    chat.close();
  };
}
