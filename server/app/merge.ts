import type { Service } from '../../shared/booking.ts';
import type { LocalText } from '../../shared/languages.ts';
import type { BookingRequest, Member } from '../core/booking/request.ts';
import { isRefusal, type Refusal, refuse } from '../core/decision.ts';
import type { MergeAct } from '../core/desk/acts.ts';
import { decideMerge } from '../core/desk/merge.ts';
import { conversationsOf } from '../store/direct-messages.ts';
import { holdLabel, labelsOfRequests, putOnRequest } from '../store/labels.ts';
import { addMerge, type ThreadMessage, wholeThreads } from '../store/merges.ts';
import { allServices } from '../store/offers.ts';
import { readRequest } from '../store/requests.ts';
import type { Db, Tx } from '../store/store.ts';
import { dropUnopened, unopenedOf } from '../store/unopened.ts';
import { certainViewers } from '../store/viewers.ts';
import type { BookingParts } from './booking-parts.ts';
import { applyChange } from './request-change.ts';
import type { Turn } from './turn.ts';

/**
 * Ends a request in another one of the same person, both in the versions they were decided on. What was written stays where
 * it was written, and is read together ({@link readThreads}). Refuses with `not-found`, `claimed-by-other`,
 * `already-closed`, `not-same-person` or `merge-other-way`.
 */
export async function mergeRequest(
  parts: BookingParts,
  turn: Turn,
  from: { readonly request: BookingRequest; readonly service: Service },
  { into: intoId, unproven }: MergeAct,
  by: Member,
): Promise<BookingRequest | Refusal> {
  const { creatorId } = parts;
  const { tx } = turn;
  const { request, service } = from;
  const into = intoId === request.id ? null : await readRequest(tx, creatorId, intoId);
  const intoService = into && (await allServices(tx, creatorId)).get(into.service)?.service;
  if (!into || !intoService) return refuse('not-found');
  const facts = {
    samePerson:
      (await isSamePerson(tx, creatorId, request.id, into.id)) || (unproven === true && shareAddress(request, into)),
    answeredElsewhere: (await conversationsOf(tx, creatorId, [request.id])).size > 0,
    title: service.title,
  };
  const merge = decideMerge(request, into, facts, by, turn.now);
  if (isRefusal(merge)) return merge;
  // Labels are held before requests, as by whoever puts one on, so that neither waits for the other.
  await takeLabelsAlong(tx, creatorId, request.id, into.id);
  const ended = await applyChange(parts, turn, request, service, merge.from);
  if (isRefusal(ended)) return ended;
  // Where one of them gave an address, its mails are wanted: the person is the same.
  const reachable = { ...into, contact: into.contact?.email ? into.contact : request.contact };
  const goesOn = await applyChange(parts, turn, reachable, intoService, merge.into);
  if (isRefusal(goesOn)) return goesOn;
  // The change itself was decided on with the address, and so has none of its own to plan for.
  if (goesOn.contact !== into.contact) await parts.mail?.planReminders(turn, goesOn);
  await addMerge(tx, creatorId, request.id, into.id);
  // Whoever has opened either of the addresses reads what goes on.
  const unopened = await unopenedOf(tx, creatorId, [request.id, into.id]);
  if (unopened.size === 1) await dropUnopened(tx, creatorId, [...unopened]);
  return ended;
}

/** A label that another program is taking away goes along before that, or not at all. */
async function takeLabelsAlong(tx: Tx, creatorId: string, from: string, into: string): Promise<void> {
  for (const label of (await labelsOfRequests(tx, creatorId, [from])).get(from) ?? [])
    if (await holdLabel(tx, creatorId, label)) await putOnRequest(tx, creatorId, into, label);
}

/** By the platform’s own word for both: whoever typed a code may be anybody who saw it on the stage. */
async function isSamePerson(tx: Tx, creatorId: string, one: string, other: string): Promise<boolean> {
  const viewers = await certainViewers(tx, creatorId, [one, other]);
  const viewer = viewers.get(one);
  return viewer !== undefined && viewers.get(other) === viewer;
}

/** Whatever the letters' case, as requests are found by it. */
function shareAddress(one: BookingRequest, other: BookingRequest): boolean {
  const [address, same] = [one.contact?.email?.toLowerCase(), other.contact?.email?.toLowerCase()];
  return address !== undefined && address === same;
}

/** Threads as they are read: what came from a merged request says so by the title of what that one asked for. */
export async function readThreads(
  { creatorId }: BookingParts,
  db: Db | Tx,
  requests: ReadonlyArray<string>,
): Promise<Map<string, ThreadMessage[]>> {
  const threads = await wholeThreads(db, creatorId, requests);
  if (![...threads.values()].some((entries) => entries.some(({ mergedFrom }) => mergedFrom !== null))) return threads;
  const services = await allServices(db, creatorId);
  const titleOf = (service: string): LocalText => services.get(service)?.service.title ?? {};
  const marked = (entry: ThreadMessage): ThreadMessage =>
    entry.mergedFrom === null ? entry : { ...entry, data: { ...entry.data, mergedFrom: titleOf(entry.mergedFrom) } };
  return new Map([...threads].map(([id, entries]) => [id, entries.map(marked)]));
}
