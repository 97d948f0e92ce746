import type { DeskRequest } from '../../shared/desk-view.ts';
import type { Label, LabelDraft, LabelPut, LabelUses } from '../../shared/labels.ts';
import type { BookingRequest } from '../core/booking/request.ts';
import { isRefusal, type Refusal, refuse } from '../core/decision.ts';
import { awaitTurn } from '../store/await-turn.ts';
import { conversationsOf } from '../store/direct-messages.ts';
import {
  addLabel,
  dropLabel,
  holdLabel,
  isAnyPersonLabelled,
  labelsOfPeople,
  labelsOfRequests,
  putOnPerson,
  putOnRequest,
  readLabels,
  replaceLabel,
  takeOffPerson,
  takeOffRequest,
} from '../store/labels.ts';
import { raiseVersions, readRequest, readRequests } from '../store/requests.ts';
import type { Db, Tx } from '../store/store.ts';
import { requestsOf, viewersOfEach } from '../store/viewers.ts';
import type { BookingParts } from './booking-parts.ts';
import { usesOf } from './label-uses.ts';
import { createListeners } from './listeners.ts';
import { mailsOf, type Person, personKeys } from './person.ts';
import type { Turn, Turns } from './turn.ts';

/** More than anybody tells apart; each desk carries all of them. */
const MOST = 100;

/** How a request is answered after it was marked. */
interface RequestView {
  deskRequest(id: string): Promise<DeskRequest | Refusal>;
}

/** What the desk marks requests and people with. */
export interface Labels {
  /** Told after a label was added, changed or taken away; what has it is told of by its request. */
  onChange(listener: () => void): () => void;
  /** All of them, by name. */
  list(): Promise<Label[]>;
  /** Refuses with `label-name-taken` or `too-many-labels`. */
  add(draft: LabelDraft): Promise<Label | Refusal>;
  /** Refuses with `not-found` or `label-name-taken`. */
  change(id: string, draft: LabelDraft): Promise<Label | Refusal>;
  /** On how many requests and on how many people it is. Refuses with `not-found`. */
  uses(id: string): Promise<LabelUses | Refusal>;
  /** Takes it off everything. Refuses with `not-found`. */
  remove(id: string): Promise<null | Refusal>;
  /** Refuses with `not-found`, `label-gone`, and with `erased` a person of whom nothing is known any more. */
  put(request: string, put: LabelPut): Promise<DeskRequest | Refusal>;
}

export function createLabels(parts: BookingParts, turns: Turns, views: RequestView): Labels {
  const { store, creatorId } = parts;
  const changed = createListeners<void>(parts.onFault);
  async function keep(label: Label, write: () => Promise<null | Refusal>): Promise<Label | Refusal> {
    try {
      const refused = await write();
      if (refused) return refused;
    } catch (error) {
      if (store.isUniqueTaken(error)) return refuse('label-name-taken');
      throw error;
    }
    changed.tell();
    return label;
  }
  return {
    onChange: changed.add,
    list: () => readLabels(store.db, creatorId),
    add: (draft) => {
      const label = { ...draft, id: parts.newId() };
      return keep(label, () =>
        store.transaction(async (tx) => {
          await awaitTurn(store, tx, creatorId, 'labels');
          if ((await readLabels(tx, creatorId)).length >= MOST) return refuse('too-many-labels');
          await addLabel(tx, creatorId, label);
          return null;
        }),
      );
    },
    change: (id, draft) =>
      keep({ ...draft, id }, async () =>
        (await replaceLabel(store.db, creatorId, { ...draft, id })) ? null : refuse('not-found'),
      ),
    uses: (id) => usesOf(parts, id),
    remove: async (id) => {
      const gone = await store.transaction((tx) => dropLabel(tx, creatorId, id));
      if (!gone) return refuse('not-found');
      changed.tell();
      return null;
    },
    put: async (id, { label, on, put }) => {
      const done = await turns.change(async (turn) => {
        const request = await readRequest(turn.tx, creatorId, id);
        if (!request) return refuse('not-found');
        // Kept as it is until this has committed: another program may be taking it away.
        if (!(await holdLabel(turn.tx, creatorId, label))) return refuse('label-gone');
        if (on === 'person') return onPerson(parts, turn, request, label, put);
        await (put ? putOnRequest : takeOffRequest)(turn.tx, creatorId, id, label);
        await tellOf(parts, turn, [id]);
        return null;
      });
      return isRefusal(done) ? done : views.deskRequest(id);
    },
  };
}

