import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ReadyMail } from '../../server/core/mail/delivery.ts';
import { smtpSender } from '../../server/mail/smtp.ts';
import { type MailBox, openMailBox, openMumbler } from '../fakes/smtp-server.ts';

const MAIL: ReadyMail = {
  to: 'vera@example.org',
  from: { name: 'Ada Creator', address: 'book@example.org' },
  replyTo: 'ada@example.org',
  subject: 'Bestätigt: Grüße',
  text: 'Hallo\n',
  html: '<p>Hallo</p>',
  messageId: 'row-1@example.org',
  calendar: null,
};
const SOON = { connect: 300, silence: 300 };
const never = new AbortController().signal;

let box: MailBox;
beforeEach(async () => {
  box = await openMailBox();
});
afterEach(() => box.close());

test('[ML12] a mail says who it is from, where answers go, and that no machine should answer; its id is the row’s', async () => {
  expect(await smtpSender(box.target).deliver(MAIL, never)).toEqual({ type: 'sent' });
  const [mail] = box.mails;
  expect(mail?.from?.text).toBe('"Ada Creator" <book@example.org>');
  expect(mail?.replyTo?.text).toBe('ada@example.org');
  expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
  expect(mail?.messageId).toBe('<row-1@example.org>');
  expect(mail?.subject).toBe('Bestätigt: Grüße');
});

test('[ML12] no text of a header can begin another one', async () => {
  const evil = 'x\r\nBcc: victim@example.org\r\n\r\nbody\u2028X-Evil: 1';
  const from = { name: evil, address: 'book@example.org' };
  await smtpSender(box.target).deliver({ ...MAIL, subject: evil, from }, never);
  const [mail] = box.mails;
  expect(mail?.bcc).toBeUndefined();
  expect(mail?.headers.has('x-evil')).toBe(false);
  expect(mail?.text?.trim()).toBe('Hallo');
});

test.each([
  ['a receiver who is refused for good', { at: 'recipient', code: 550 }, 'recipient-refused', 'mail', true],
  ['words that are refused for good', { at: 'data', code: 554 }, 'message-refused', 'mail', true],
  ['a receiver who is to be tried later', { at: 'recipient', code: 450 }, 'busy', 'mail', false],
  ['a server that is closing', { at: 'data', code: 421 }, 'busy', 'server', false],
  ['a sender that is not taken', { at: 'sender', code: 550 }, 'sender-refused', 'server', false],
] as const)('[ML7] %s is told apart', async (_name, refuse, why, scope, forGood) => {
  box.refuse = { ...refuse };
  const answer = await smtpSender(box.target).deliver(MAIL, never);
  expect(answer).toMatchObject({ type: 'failed', why, scope, forGood });
  expect(box.mails).toEqual([]);
});

test('[ML7] a wrong password, nobody there, a closing greeting and a server that hangs are troubles of the server', async () => {
  const wrong = await smtpSender({ ...box.target, password: 'wrong-one' }).deliver(MAIL, never);
  expect(wrong).toMatchObject({ why: 'login-refused', scope: 'server', forGood: false });
  expect(JSON.stringify(wrong)).not.toContain('wrong-one');

  const silent = await openMumbler(null);
  expect(await smtpSender(silent.target, SOON).deliver(MAIL, never)).toMatchObject({
    why: 'no-answer',
    scope: 'server',
    forGood: false,
  });
  await silent.close();

  const busy = await openMumbler('421 too many connections');
  expect(await smtpSender(busy.target, SOON).deliver(MAIL, never)).toMatchObject({ why: 'busy', scope: 'server' });
  await busy.close();

  expect(await smtpSender(busy.target, SOON).deliver(MAIL, never)).toMatchObject({
    why: 'unreachable',
    scope: 'server',
    forGood: false,
  });
  box.mute = true;
  expect(await smtpSender(box.target, SOON).deliver(MAIL, never)).toMatchObject({ why: 'no-answer', forGood: false });
});

test('[ML7] where encryption is asked for, a server without it gets neither login nor mail', async () => {
  const answer = await smtpSender({ ...box.target, security: 'starttls' }).deliver(MAIL, never);
  expect(answer).toMatchObject({ type: 'failed', why: 'tls', scope: 'server', forGood: false });
  expect(box.tries).toBe(0);
});
