import type { Server, Socket } from 'socket.io';
import { DraftWritten, type HeldAct, Here } from '../shared/desk-team.ts';
import type { DeskCounts } from '../shared/desk-view.ts';
import { may } from '../shared/rights.ts';
import type { Person } from './app/access.ts';
import { keptBriefly } from './app/kept-briefly.ts';
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
export function openDeskTalk(io: Server, parts: Parts, onFault: (error: unknown) => void) {
  const told = [
    talkOfReplies(io, parts, onFault),
    talkOfMacros(io, parts, onFault),
    talkOfDrafts(io, parts, onFault),
    talkOfPeople(io, parts, onFault),
    talkOfUndo(io, parts, onFault),
    talkOfCounts(io, parts, onFault),
    talkOfLabels(io, parts, onFault),
    talkOfViews(io, parts, onFault),
  ];
  return {
    close(): void {
      for (const close of told) close();
    },
  };
}

type Close = () => void;

function talkOfReplies(io: Server, parts: Parts, onFault: (error: unknown) => void): Close {
  const { address, access, booking } = parts;
  const prepared = deskNews<Person, 'prepared'>(io, {
    event: 'prepared',
    everyMs: PREPARED_EVERY_MS,
    valueOf: async (person) => {
      if (!may(person, 'reply') && !may(person, 'settings')) return null;
      const published = await booking.offers.published();
      const link = published ? `${address.url()}/@${published.handle}` : null;
      return { replies: await parts.prepared.list(), link };
    },
    onFault,
  });
  const forget = [
    parts.prepared.onChange(prepared.changed),
    address.onChange(prepared.changed),
    // A right that was just given opens them.
    access.onChange(prepared.changed),
    prepared.close,
  ];
  return () => {
    for (const one of forget) one();
  };
}

function talkOfMacros(io: Server, { macros }: Parts, onFault: (error: unknown) => void): Close {
  const all = deskNews<Person, 'macros'>(io, {
    event: 'macros',
    everyMs: PREPARED_EVERY_MS,
    valueOf: () => macros.list(),
    onFault,
  });
  const forget = macros.onChange(all.changed);
  return () => {
    forget();
    all.close();
  };
}

function talkOfDrafts(io: Server, { drafts }: Parts, onFault: (error: unknown) => void): Close {
  const all = deskNews<Person, 'drafts'>(io, {
    event: 'drafts',
    everyMs: PREPARED_EVERY_MS,
    valueOf: (person) => drafts.of(person.id),
    onFault,
  });
  deskHears(io, 'draft', DraftWritten, (socket, written) => {
    const person = personAt<Person>(socket);
    if (may(person, 'reply')) drafts.write(person.id, written);
  });
  const forget = drafts.onKept(({ person, draft }) =>
    toPagesOf(io, person, (socket) => void socket.emit('draft', draft)),
  );
  return () => {
    forget();
    all.close();
  };
}

function talkOfPeople(io: Server, { presence, booking }: Parts, onFault: (error: unknown) => void): Close {
  const news = deskNews<Person, 'presence'>(io, {
    event: 'presence',
    everyMs: PRESENCE_EVERY_MS,
    valueOf: async () => presence.now(),
    onFault,
  });
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
  const forget = [
    presence.onChange(news.changed),
    booking.desk.onTakenOver(({ from, ...taken }) => toPagesOf(io, from, (socket) => void socket.emit('taken', taken))),
    news.close,
  ];
  return () => {
    clearInterval(lapse);
    for (const one of forget) one();
  };
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

function talkOfUndo(io: Server, { held, choices, clock }: Parts, onFault: (error: unknown) => void): Close {
  // The same for everybody, and hundreds where many were chosen: read once for all desks.
  const listed = keptBriefly<HeldAct[]>(clock, held.onChange);
  const all = deskNews<Person, 'held'>(io, {
    event: 'held',
    everyMs: HELD_EVERY_MS,
    valueOf: () => listed('', held.list),
    onFault,
  });
  const chosen = deskNews<Person, 'choice'>(io, {
    event: 'choice',
    everyMs: PREPARED_EVERY_MS,
    valueOf: (person) => choices.of(person.id),
    onFault,
  });
  const forget = [
    held.onChange(all.changed),
    choices.onChange(chosen.changed),
    held.onFailed((failed) => toPagesOf(io, failed.act.by.id, (socket) => void socket.emit('heldFailed', failed))),
    all.close,
    chosen.close,
  ];
  return () => {
    for (const one of forget) one();
  };
}

function talkOfCounts(io: Server, { booking, clock }: Parts, onFault: (error: unknown) => void): Close {
  const counted = keptBriefly<DeskCounts>(clock, booking.onChange);
  const counts = deskNews<Person, 'counts'>(io, {
    event: 'counts',
    everyMs: COUNTS_EVERY_MS,
    valueOf: () => counted('', booking.views.deskCounts),
    onFault,
  });
  const forget = booking.onChange(counts.changed);
  return () => {
    forget();
    counts.close();
  };
}

function talkOfLabels(io: Server, { booking: { labels } }: Parts, onFault: (error: unknown) => void): Close {
  const all = deskNews<Person, 'labels'>(io, {
    event: 'labels',
    everyMs: PREPARED_EVERY_MS,
    valueOf: labels.list,
    onFault,
  });
  const forget = labels.onChange(all.changed);
  return () => {
    forget();
    all.close();
  };
}

function talkOfViews(io: Server, { deskViews }: Parts, onFault: (error: unknown) => void): Close {
  const own = deskNews<Person, 'views'>(io, {
    event: 'views',
    everyMs: PREPARED_EVERY_MS,
    valueOf: (person) => deskViews.of(person.id),
    onFault,
  });
  const forget = deskViews.onChange(own.changed);
  return () => {
    forget();
    own.close();
  };
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
