import { isDeepStrictEqual } from 'node:util';
import { deskRow } from '../../shared/desk-row.ts';
import type { DeskRow, DeskRows } from '../../shared/desk-view.ts';
import type { Flood } from '../../shared/floods.ts';
import type { SpamSign } from '../../shared/spam-signs.ts';
import { toMillis } from '../../shared/time.ts';
import { floodsOf } from '../core/desk/floods.ts';
import { unanswered } from '../store/floods.ts';
import { listedVersions } from '../store/queue.ts';
import { readRequests } from '../store/requests.ts';
import type { BookingParts } from './booking-parts.ts';
import { takenStarts } from './choices.ts';
import { createDoor } from './door.ts';
import { floodLine } from './floods.ts';
import { deskViews } from './queue-views.ts';
import { createSpamSigner } from './spam-words.ts';

const DAY = 24 * 60 * 60_000;
/** A page that has missed more than so many rows that left is given the whole list. */
const GONE_KEPT = 5000;
/** Appointments and their buffers reach no further into others. */
const NEAR_MS = DAY;

/** The list of the desk, kept ready and numbered by its changes, so that pages are told what changed and no more. */
export interface DeskQueue {
  /**
   * Makes anew the rows of these requests, as far as they are in the list; cheap, whatever the list's length. True when
   * that may not be all that has changed: the list is to be looked through.
   */
  renew(requests: ReadonlyArray<string>): Promise<boolean>;
  /**
   * Finds what came, what left, what another process changed, whose time was taken or came free, and what floods. Reads
   * no more of a request than its version, unless that has changed. `grouping`: floods are grouped anew even if nothing
   * here calls for it. Says whether they are others than before.
   */
  reconcile(grouping?: boolean): Promise<boolean>;
  /** The whole list and the number it stands at. */
  whole(): { readonly version: number; readonly rows: DeskRow[] };
  /** What changed after that number; null when that is no longer known, and the whole list is to be asked for. */
  since(version: number): DeskRows | null;
  floods(): Flood[];
}

interface HeldRow {
  readonly row: DeskRow;
  /** The request's own version, by which another's change is seen. */
  readonly revision: number;
  /** The number of the list's change that this row came with. */
  readonly at: number;
}