async function onPerson(
  parts: BookingParts,
  turn: Turn,
  request: BookingRequest,
  label: string,
  put: boolean,
): Promise<null | Refusal> {
  if (request.name === '') return refuse('erased');
  const { creatorId } = parts;
  const [person = {}] = await peopleOf(parts, turn.tx, [request]);
  const all = await allOf(parts, turn, person);
  if (put) await putOnPerson(turn.tx, creatorId, personKeys(parts, person), label);
  else {
    // It may have been put on at another of their requests, by what they are known by there.
    const known = await peopleOf(parts, turn.tx, await readRequests(turn.tx, creatorId, all));
    const keys = known.flatMap((each) => personKeys(parts, each));
    await takeOffPerson(turn.tx, creatorId, keys, label);
  }
  await tellOf(parts, turn, all);
  return null;
}

/** Takes every label off a request and off its person, who is to be forgotten; before what they are known by is. */
export async function forgetLabels(
  parts: BookingParts,
  turn: Turn,
  request: BookingRequest,
  why: 'asked' | 'by-age',
): Promise<void> {
  const { creatorId } = parts;
  const [person = {}] = await peopleOf(parts, turn.tx, [request]);
  await takeOffRequest(turn.tx, creatorId, request.id);
  const others = (await allOf(parts, turn, person)).filter((id) => id !== request.id);
  const inUse = new Set(why === 'by-age' ? await keysOf(parts, turn, others) : []);
  const keys = personKeys(parts, person).filter((key) => !inUse.has(key));
  await takeOffPerson(turn.tx, creatorId, keys);
  if (why === 'asked') await tellOf(parts, turn, others);
}

/** What the people of these requests are known by. */
async function keysOf(parts: BookingParts, turn: Turn, ids: ReadonlyArray<string>): Promise<string[]> {
  const people = await peopleOf(parts, turn.tx, await readRequests(turn.tx, parts.creatorId, ids));
  return people.flatMap((person) => personKeys(parts, person));
}

/** The labels of each request and of its person, by their ids. */
export async function labelsOf(
  parts: BookingParts,
  requests: ReadonlyArray<BookingRequest>,
): Promise<(id: string) => DeskRequest['labels']> {
  const { creatorId } = parts;
  const { db } = parts.store;
  const own = await labelsOfRequests(
    db,
    creatorId,
    requests.map(({ id }) => id),
  );
  // Most shows mark nobody: then it is not even asked who is who.
  const people = (await isAnyPersonLabelled(db, creatorId)) ? await peopleOf(parts, db, requests) : [];
  const keys = people.map((person) => personKeys(parts, person));
  const byKey = await labelsOfPeople(db, creatorId, [...new Set(keys.flat())]);
  const persons = new Map(
    keys.map((own, at) => {
      const labels = own.flatMap((key) => byKey.get(key) ?? []);
      return [requests[at]?.id ?? '', [...new Set(labels)].sort()];
    }),
  );
  return (id) => ({ request: own.get(id) ?? [], person: persons.get(id) ?? [] });
}

/** What the person of each request is known by, as for who is kept out. */
async function peopleOf(
  { creatorId }: BookingParts,
  db: Db | Tx,
  requests: ReadonlyArray<BookingRequest>,
): Promise<Person[]> {
  const ids = requests.map(({ id }) => id);
  const viewers = await viewersOfEach(db, creatorId, ids);
  const conversations = await conversationsOf(db, creatorId, ids);
  return requests.map(({ id, contact }) => {
    const conversation = conversations.get(id);
    return {
      requests: [id],
      viewers: viewers.get(id) ?? [],
      mails: mailsOf(contact),
      conversations: conversation ? [conversation.id] : [],
    };
  });
}

async function allOf({ creatorId }: BookingParts, turn: Turn, person: Person): Promise<string[]> {
  const { viewers = [], mails = [], requests = [] } = person;
  return [...new Set([...requests, ...(await requestsOf(turn.tx, creatorId, { viewers, mails }))])];
}

/** Another process finds by their versions what else has the label now. */
async function tellOf({ creatorId }: BookingParts, turn: Turn, requests: ReadonlyArray<string>): Promise<void> {
  await raiseVersions(turn.tx, creatorId, requests);
  for (const id of requests) turn.touched.add(id);
}
