import type { PreparedReply, PreparedReplyDraft } from '../../shared/prepared-replies.ts';
import type { Issue } from '../../shared/rejections.ts';
import { REPLY_VARIABLES, type ReplyFault, replyFaults } from '../../shared/reply-template.ts';
import type { EpochMillis } from '../../shared/time.ts';
import { type Refusal, refuse } from '../core/decision.ts';
import { FIRST_REPLIES } from '../core/desk/first-replies.ts';
import { awaitTurn } from '../store/await-turn.ts';
import { addReply, beginReplies, dropReply, readReplies, replaceReply } from '../store/prepared-replies.ts';
import type { Store } from '../store/store.ts';
import { createListeners } from './listeners.ts';

/** More than anybody finds again; each desk carries all of them. */
const MOST = 100;

export type PreparedReplies = Awaited<ReturnType<typeof openPreparedReplies>>;

/** The prepared replies of a creator. A new creator begins with a first set. */
export async function openPreparedReplies(deps: {
  store: Store;
  creatorId: string;
  clock: () => EpochMillis;
  newId: () => string;
  onFault: (error: unknown) => void;
}) {
  const { store, creatorId } = deps;
  const changed = createListeners<void>(deps.onFault);
  await store.transaction((tx) => beginReplies(tx, creatorId, FIRST_REPLIES, deps.clock()));

  /** Keeps what `write` keeps, unless a text could not be filled in or another has the name. */
  async function keep<T extends PreparedReplyDraft>(
    reply: T,
    write: (reply: T) => Promise<null | Refusal>,
  ): Promise<T | Refusal> {
    const issues = issuesOf(reply);
    if (issues.length > 0) return refuse('bad-template', { issues });
    try {
      const refused = await write(reply);
      if (refused) return refused;
    } catch (error) {
      if (store.isUniqueTaken(error)) return refuse('reply-name-taken');
      throw error;
    }
    changed.tell();
    return reply;
  }

  return {
    /** Told after each change is kept. */
    onChange: changed.add,
    /** All of them, by name. */
    list: (): Promise<PreparedReply[]> => readReplies(store.db, creatorId),
    /** Refuses with `bad-template`, `reply-name-taken` or `too-many-replies`. */
    add(draft: PreparedReplyDraft): Promise<PreparedReply | Refusal> {
      return keep({ ...draft, id: deps.newId() }, (reply) =>
        store.transaction(async (tx) => {
          await awaitTurn(store, tx, creatorId, 'prepared-replies');
          if ((await readReplies(tx, creatorId)).length >= MOST) return refuse('too-many-replies');
          await addReply(tx, creatorId, reply);
          return null;
        }),
      );
    },
    /** Refuses with `not-found`, `bad-template` or `reply-name-taken`. */
    change: (id: string, draft: PreparedReplyDraft): Promise<PreparedReply | Refusal> =>
      keep({ ...draft, id }, async (reply) =>
        (await replaceReply(store.db, creatorId, reply)) ? null : refuse('not-found'),
      ),
    /** Refuses with `not-found`. */
    async remove(id: string): Promise<null | Refusal> {
      if (!(await dropReply(store.db, creatorId, id))) return refuse('not-found');
      changed.tell();
      return null;
    },
  };
}

/** What of the texts could not be filled in, by the language it is in. */
function issuesOf({ texts }: PreparedReplyDraft): Issue[] {
  return Object.entries(texts).flatMap(([language, text]) =>
    replyFaults(text).map((fault) => ({ path: `texts.${language}`, message: sentenceOf(fault) })),
  );
}

function sentenceOf({ why, name }: ReplyFault): string {
  const known = REPLY_VARIABLES.map((each) => `{${each}}`).join(', ');
  if (why === 'unknown') return `has {${name}}, which is not known; known are ${known}`;
  if (why === 'no-fallback') return `has {${name}} without words in its place: write {${name}|other words}`;
  return 'has a brace that belongs to no variable';
}
