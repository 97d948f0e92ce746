import type { DeskCounts, DeskRequest } from '../../shared/desk-view.ts';
import { REQUEST_STATES } from '../../shared/request-states.ts';
import type { BookingRequest } from '../core/booking/request.ts';
import { type Refusal, refuse } from '../core/decision.ts';
import { deskRequest } from '../core/desk/views.ts';
import { blocksOf } from '../store/blocks.ts';
import { mergedInto } from '../store/merges.ts';
import { allServices } from '../store/offers.ts';
import { listedVersions } from '../store/queue.ts';
import { countByState } from '../store/request-counts.ts';
import { readRequests } from '../store/requests.ts';
import { unopenedOf } from '../store/unopened.ts';
import { certainViewers } from '../store/viewers.ts';
import type { BookingParts } from './booking-parts.ts';
import { takenStarts } from './choices.ts';
import { channelsOf } from './dm-replies.ts';
import { findFloods, floodId } from './floods.ts';
import { knownByOf } from './known-by.ts';
import { labelsOf } from './labels.ts';
import { readThreads } from './merge.ts';

/** Enough to see what a flood is. */
const FLOOD_SHOWN = 50;

/** The queue as the desk reads it. */
export interface QueueViews {
  /** How many requests there are in each state. */
  deskCounts(): Promise<DeskCounts>;
  /** All that the desk lists, in the order of {@link listedVersions}. */
  deskRequests(): Promise<DeskRequest[]>;
  /** The first asks of a flood. */
  deskFlood(id: string): Promise<DeskRequest[] | Refusal>;
}

export function queuePart(parts: BookingParts): QueueViews {
  const { creatorId, clock } = parts;
  const { db } = parts.store;
  return {
    deskRequests: async () => {
      const ids = (await listedVersions(db, creatorId, clock())).map(({ id }) => id);
      return deskViews(parts, await readRequests(db, creatorId, ids));
    },
    deskCounts: async () => {
      const states = await countByState(db, creatorId);
      return Object.fromEntries(REQUEST_STATES.map((state) => [state, states.get(state) ?? 0])) as DeskCounts;
    },
    deskFlood: async (id) => {
      const flood = (await findFloods(db, creatorId)).find((one) => floodId(one) === id);
      if (!flood) return refuse('not-found');
      return deskViews(parts, await readRequests(db, creatorId, flood.requests.slice(0, FLOOD_SHOWN)));
    },
  };
}

/** Requests as the desk sees them, each with its thread. */
export async function deskViews(parts: BookingParts, requests: ReadonlyArray<BookingRequest>): Promise<DeskRequest[]> {
  const { creatorId, clock } = parts;
  const { db } = parts.store;
  const now = clock();
  const services = await allServices(db, creatorId);
  const ids = requests.map(({ id }) => id);
  const threads = await readThreads(parts, db, ids);
  const merged = await mergedInto(db, creatorId, ids);
  const channels = await channelsOf(
    db,
    creatorId,
    requests.filter(({ terms }) => terms.via === 'tiktok').map(({ id }) => id),
  );
  const pasted = requests.filter(({ terms }) => terms.via === 'paste').map(({ id }) => id);
  // Of what is pasted from elsewhere the platform says nothing.
  const commenters = await certainViewers(db, creatorId, pasted);
  const blocks = await blocksOf(db, creatorId, ids);
  const known = await knownByOf(parts, requests);
  const unopened = await unopenedOf(db, creatorId, ids);
  const labels = await labelsOf(parts, requests);
  const isTaken = await takenStarts(parts, requests, now);
  return requests.map((request) => {
    const service = services.get(request.service)?.service;
    const slotTaken = isTaken(request);
    const shown = deskRequest(request, service, threads.get(request.id) ?? [], slotTaken, now);
    const { code } = request.terms;
    const codeFor = code === null ? null : (parts.aboutCode?.(code) ?? null);
    return {
      ...shown,
      codeFor,
      fromComment: commenters.has(request.id),
      channel: channels.get(request.id) ?? null,
      knownBy: known(request),
      block: blocks.get(request.id) ?? null,
      labels: labels(request.id),
      unopened: unopened.has(request.id),
      mergedInto: merged.get(request.id) ?? null,
    };
  });
}
