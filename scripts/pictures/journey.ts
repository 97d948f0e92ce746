import type { Browser, Page } from '@playwright/test';
import type { Slot } from '../../shared/booking.ts';
import { LANGUAGES, type Language } from '../../shared/local-text.ts';
import { book as de } from '../../shared/locales/de/book.ts';
import { book as en } from '../../shared/locales/en/book.ts';
import { book as nb } from '../../shared/locales/nb/book.ts';
import { book as nl } from '../../shared/locales/nl/book.ts';
import { withPalette } from './palette.ts';
import { atRest, open, type Show, write } from './show.ts';

const WORDS = { en, de, nl, nb } as const;
const LOCALES = { en: 'en-GB', de: 'de-DE', nl: 'nl-NL', nb: 'nb-NO' } as const;
const NAMES = { en: 'Amy Example', de: 'Nina Muster', nl: 'Sanne Voorbeeld', nb: 'Tuva Eksempel' } as const;
const ASKS = {
  en: 'I apply for a job in a bank and have been away from work for two years.',
  de: 'Ich bewerbe mich bei einer Bank und war zwei Jahre nicht im Beruf.',
  nl: 'Ik solliciteer bij een bank en heb twee jaar niet gewerkt.',
  nb: 'Jeg søker jobb i en bank og har vært borte fra arbeid i to år.',
} as const;
/** Pictures are this wide, and cut below this: what follows is more of the same. */
const PHONE = { width: 390, height: 844 };
const TALLEST = 1180;
const PUBLIC = '/api/v1/public/lena.sample';
const OFFER = {
  slug: 'portfolio-review',
  kind: 'consulting',
  title: { en: 'Portfolio review', de: 'Mappenberatung', nl: 'Portfoliogesprek', nb: 'Gjennomgang av mappe' },
  minutes: 30,
  price: { minor: 4500, currency: 'EUR' },
  noLicenceNeeded: true,
  cutoffMinutes: 120,
  place: { type: 'video', joinUrl: 'https://meet.example/room' },
  deposit: { amount: { minor: 1000, currency: 'EUR' }, paymentUrl: 'https://pay.example/lena' },
  questions: [
    {
      id: 'goal',
      label: { en: 'What is your goal?', de: 'Was ist dein Ziel?', nl: 'Wat is je doel?', nb: 'Hva er målet ditt?' },
    },
  ],
};

interface Shot {
  readonly name: string;
  readonly file: Buffer;
}

/** What a viewer sees from the spoken code to the receipt, on a phone, on three sheets in each language. */
export async function pictureJourney(browser: Browser, show: Show): Promise<void> {
  const { id: service } = (await show.ask('POST', '/api/v1/services', OFFER)) as { id: string };
  const code = await show.ask('POST', '/api/v1/codes', { label: 'Pictures', service, minutes: 60 });
  const { code: spoken } = code as { code: string };
  for (const language of LANGUAGES) {
    // First the threads: they take times that the page would still show as free.
    const threads = await givenThreads(show, service, language);
    const camera = await openCamera(browser, `${show.base}/c/${spoken}`, language);
    await sheet(browser, `viewers-${language}-1-booking`, await bookingShots(camera, language));
    await sheet(browser, `viewers-${language}-2-thread`, await threadShots(camera, show, threads, language));
    await sheet(browser, `viewers-${language}-3-answers`, await answerShots(camera, threads));
    await camera.page.context().close();
  }
}

interface Camera {
  readonly page: Page;
  take(name: string): Promise<Shot>;
}

async function openCamera(browser: Browser, url: string, language: Language): Promise<Camera> {
  const options = { viewport: PHONE, isMobile: true, hasTouch: true, locale: LOCALES[language] };
  const page = await open(browser, url, options);
  return {
    page,
    take: async (name) => {
      await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
      await atRest(page);
      return { name, file: await page.screenshot({ fullPage: true }) };
    },
  };
}

