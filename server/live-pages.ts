import { NAMESPACES } from '../shared/protocol.ts';
import { toInstant } from '../shared/time.ts';
import { isRefusal } from './core/decision.ts';
import { newsOf } from './core/stage/news.ts';
import { openDeskPages } from './desk-pages.ts';
import { openDeskChat, putBackFailed } from './desk-talk.ts';
import { isOwner, type OpenDoor } from './outside.ts';
import type { Parts } from './parts.ts';
import { openPages } from './sockets/pages.ts';
import { peopleSockets, threadSockets } from './sockets/people.ts';
import { stageSockets } from './sockets/stage.ts';
import { openStream, refuseOtherUpgrades } from './sockets/stream.ts';

/** How often the pages are told although nothing happened: clocks move, holds run out, the next free time passes. */
const HEARTBEAT_MS = 15_000;

function pagesOf({ api, hosts, callerOf }: OpenDoor) {
  return openPages(api.server, hosts, callerOf);
}

/** Everything that pages and scripts hear by themselves: which change makes which view anew. */
export function openLivePages(
  doors: { private: OpenDoor; public: OpenDoor | null },
  parts: Parts,
  onFault: (error: unknown) => void,
) {
  const { live, sources, stages, access, booking, scenes, settings, address, views } = parts;
  const io = pagesOf(doors.private);
  const publicIo = doors.public ? pagesOf(doors.public) : null;
  if (doors.public) refuseOtherUpgrades(doors.public.api.server);

  const stage = stageSockets(io, {
    stages,
    viewOf: views.stage,
    designOf: parts.stageDesigns.of,
    giftsOf: parts.stageDesigns.giftsOf,
    picturePath: parts.giftPictures.pathOf,
    figures: parts.figures,
    byHand: views.byHand,
    skipsOver: parts.stageControl.skipsOver,
    skipped: parts.stageControl.skipped,
    serverTime: () => toInstant(parts.clock()),
    onFault,
  });
  const onFloods = () => {
    for (const one of desks) one.changed();
  };
  const desk = openDeskPages(io, access, parts, onFloods, onFault);
  const deskOutside = publicIo && openDeskPages(publicIo, parts.deskOutside, parts, onFloods, onFault);
  const desks = deskOutside ? [desk, deskOutside] : [desk];
  const studio = peopleSockets(io, {
    namespace: NAMESPACES.studio,
    find: async (token) => ownerOnly(await access.bySocketToken(token)),
    current: access.current,
    viewOf: views.studio,
    onFault,
  });
  const threadOf = async (secret: string) => {
    const view = await booking.views.thread(secret);
    return isRefusal(view) ? null : view;
  };
  const threads = [io, publicIo].flatMap((server) =>
    server ? [threadSockets(server, { requestIdOf: booking.views.requestIdOf, viewOf: threadOf, onFault })] : [],
  );
  const stream = openStream(doors.private.api.server, {
    hosts: doors.private.hosts,
    mayRead: (request) => isOwner(request, doors.private.api, access),
    onStanding: access.onChange,
    readJournal: parts.readJournal,
    onEntries: (listener) => live.onChange((change) => listener(change.entries)),
    onFault,
  });

  const everyone = () => {
    stage.changed();
    for (const one of desks) one.changed();
    studio.changed();
  };
  const forget = [
    putBackFailed(parts, onFault),
    openDeskChat(publicIo ? [io, publicIo] : [io], parts, onFault),
    live.onChange((change) => {
      stage.show(newsOf(change));
      stage.counted();
      for (const one of desks) one.counted();
      studio.counted();
    }),
    parts.ownAlerts.onAlert((news) => stage.show([news])),
    sources.onChange(() => {
      stage.counted();
      for (const one of desks) one.changed();
      studio.changed();
    }),
    booking.onChange(({ requests }) => {
      stage.changed();
      studio.changed();
      for (const one of desks) one.requestsChanged(requests);
      stage.counted();
      for (const one of threads) one.changed(requests);
    }),
    booking.spamWords.onChange(() => {
      for (const one of desks) one.lookThrough();
    }),
    access.onChange(() => {
      parts.held.rightsChanged().catch(onFault);
      for (const one of [...desks, studio]) one.checkStanding().catch(onFault);
    }),
    scenes.onChange(() => {
      for (const one of desks) one.changed();
      studio.changed();
      stage.changed();
    }),
    stages.onChange(studio.changed),
    onShownAtDesk(stages, () => {
      for (const one of desks) one.changed();
    }),
    stages.onShown(stage.changed),
    parts.stageDesigns.onChange((id) => {
      stage.redesigned(id).catch(onFault);
      // Which offers its view has is a question of its cards as well.
      stage.changed();
      studio.changed();
    }),
    parts.stageControl.onChange(() => {
      stage.steered();
      for (const one of desks) one.changed();
      studio.changed();
    }),
    parts.mail.onChange(studio.changed),
    address.onChange(everyone),
    parts.codes.onChange(everyone),
    parts.codes.onCounted(studio.counted),
    settings.onChange(() => {
      stage.changed();
      address.changed();
      // The desk may have been taken in again.
      deskOutside?.checkStanding().catch(onFault);
    }),
  ];
  const beat = setInterval(() => {
    everyone();
    for (const one of desks) one.lookThrough();
    // A new day begins by the clock alone.
    stage.counted();
  }, HEARTBEAT_MS);

  return {
    close(): void {
      clearInterval(beat);
      for (const one of forget) one();
      for (const one of [stage, ...desks, studio, ...threads]) one.close();
      stream.close();
      for (const server of [io, publicIo]) {
        server?.disconnectSockets(true);
        server?.engine.close();
      }
    },
  };
}

/** Calls when the first page of any stage has come, the last has gone, or more or fewer alerts wait; a page tells of itself far more often. */
function onShownAtDesk(stages: Parts['stages'], changed: () => void): () => void {
  const shown = () => `${stages.isOpen()} ${stages.alertsWaiting()}`;
  let before = shown();
  return stages.onChange(() => {
    const now = shown();
    if (now === before) return;
    before = now;
    changed();
  });
}

function ownerOnly<T extends { person: { role: string } }>(visitor: T | null): T | null {
  return visitor?.person.role === 'owner' ? visitor : null;
}
