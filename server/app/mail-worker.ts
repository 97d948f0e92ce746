import type { MailTrouble } from '../../shared/mail.ts';
import type { EpochMillis } from '../../shared/time.ts';
import { allowance, HOUR } from '../core/mail/allowance.ts';
import { type Delivery, type DeliveryFailed, nextTry, type ReadyMail } from '../core/mail/delivery.ts';
import type { MailFacts } from '../core/mail/facts.ts';
import { claimMail, type DueMail, dueMails, type Outcome, settleMail } from '../store/outbox.ts';
import { recentMails, standingOf } from '../store/outbox-standing.ts';
import { readRequest } from '../store/requests.ts';
import type { Store } from '../store/store.ts';
import type { MailQueue } from './mail-port.ts';

/** Longer than a try can take: who was killed between the claim and the answer has its mail sent by another then. */
const LEASE_MS = 5 * 60_000;
const AT_ONCE = 20;
/** After a try that met no server, in a row: the first wait and the longest. */
const FIRST_PAUSE_MS = 15_000;
const MOST_PAUSE_MS = 10 * 60_000;

/** The trouble that stands, as the last try left it. */
export interface StandingTrouble {
  readonly why: MailTrouble;
  readonly said: string;
  readonly retryAt: EpochMillis | null;
}

interface Deps {
  readonly store: Store;
  readonly creatorId: string;
  readonly clock: () => EpochMillis;
  /** From 0 up to 1: spreads the tries of many programs that lost the same server. */
  readonly random: () => number;
  readonly queue: Pick<MailQueue, 'factsNow'>;
  /** Null: mail is off, and nothing is claimed. */
  readonly sender: () => { deliver(mail: ReadyMail, stop: AbortSignal): Promise<Delivery> } | null;
  /** Writes the mail; null when it cannot be, for want of a sender. */
  readonly write: (mail: DueMail, facts: MailFacts) => ReadyMail | null;
  readonly onChange: () => void;
}

export type MailWorker = ReturnType<typeof createMailWorker>;

/** Sends what is due, one after the other. Several processes may run it on one store: a claim has one winner. */
export function createMailWorker(deps: Deps) {
  const { store, creatorId, clock } = deps;
  const stop = new AbortController();
  let trouble: StandingTrouble | null = null;
  let failuresInARow = 0;
  let pausedUntil = 0;
  let running: Promise<void> | null = null;
  let askedAgain = false;

  async function settle(mail: DueMail, outcome: Outcome): Promise<void> {
    if (!stop.signal.aborted) await settleMail(store.db, creatorId, mail, outcome, clock());
  }

  /** What is known before the server is asked: null is to send it. */
  async function beforehand(mail: DueMail, facts: MailFacts | null): Promise<Outcome | null> {
    const now = clock();
    const { vouched, superseded } = await standingOf(store.db, creatorId, mail, now);
    const isVoid = (mail.kind === 'reminder' || mail.kind === 'waitlist-offer') && now >= mail.expiresAt;
    if (facts === null || superseded || isVoid) return { type: 'dropped' };
    const recent = await recentMails(store.db, creatorId, mail, now - HOUR, now);
    const may = allowance({ kind: mail.kind, cause: mail.cause, first: mail.facts.sequence === 1, vouched }, recent);
    if (may === 'send') return null;
    if (may === 'pass-over') return { type: 'dropped' };
    if (may === 'leave-out') return { type: 'failed', why: 'too-many-to-one', said: '' };
    return { type: 'again', at: may.waitUntil, why: null, said: '' };
  }

  /** A reminder says what holds when it goes, and nothing when the booking is not that one any more. */
  async function factsFor(mail: DueMail): Promise<MailFacts | null> {
    if (mail.kind !== 'reminder') return mail.facts;
    const request = await readRequest(store.db, creatorId, mail.facts.request);
    if (request?.state !== 'booked' || request.start !== mail.facts.start) return null;
    return deps.queue.factsNow(store.db, request, {}, clock());
  }

  function afterFailure(mail: DueMail, failed: DeliveryFailed): Outcome {
    const { why, said } = failed;
    const now = clock();
    const at = failed.forGood ? null : nextTry(mail.attempts, mail.expiresAt, now, deps.random());
    if (failed.scope === 'server') {
      const pause = Math.min(MOST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(failuresInARow++, 10));
      pausedUntil = now + Math.round(pause * (1 + deps.random() / 2));
      trouble = { why, said, retryAt: pausedUntil };
      // One address that is wrong is in the list of failures, and no trouble of the server.
    } else if (at !== null) trouble = { why, said, retryAt: at };
    if (at !== null) return { type: 'again', at, why, said };
    return { type: 'failed', why: failed.forGood ? why : 'gave-up', said };
  }

  /** False: the way to the server is down, so the next mail need not try. */
  async function send(due: DueMail, sender: NonNullable<ReturnType<Deps['sender']>>): Promise<boolean> {
    const mail = await claimMail(store.db, creatorId, due, clock(), clock() + LEASE_MS);
    if (!mail) return true;
    const facts = await factsFor(mail);
    const known = await beforehand(mail, facts);
    const ready = known === null && facts !== null ? deps.write(mail, facts) : null;
    if (!ready) {
      await settle(mail, known ?? { type: 'dropped' });
      return true;
    }
    const delivery = await sender.deliver(ready, stop.signal);
    if (delivery.type === 'sent') {
      failuresInARow = 0;
      trouble = null;
      await settle(mail, { type: 'sent' });
      return true;
    }
    await settle(mail, afterFailure(mail, delivery));
    return delivery.scope === 'mail';
  }

  async function work(): Promise<void> {
    for (;;) {
      const sender = deps.sender();
      if (!sender || clock() < pausedUntil || stop.signal.aborted) return;
      const due = await dueMails(store.db, creatorId, clock(), AT_ONCE);
      for (const mail of due) {
        if (stop.signal.aborted) return;
        const goesOn = await send(mail, sender);
        deps.onChange();
        if (!goesOn) return;
      }
      if (due.length === 0) return;
    }
  }

  /** Sends what is due; resolves when nothing is left to try now. Asked while it runs, it looks once more at the end. */
  function run(): Promise<void> {
    askedAgain = true;
    running ??= (async () => {
      try {
        while (askedAgain && !stop.signal.aborted) {
          askedAgain = false;
          await work();
        }
      } finally {
        running = null;
      }
    })();
    return running;
  }

  return {
    run,
    trouble: () => trouble,
    /** The way to the server has changed: what was known of it is void. */
    reset(): void {
      failuresInARow = 0;
      pausedUntil = 0;
      trouble = null;
    },
    /** Ends without waiting for a server. A mail under way stays claimed, and is tried anew when its claim lapses. */
    async close(): Promise<void> {
      stop.abort();
      await running?.catch(() => undefined);
    },
  };
}
