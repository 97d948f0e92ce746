import { afterEach, beforeEach, expect, test } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { MailSettings } from '../../shared/mail.ts';
import { givenService, publish } from '../app/booking-given.ts';
import { mailedDraft } from '../app/mail-given.ts';
import { openMailBox, PASSWORD, USER } from '../fakes/smtp-server.ts';
import { AS_OWNER, JSON_BODY, startProgram, type TestProgram } from '../program/given-program.ts';

let door: TestProgram;
beforeEach(async () => {
  door = await startProgram();
});
afterEach(() => door.close());

async function call(method: string, path: string, body?: unknown) {
  const answer = await fetch(`${door.base}/api/v1${path}`, {
    method,
    headers: { ...AS_OWNER, ...(method === 'GET' ? {} : JSON_BODY) },
    ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
  });
  return { status: answer.status, body: await answer.json() };
}

test('[ML1] the whole program mails by itself what a viewer’s ask calls for, to a real mail server', async () => {
  const box = await openMailBox();
  const { host, port } = box.target;
  const server = { host, port, security: 'none', user: USER, password: PASSWORD, from: 'book@example.org' };
  const set = await call('PUT', '/mail', { server });
  expect(MailSettings.parse(set.body).status.state).toBe('ready');
  const [service = ''] = await publish(door.program.parts.booking, [givenService()]);
  const start = new Date(Math.ceil(Date.now() / 86_400_000) * 86_400_000 + 2 * 86_400_000 + 12 * 3_600_000);
  const draft = mailedDraft({ service, start: start.toISOString(), language: 'nb' });
  const made = await fetch(`${door.publicBase}/api/v1/public/creator/requests`, {
    method: 'POST',
    headers: JSON_BODY,
    body: JSON.stringify(draft),
  });
  expect(made.status).toBe(201);
  const { thread } = (await made.json()) as { thread: string };
  await expect.poll(() => box.mails.length).toBe(1);
  expect(box.mails[0]?.subject).toMatch(/^Forespørsel mottatt/);
  expect(box.mails[0]?.text).toContain(thread);
  expect(door.log.join('\n')).not.toContain(PASSWORD);
  await box.close();
});

test('[ML14] a template with an unknown variable is refused over the API, with its place', async () => {
  const template = { kind: 'reminder', language: 'en', subject: 'x', body: 'a\n{{foo}}' };
  const refused = await call('PUT', '/mail/templates', template);
  expect(refused).toMatchObject({
    status: 400,
    body: { why: 'bad-template', issues: [{ path: 'body', message: expect.stringContaining('line 2, column 1') }] },
  });
  expect((await call('PUT', '/mail/templates', { ...template, body: 'a', subject: 'x\nBcc: y' })).status).toBe(400);
  const preview = await call('POST', '/mail/templates/preview', { ...template, body: 'Hi {{name}}' });
  expect(preview.body.text).toMatch(/^Hi Sam\n/);
});

test('[ML16] the calendar feed is read by who has its address, on both doors, until it gets a new one', async () => {
  const first = (await call('POST', '/calendar-feed/renew')).body.url as string;
  expect(first).toMatch(/\/api\/v1\/public\/calendar\/[\w-]{43}\.ics$/);
  const path = new URL(first).pathname;
  const [service = ''] = await publish(door.program.parts.booking, [givenService({ instant: true })]);
  const start = new Date(Math.ceil(Date.now() / 86_400_000) * 86_400_000 + 2 * 86_400_000 + 12 * 3_600_000);
  await door.program.parts.booking.viewers.ask('creator', mailedDraft({ service, start: start.toISOString() }), null);
  for (const base of [door.base, door.publicBase]) {
    const answer = await fetch(base + path);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const text = await answer.text();
    expect(text).toContain('Vera Viewer');
    expect(text).not.toContain('vera@');
    expect((await fetch(`${base}${path.slice(0, -5)}x.ics`)).status).toBe(404);
    expect((await fetch(base + path.replace('.ics', ''))).status).toBe(404);
  }
  await call('PUT', '/calendar-feed', { contacts: true });
  expect(await (await fetch(door.publicBase + path)).text()).toContain('vera@example.org');
  const second = (await call('POST', '/calendar-feed/renew')).body.url as string;
  expect((await fetch(door.publicBase + path)).status).toBe(404);
  expect((await fetch(door.publicBase + new URL(second).pathname)).status).toBe(200);
  await call('DELETE', '/calendar-feed');
  expect((await fetch(door.publicBase + new URL(second).pathname)).status).toBe(404);
});

test('[ML20] SMTP_URL and MAIL_FROM name the mail server; what cannot be used is said without the password', () => {
  const mail = (SMTP_URL: string, MAIL_FROM?: string) => readConfig([], { SMTP_URL, MAIL_FROM }).mail;
  expect(mail('smtps://a%40b.c:p%3Aw@smtp.example.org')).toEqual({
    host: 'smtp.example.org',
    port: 465,
    security: 'tls',
    user: 'a@b.c',
    password: 'p:w',
    from: 'a@b.c',
  });
  expect(mail('smtp://smtp.example.org', 'Ada <ada@example.org>')).toMatchObject({
    port: 587,
    security: 'starttls',
    from: 'ada@example.org',
  });
  expect(mail('smtp://127.0.0.1:1025', 'a@b.c')).toMatchObject({ port: 1025, security: 'none', password: null });
  expect(readConfig([], {}).mail).toBeNull();
  expect(() => mail('https://x:canary@y')).toThrow(/^SMTP_URL (?!.*canary)/);
  expect(() => mail('smtp://u:canary@y')).toThrow(/^MAIL_FROM (?!.*canary)/);
});
