import { type AddressInfo, createServer, type Socket } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { SmtpTarget } from '../../server/mail/smtp.ts';

/** A real SMTP server on loopback, with a login, that keeps what it took. */
export interface MailBox {
  readonly target: SmtpTarget;
  /** Every mail that was taken, in order, as another library reads it. */
  readonly mails: ParsedMail[];
  /** How often a mail came in whole, answered or not. */
  tries: number;
  /** What to say instead of taking the next mails: after the receiver, or after the words. */
  refuse: { at: 'recipient' | 'data' | 'sender'; code: number } | null;
  /** True: takes the mail and never answers. */
  mute: boolean;
  close(): Promise<void>;
}

export const USER = 'sender';
export const PASSWORD = 'canary-mail-password';

export async function openMailBox(port = 0): Promise<MailBox> {
  const box = { mails: [] as ParsedMail[], tries: 0, refuse: null as MailBox['refuse'], mute: false };
  const no = (at: string) => (box.refuse?.at === at ? refusal(box.refuse.code) : null);
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    closeTimeout: 100,
    onAuth: ({ username, password }, _session, answer) =>
      username === USER && password === PASSWORD
        ? answer(null, { user: USER })
        : answer(Object.assign(new Error('wrong'), { responseCode: 535 })),
    onMailFrom: (_address, _session, answer) => answer(no('sender')),
    onRcptTo: (_address, _session, answer) => answer(no('recipient')),
    onData: (stream, _session, answer) => {
      simpleParser(stream)
        .then((mail) => {
          box.tries += 1;
          if (box.mute) return;
          const refused = no('data');
          if (!refused) box.mails.push(mail);
          answer(refused);
        })
        .catch(answer);
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready));
  const { port: given } = server.server.address() as AddressInfo;
  const target = { host: '127.0.0.1', port: given, security: 'none', user: USER, password: PASSWORD } as const;
  return Object.assign(box, { target, close: () => new Promise<void>((closed) => server.close(closed)) });
}

/** Something that listens like a mail server and says only this, or nothing at all. */
export async function openMumbler(words: string | null): Promise<{ target: SmtpTarget; close(): Promise<void> }> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
    if (words !== null) socket.write(`${words}\r\n`);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    target: { host: '127.0.0.1', port, security: 'none', user: '', password: null },
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function refusal(code: number): Error {
  return Object.assign(new Error('not now'), { responseCode: code });
}