export function createDeskQueue(parts: BookingParts): DeskQueue {
  const { store, creatorId, clock } = parts;
  const { db } = store;
  const door = createDoor();
  const held = new Map<string, HeldRow>();
  const gone = new Map<string, number>();
  let forgottenUpTo = 0;
  let version = 0;
  let floods: Flood[] = [];
  let flooding: ReadonlySet<string> = new Set();
  const signer = createSpamSigner(parts);
  let signs: ReadonlyMap<string, SpamSign> = new Map();
  /**
   * Only an ask that is not in the list, or is unanswered again, makes, feeds or leaves a flood; grouping reads every
   * unanswered one.
   */
  let regroup = true;

  /** Keeps what differs, under one new number. */
  function keep(made: ReadonlyArray<{ row: DeskRow; revision: number }>, left: ReadonlyArray<string>): void {
    const next = version + 1;
    let differs = left.length > 0;
    for (const { row, revision } of made) {
      const known = held.get(row.id);
      const same = known !== undefined && isDeepStrictEqual(known.row, row);
      held.set(row.id, same ? { ...known, revision } : { row, revision, at: next });
      if (!same) gone.delete(row.id);
      differs ||= !same;
    }
    for (const id of left) {
      held.delete(id);
      // Moved to the end, so that the oldest are always first.
      gone.delete(id);
      gone.set(id, next);
    }
    for (const [id, at] of gone) {
      if (gone.size <= GONE_KEPT) break;
      gone.delete(id);
      forgottenUpTo = at;
    }
    if (differs) version = next;
  }

  async function make(ids: ReadonlyArray<string>) {
    const requests = await readRequests(db, creatorId, ids);
    const views = await deskViews(parts, requests);
    return views.map((view, at) => ({ row: signed(deskRow(view)), revision: requests[at]?.version ?? 0 }));
  }

  /** The row with what speaks for spam, as long as nobody has looked at it. */
  function signed(row: DeskRow): DeskRow {
    const sign = row.state === 'new' && row.claim === null ? (signs.get(row.id) ?? null) : null;
    return { ...row, spamSign: sign };
  }

  async function renew(requests: ReadonlyArray<string>): Promise<boolean> {
    const known = requests.filter((id) => held.has(id));
    const stateOf = (id: string) => held.get(id)?.row.state;
    const isUnanswered = (id: string) => stateOf(id) === 'new' && held.get(id)?.row.claim === null;
    const before = new Map(known.map((id) => [id, stateOf(id)]));
    const answered = known.filter((id) => !isUnanswered(id));
    keep(await make(known), []);
    const grouping = known.length < requests.length || answered.some(isUnanswered);
    regroup ||= grouping;
    const starts = known.flatMap((id) => (before.get(id) === stateOf(id) ? [] : (held.get(id)?.row.start ?? [])));
    // Whoever wants a time near one that was taken or given back may find it taken now, or free.
    const near = (start: string) => starts.some((one) => Math.abs(toMillis(one) - toMillis(start)) < NEAR_MS);
    if (starts.length > 0) keep(await retaken((row) => row.start !== null && near(row.start)), []);
    return requests.length === 0 || grouping;
  }

  async function group(): Promise<boolean> {
    regroup = false;
    const asks = await unanswered(db, creatorId);
    const found = floodsOf(asks);
    signs = await signer.signsOf(asks);
    flooding = new Set(found.flatMap((flood) => flood.requests));
    const before = floods;
    floods = found.map(floodLine);
    return !isDeepStrictEqual(floods, before);
  }

  async function reconcile(grouping: boolean): Promise<boolean> {
    const differ = grouping || regroup ? await group() : false;
    const listed = (await listedVersions(db, creatorId, clock())).filter(({ id }) => !flooding.has(id));
    const now = new Set(listed.map(({ id }) => id));
    const left = [...held.keys()].filter((id) => !now.has(id));
    const stale = listed.filter(({ id, version: revision }) => held.get(id)?.revision !== revision);
    keep(await make(stale.map(({ id }) => id)), left);
    keep(await retaken(() => true), []);
    // A text becomes the same as another's without its own request having changed.
    const others = [...held.values()].filter(({ row }) => signed(row).spamSign !== row.spamSign);
    keep(
      others.map(({ row, revision }) => ({ row: signed(row), revision })),
      [],
    );
    return differ;
  }

  /** Rows whose time has been taken or come free by what is no request: a hold, an hour, another's calendar. */
  async function retaken(which: (row: DeskRow) => boolean): Promise<{ row: DeskRow; revision: number }[]> {
    const asks = [...held.values()]
      .flatMap(({ row, revision }) => (which(row) ? [{ row, revision }] : []))
      .map(({ row, revision }) => ({
        row,
        revision,
        state: row.state,
        service: row.service,
        start: row.start === null ? null : toMillis(row.start),
      }));
    const isTaken = await takenStarts(parts, asks, clock());
    return asks
      .filter((ask) => isTaken(ask) !== ask.row.slotTaken)
      .map(({ row, revision }) => ({ row: { ...row, slotTaken: !row.slotTaken }, revision }));
  }

  return {
    renew: (requests) => door.run(() => renew(requests)),
    reconcile: (grouping = true) => door.run(() => reconcile(grouping)),
    whole: () => ({ version, rows: [...held.values()].map(({ row }) => row) }),
    since: (from) => {
      if (from > version || from < forgottenUpTo) return null;
      const rows = [...held.values()].filter(({ at }) => at > from).map(({ row }) => row);
      return { from, version, rows, gone: [...gone].filter(([, at]) => at > from).map(([id]) => id) };
    },
    floods: () => floods,
  };
}
