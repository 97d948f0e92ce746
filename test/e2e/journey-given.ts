import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIRequestContext } from '@playwright/test';
import { expect } from '@playwright/test';
import ICAL from 'ical.js';
import type { ParsedMail } from 'mailparser';
import { type MailBox, openMailBox, PASSWORD, USER } from '../fakes/smtp-server.ts';
import { freePort, type OwnServer, startOwnServer } from './studio-given.ts';

/** A program with one creator, one offer in four languages, mail over a real SMTP server, and a code that was spoken. */
export interface Live {
  readonly server: OwnServer;
  readonly box: MailBox;
  /** The address that the creator speaks: `/c/CODE` on the door of the viewers. */
  readonly spoken: string;
  readonly service: string;
  close(): Promise<void>;
}

export const TITLES = { en: 'CV check', de: 'Lebenslauf-Check', nl: 'Cv-check', nb: 'CV-sjekk' } as const;
export const QUESTION = {
  en: 'What is your goal?',
  de: 'Was ist dein Ziel?',
  nl: 'Wat is je doel?',
  nb: 'Hva er målet ditt?',
} as const;
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

export async function openLive(request: APIRequestContext): Promise<Live> {
  const folder = await mkdtemp(join(tmpdir(), 'cuedesk-journey-'));
  const box = await openMailBox();
  const publicPort = String(await freePort());
  const server = await startOwnServer({
    CUEDESK_DATA: folder,
    PUBLIC_PORT: publicPort,
    SMTP_URL: `smtp://${USER}:${PASSWORD}@127.0.0.1:${box.target.port}`,
    MAIL_FROM: 'book@example.org',
  });
  const call = async (method: 'put' | 'post', path: string, data: object, status = 200) => {
    const answer = await request[method](`${server.base}/api/v1/${path}`, { headers: server.owner, data });
    expect(answer.status(), `${path}: ${await answer.text()}`).toBe(status);
    return (await answer.json()) as { id: string; code: string };
  };
  await call('put', 'bio', {
    handle: 'ada',
    name: 'Ada Creator',
    headline: 'Résumés that get read',
    about: 'Ten years in hiring, now on your side.',
    region: 'DE',
    zone: 'Europe/Berlin',
    languages: ['en', 'de', 'nl', 'nb'],
    proofs: [{ title: 'Ten years in hiring', public: true }],
    adult: true,
    followers: 1500,
  });
  await call('put', 'availability', {
    zone: 'Europe/Berlin',
    stepMinutes: 30,
    weekly: DAYS.map((day) => ({ day, from: '09:00', to: '17:00' })),
  });
  const { id: service } = await call(
    'post',
    'services',
    {
      slug: 'cv-check',
      kind: 'consulting',
      title: TITLES,
      minutes: 30,
      price: { minor: 4500, currency: 'EUR' },
      noLicenceNeeded: true,
      cutoffMinutes: 60,
      noticeMinutes: 60,
      place: { type: 'video', joinUrl: 'https://meet.example/room' },
      deposit: { amount: { minor: 1000, currency: 'EUR' }, paymentUrl: 'https://pay.example/ada' },
      questions: [{ id: 'goal', label: QUESTION, required: true }],
    },
    201,
  );
  await call('post', 'bio/publish', {});
  const { code } = await call('post', 'codes', { label: 'Spoken in the live', service }, 201);
  return {
    server,
    box,
    service,
    spoken: `http://127.0.0.1:${publicPort}/c/${code}`,
    close: async () => {
      await server.stop();
      await box.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The mail that comes to `to` beside the `known` ones. */
export async function nextMail(box: MailBox, to: string, known: number): Promise<ParsedMail> {
  const mine = () => box.mails.filter((mail) => [mail.to].flat()[0]?.text === to);
  await expect.poll(() => mine().length, { timeout: 15_000 }).toBe(known + 1);
  return mine()[known] as ParsedMail;
}

export interface CalendarEntry {
  readonly method: string;
  readonly uid: string;
  readonly sequence: number;
  readonly status: string;
  /** Milliseconds of the Unix epoch. */
  readonly start: number;
  readonly end: number;
}

/** The one appointment of a calendar file, as ical.js reads it; ical-generator wrote it. */
export function readCalendar(text: string): CalendarEntry {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const events = calendar.getAllSubcomponents('vevent');
  expect(events).toHaveLength(1);
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const event = new ICAL.Event(events[0] as ICAL.Component);
  return {
    method: String(calendar.getFirstPropertyValue('method')),
    uid: event.uid,
    sequence: Number(event.sequence),
    status: String(events[0]?.getFirstPropertyValue('status')),
    start: event.startDate.toJSDate().getTime(),
    end: event.endDate.toJSDate().getTime(),
  };
}

/** The calendar file of a mail. */
export function calendarOf(mail: ParsedMail): CalendarEntry {
  const file = mail.attachments.find(({ contentType }) => contentType.startsWith('text/calendar'));
  expect(file, mail.subject).toBeDefined();
  return readCalendar(String(file?.content));
}
