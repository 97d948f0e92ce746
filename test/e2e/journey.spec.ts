import { expect, type Page, test } from '@playwright/test';
import type { ParsedMail } from 'mailparser';
import type { Language } from '../../shared/local-text.ts';
import { book as de } from '../../shared/locales/de/book.ts';
import { book as en } from '../../shared/locales/en/book.ts';
import { book as nb } from '../../shared/locales/nb/book.ts';
import { book as nl } from '../../shared/locales/nl/book.ts';
import { clockSpan, dayTitle } from '../../shared/time-words.ts';
import { fillIn } from './book-given.ts';
import { closeContexts } from './contexts.ts';
import {
  type CalendarEntry,
  calendarOf,
  type Live,
  nextMail,
  openLive,
  QUESTION,
  readCalendar,
  TITLES,
} from './journey-given.ts';

test.afterEach(closeContexts);

const WORDS = { en, de, nl, nb } as const;
/** Who books, each in a language and a zone of their own; the creator is in Berlin. */
const VIEWERS: ReadonlyArray<{ name: string; language: Language; locale: string; zone: string }> = [
  { name: 'en', language: 'en', locale: 'en-GB', zone: 'Europe/London' },
  { name: 'de', language: 'de', locale: 'de-AT', zone: 'Europe/Vienna' },
  { name: 'nl', language: 'nl', locale: 'nl-NL', zone: 'Europe/Amsterdam' },
  { name: 'nb', language: 'nb', locale: 'nb-NO', zone: 'America/New_York' },
  // The same words as the first, with another clock.
  { name: 'en-us', language: 'en', locale: 'en-US', zone: 'America/Chicago' },
];
const PHONE = { width: 390, height: 844 };

let live: Live;
test.beforeAll(async ({ playwright }) => {
  const request = await playwright.request.newContext();
  live = await openLive(request);
  await request.dispose();
});
test.afterAll(() => live.close());

/** A picture of a step for docs/pictures, when a folder for them is named. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

/** Takes the first time of that day of the list, and says which it is. */
async function pick(page: Page, day: number): Promise<void> {
  await page.locator('.day-face').nth(day).click();
  await page.locator('.time').first().click();
}

for (const [place, { name, language, locale, zone }] of VIEWERS.entries())
  test(`[VP80] in ${locale} a viewer comes by a spoken code, is confirmed, moves and cancels, and page, mails and calendar say the same times`, async ({
    browser,
    request,
  }) => {
    test.setTimeout(90_000);
    const words = WORDS[language];
    const context = await browser.newContext({ locale, timezoneId: zone, viewport: PHONE, hasTouch: true });
    const page = await context.newPage();
    const email = `vera.${name}@example.org`;
    const title = TITLES[language];
    const when = ({ start, end }: CalendarEntry) => {
      const [from, to] = [new Date(start).toISOString(), new Date(end).toISOString()];
      return { day: dayTitle(from, zone, locale, new Date().toISOString()), span: clockSpan(from, to, zone, locale) };
    };
    /** The page and a mail say the time of the calendar file. */
    const saysTheSame = async (mail: ParsedMail, entry: CalendarEntry) => {
      const { day, span } = when(entry);
      await expect(page.locator('.status-day')).toHaveText(day);
      await expect(page.locator('.status-when b')).toHaveText(span);
      expect(String(mail.text).toLowerCase()).toContain(`${day}, ${span}`.toLowerCase());
    };

    await page.goto(live.spoken);
    await expect(page).toHaveURL(/\/@ada\/cv-check$/);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page.getByText(title).first()).toBeVisible();
    await picture(page, `book-1-offer-${name}`);
    await page.locator('.main-act .button-primary').click();
    await page.locator('.day-face').nth(3).click();
    await picture(page, `book-2-times-${name}`);
    await page.locator('.time').nth(place).click();
    await page.locator('form').waitFor();
    await page.locator('input[type=email]').fill(email);
    await page.getByLabel(QUESTION[language]).fill('42');
    await fillIn(page, `Vera ${name}`);
    await picture(page, `book-3-details-${name}`);
    await page.locator('button[type=submit]').click();
    await page.waitForURL(/\/t\//);
    const state = page.locator('.status .state-word');
    await expect(state).toHaveText(words.thread.state.new);
    await picture(page, `book-4-sent-${name}`);
    const received = await nextMail(live.box, email, 0);
    expect(received.subject).toContain(title);
    expect(received.attachments).toEqual([]);

    const thread = page.url();
    const asked = await request.get(`${live.server.base}/api/v1/requests`, { headers: live.server.owner });
    const { id, terms } = ((await asked.json()) as { id: string; name: string; terms: { code: string } }[]).find(
      ({ name: asker }) => asker === `Vera ${name}`,
    ) ?? { id: '', terms: { code: '' } };
    expect(live.spoken.endsWith(terms.code)).toBe(true);
    await request.post(`${live.server.base}/api/v1/requests/${id}/accept`, { headers: live.server.owner, data: {} });
    await expect(state).toHaveText(words.thread.state.booked);
    await picture(page, `book-5-confirmed-${name}`);
    const confirmed = await nextMail(live.box, email, 1);
    const first = calendarOf(confirmed);
    expect(first).toMatchObject({ method: 'PUBLISH', status: 'CONFIRMED' });
    await saysTheSame(confirmed, first);
    expect(confirmed.text).toContain(thread);
    const file = await request.get(
      `${live.server.base}/api/v1/public/threads/${thread.split('/').at(-1)}/calendar.ics`,
    );
    expect(readCalendar(await file.text())).toMatchObject({ uid: first.uid, start: first.start });

    await page.getByRole('button', { name: words.thread.move, exact: true }).click();
    await pick(page, 4);
    await picture(page, `book-6-move-${name}`);
    await page.getByRole('button', { name: words.thread.moveYes, exact: true }).last().click();
    const moved = await nextMail(live.box, email, 2);
    const second = calendarOf(moved);
    expect(second).toMatchObject({ method: 'PUBLISH', uid: first.uid });
    expect(second.sequence).toBeGreaterThan(first.sequence);
    expect(second.start).not.toBe(first.start);
    await saysTheSame(moved, second);
    expect(moved.text).toContain(when(first).span.split('–')[0] ?? '-');

    await page.getByRole('button', { name: words.thread.cancel, exact: true }).click();
    await page.getByRole('button', { name: words.thread.cancelYes, exact: true }).click();
    await expect(state).toHaveText(words.thread.state.cancelled);
    await picture(page, `book-7-cancelled-${name}`);
    const cancelled = await nextMail(live.box, email, 3);
    const last = calendarOf(cancelled);
    expect(last).toMatchObject({ method: 'CANCEL', uid: first.uid, start: second.start });
    expect(last.sequence).toBeGreaterThan(second.sequence);
    await context.close();
  });
