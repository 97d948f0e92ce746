import type { createTransport as CreateTransport } from 'nodemailer';
import type { MailTrouble } from '../../shared/mail.ts';
import type { Delivery, DeliveryFailed, ReadyMail } from '../core/mail/delivery.ts';

/** The server to hand mail to. */
export interface SmtpTarget {
  readonly host: string;
  readonly port: number;
  readonly security: 'tls' | 'starttls' | 'none';
  readonly user: string;
  readonly password: string | null;
}

const CONNECT_MS = 15_000;
const SILENCE_MS = 30_000;
/** A server that answers each word slowly is given up all the same: well within the claim on the mail. */
const WHOLE_MS = 2 * 60_000;

/** What nodemailer tells of an error; its names stop here. */
interface SmtpError {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly response?: string;
  readonly message?: string;
}

/** Hands mail to an SMTP server, each over a connection of its own: bookings are few, and a kept one goes stale. */
export function smtpSender(target: SmtpTarget, limits = { connect: CONNECT_MS, silence: SILENCE_MS }) {
  return {
    async deliver(mail: ReadyMail, stop: AbortSignal): Promise<Delivery> {
      // Loaded with the first mail: most installations send none, and it is a tenth of an idle program's memory.
      const { createTransport } = await import('nodemailer');
      const transport = createTransport({
        host: target.host,
        port: target.port,
        secure: target.security === 'tls',
        requireTLS: target.security === 'starttls',
        ignoreTLS: target.security === 'none',
        // A bridge on this machine signs for itself, and nobody else can stand in between.
        tls: { rejectUnauthorized: !isLoopback(target.host) },
        ...(target.user === '' ? {} : { auth: { user: target.user, pass: target.password ?? '' } }),
        connectionTimeout: limits.connect,
        greetingTimeout: limits.connect,
        dnsTimeout: limits.connect,
        socketTimeout: limits.silence,
        // Mail is made of texts: nothing in one may name a file or an address to be read.
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      const over = AbortSignal.any([stop, AbortSignal.timeout(WHOLE_MS)]);
      try {
        await Promise.race([transport.sendMail(messageOf(mail)), aborted(over)]);
        return { type: 'sent' };
      } catch (error) {
        return failureOf(error as SmtpError);
      } finally {
        transport.close();
      }
    },
  };
}

function messageOf(mail: ReadyMail): Parameters<ReturnType<typeof CreateTransport>['sendMail']>[0] {
  const { calendar } = mail;
  return {
    messageId: `<${mail.messageId}>`,
    from: mail.from,
    to: { name: '', address: mail.to },
    ...(mail.replyTo === null ? {} : { replyTo: { name: '', address: mail.replyTo } }),
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    // RFC 3834: so that no absence note answers, to a person or to another program.
    headers: { 'Auto-Submitted': 'auto-generated' },
    ...(calendar
      ? {
          attachments: [
            {
              filename: calendar.method === 'CANCEL' ? 'cancelled.ics' : 'booking.ics',
              content: calendar.file,
              contentType: `text/calendar; charset=utf-8; method=${calendar.method}`,
            },
          ],
        }
      : {}),
  };
}

/** Rejects when the signal comes. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const give = () => reject({ code: 'ETIMEDOUT', message: 'no answer in time' } satisfies SmtpError);
    if (signal.aborted) give();
    signal.addEventListener('abort', give, { once: true });
  });
}

/**
 * What an error means. Only what the server says about the receiver or the words is about this mail; the rest (the way
 * there, the login, the sender) meets every mail, so a refusal of it is no reason to give any up.
 */
export function failureOf(error: SmtpError): DeliveryFailed {
  const code = error.responseCode ?? 0;
  const said = (error.response ?? error.message ?? '').replace(/\s+/g, ' ').slice(0, 300);
  const aboutMail = error.command === 'RCPT TO' || error.command === 'DATA' || error.code === 'EMESSAGE';
  const forGood = aboutMail && code >= 500 && code !== 503;
  // 421: the server is closing; whatever it answered to, the next mail would hear the same.
  const scope = aboutMail && code >= 400 && code !== 421 ? 'mail' : 'server';
  return { type: 'failed', why: whyOf(error, code), scope, forGood, said };
}

function whyOf(error: SmtpError, code: number): MailTrouble {
  if (error.code === 'EAUTH' || error.code === 'ENOAUTH' || code === 530 || code === 535) return 'login-refused';
  if (error.command === 'STARTTLS') return 'tls';
  if (code >= 400 && code < 500) return 'busy';
  if (code >= 500) {
    if (error.command === 'MAIL FROM') return 'sender-refused';
    if (error.command === 'RCPT TO') return 'recipient-refused';
    return error.code === 'EMESSAGE' || error.command === 'DATA' ? 'message-refused' : 'unreachable';
  }
  if (error.code === 'ETIMEDOUT') return 'no-answer';
  if (error.code === 'ETLS' || error.code === 'EREQUIRETLS') return 'tls';
  if (/certificate|self.signed|wrong version number|SSL|TLS/i.test(error.message ?? '')) return 'tls';
  if (error.code === 'EDNS' || /ENOTFOUND|EAI_AGAIN/.test(error.message ?? '')) return 'not-found';
  return 'unreachable';
}

function isLoopback(host: string): boolean {
  return /^(?:localhost|127\.[\d.]+|::1)$/.test(host);
}
