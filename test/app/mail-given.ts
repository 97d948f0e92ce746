import { randomUUID } from 'node:crypto';
import type { Booking } from '../../server/app/booking.ts';
import { type Mail, openMail } from '../../server/app/mail.ts';
import type { MailTarget } from '../../server/app/mail-settings.ts';
import { smtpSender } from '../../server/mail/smtp.ts';
import { ensureCreator } from '../../server/store/offers.ts';
import { secretsOf } from '../../server/store/secrets.ts';
import type { Store } from '../../server/store/store.ts';
import type { RequestDraft } from '../../shared/booking.ts';
import { type MailBox, openMailBox, PASSWORD, USER } from '../fakes/smtp-server.ts';
import { bookingOn, givenDraft, openFolder, type SetClock, startClock } from './booking-given.ts';

/** Booking with mail over a real SMTP server, on a store of its own. */
export interface MailRig {
  readonly booking: Booking;
  readonly mail: Mail;
  readonly store: Store;
  readonly clock: SetClock;
  readonly box: MailBox;
  close(): Promise<void>;
}

export const VERA = 'vera@example.org';

export async function openMailOn(
  store: Store,
  clock: SetClock,
  environment: MailTarget | null,
  senderTo: Parameters<typeof openMail>[0]['senderTo'] = (target) =>
    smtpSender(target, { connect: 10_000, silence: 10_000 }),
): Promise<Mail> {
  const secrets = secretsOf('the root secret of a test that is long enough');
  return openMail({
    store,
    creatorId: 'local',
    clock: () => clock.now,
    newId: () => randomUUID(),
    onFault: (error) => {
      throw error;
    },
    secretBox: secrets,
    derive: secrets.derive,
    threadSecret: 'a server secret of a test that is long enough',
    publicUrl: () => 'https://book.example',
    deskUrl: () => 'http://127.0.0.1:4600/desk',
    language: () => 'de',
    environment,
    senderTo,
  });
}

/** Mail that is written and never sent, nobody listens at its server; the creator's goes to `notify`. */
export async function openMailToNobody(store: Store, clock: SetClock, notify: string): Promise<Mail> {
  const server = { host: '127.0.0.1', port: 9, security: 'none', user: '', password: null } as const;
  const mail = await openMailOn(store, clock, { ...server, from: 'book@example.org' });
  await mail.change({ notify });
  return mail;
}

export function targetOf(box: MailBox): MailTarget {
  return { ...box.target, from: 'book@example.org' };
}

export async function openMailRig(): Promise<MailRig> {
  const { store, close } = await openFolder();
  const clock = startClock();
  await store.transaction((tx) => ensureCreator(tx, 'local', clock.now));
  const box = await openMailBox();
  const mail = await openMailOn(store, clock, null);
  const booking = bookingOn(store, clock, 'local', undefined, { mail: mail.queue });
  return {
    booking,
    mail,
    store,
    clock,
    box,
    close: async () => {
      await mail.close();
      await box.close();
      await close();
    },
  };
}

/** Turns mail on as the studio does. */
export async function turnOn({ mail, box }: MailRig): Promise<void> {
  const { host, port } = box.target;
  await mail.change({
    server: { host, port, security: 'none', user: USER, password: PASSWORD, from: 'book@example.org' },
  });
}

export function mailedDraft(changes: Partial<RequestDraft> & { service: string }): RequestDraft {
  return givenDraft({ contact: { email: VERA }, ...changes });
}