/** From the code to the ask that was sent. */
async function bookingShots({ page, take }: Camera, language: Language): Promise<Shot[]> {
  const words = WORDS[language];
  const shots: Shot[] = [];
  await page.locator('.service-free-known').first().waitFor();
  shots.push(await take('code'));
  await page.locator('.main-act .button-primary').click();
  await page.locator('.day-face').nth(2).click();
  await page.locator('.time').first().waitFor();
  shots.push(await take('times'));
  await page.getByText(words.calendar.month, { exact: true }).click();
  await page.locator('.month').waitFor();
  shots.push(await take('month'));
  await page.getByRole('button', { name: words.waitlist.button }).click();
  await page.getByText(words.waitlist.days).click();
  await page.locator('.wait-days select').first().selectOption({ index: 3 });
  shots.push(await take('waitlist'));
  await page.goBack();
  await page.getByText(words.calendar.days, { exact: true }).click();
  await page.locator('.day-face').nth(2).click();
  await page.locator('.time').first().click();
  await page.locator('form').waitFor();
  await page.locator('button[type=submit]').click();
  shots.push(await take('faults'));
  await page.locator('input[autocomplete=name]').fill(NAMES[language]);
  await page.getByLabel(OFFER.questions[0]?.label[language] ?? '').fill(ASKS[language]);
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  shots.push(await take('details'));
  await page.locator('button[type=submit]').click();
  await page.waitForURL(/\/t\//);
  await page.locator('.status .state-word').waitFor();
  shots.push(await take('sent'));
  return shots;
}

/** Booked, moved, with a receipt, and cancelled. */
async function threadShots(camera: Camera, show: Show, threads: Threads, language: Language): Promise<Shot[]> {
  const { page, take } = camera;
  const words = WORDS[language].thread;
  const shots: Shot[] = [];
  const press = (name: string) => page.getByRole('button', { name, exact: true }).last().click();
  await page.goto(show.base + threads.booked);
  await page.locator('.status .state-word').waitFor();
  shots.push(await take('booked'));
  await press(words.move);
  await page.locator('.day-face').nth(3).click();
  await page.locator('.time').first().click();
  shots.push(await take('moving'));
  await press(words.moveYes);
  await page.locator('.really').waitFor({ state: 'detached' });
  shots.push(await take('moved'));
  await press(WORDS[language].receipt.open);
  await page.locator('.receipt').waitFor();
  shots.push(await take('receipt'));
  await page.goto(show.base + threads.booked);
  await press(words.cancel);
  shots.push(await take('cancelling'));
  await press(words.cancelYes);
  await page.locator('.status .state-word', { hasText: words.state.cancelled }).waitFor();
  shots.push(await take('cancelled'));
  return shots;
}

/** What else can become of an ask. */
async function answerShots({ page, take }: Camera, threads: Threads): Promise<Shot[]> {
  const shots: Shot[] = [];
  for (const name of ['lost', 'suggested', 'declined', 'waiting', 'kept'] as const) {
    await page.goto(new URL(threads[name], page.url()).href);
    await page.locator('.status .state-word').waitFor();
    shots.push(await take(name));
  }
  await page.goto(new URL('/@nobody.here', page.url()).href);
  await page.locator('h1').waitFor();
  shots.push(await take('nobody'));
  return shots;
}

type Threads = Readonly<Record<'booked' | 'lost' | 'suggested' | 'declined' | 'waiting' | 'kept', string>>;

/** Paths of threads in the states that a viewer can meet. */
async function givenThreads(show: Show, service: string, language: Language): Promise<Threads> {
  const list = (await show.ask('GET', `${PUBLIC}/slots?service=${service}`)) as { slots: Slot[] };
  // Not within the cut-off: what can be moved and cancelled is pictured.
  const starts = list.slots.map(({ start }) => start).filter((_, place) => place > 20 && place % 6 === 1);
  const viewer = { zone: 'Europe/Berlin', adult: true, consent: true, language, locale: LOCALES[language] };
  const ask = async (start: string | undefined, more: object = {}, door = 'requests') => {
    const answers = { goal: ASKS[language] };
    const body = { service, name: NAMES[language], answers, ...viewer, ...(start ? { start } : {}), ...more };
    const made = (await show.ask('POST', `${PUBLIC}/${door}`, body)) as { id: string; thread: string };
    return { id: made.id, thread: new URL(made.thread).pathname };
  };
  const act = (id: string, deed: string, body: object = {}) => show.ask('POST', `/api/v1/requests/${id}/${deed}`, body);
  const [first, second, third, fourth, fifth, sixth] = starts;
  const booked = await ask(first);
  await act(booked.id, 'accept');
  const [lost, won] = [await ask(second), await ask(second)];
  await act(won.id, 'accept');
  const suggested = await ask(third);
  await act(suggested.id, 'offer', { starts: [fifth, sixth] });
  const declined = await ask(third);
  await act(declined.id, 'decline');
  const freeing = await ask(fourth);
  await act(freeing.id, 'accept');
  const days = { earliest: fourth, latest: fourth };
  const kept = await ask(undefined, days, 'waitlist');
  const waiting = await ask(undefined, days, 'waitlist');
  await show.ask('POST', `/api/v1/public/threads/${freeing.thread.replace('/t/', '')}/cancel`, {});
  const all = { booked, lost, suggested, declined, waiting, kept };
  return Object.fromEntries(Object.entries(all).map(([state, { thread }]) => [state, thread])) as Threads;
}

/** The pictures side by side as one file. */
async function sheet(browser: Browser, name: string, shots: readonly Shot[]): Promise<void> {
  const width = shots.length * (PHONE.width + 16) + 16;
  const context = await browser.newContext({ viewport: { width, height: 100 } });
  const page = await context.newPage();
  const pictures = shots.map(({ file, name: alt }) => {
    return `<img alt="${alt}" src="data:image/png;base64,${file.toString('base64')}">`;
  });
  await page.setContent(`<style>
    body { display: flex; align-items: flex-start; gap: 16px; margin: 16px; background: #c9d1d0; }
    img { width: ${PHONE.width}px; max-height: ${TALLEST}px; object-fit: cover; object-position: top; }
  </style>${pictures.join('')}`);
  await page.waitForFunction(() => [...document.images].every(({ complete }) => complete));
  write(name, withPalette(await page.screenshot({ fullPage: true })));
  await context.close();
}
