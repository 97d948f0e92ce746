import { expect, test } from '@playwright/test';
import { BOOKING_PAGE, fillIn, openOffers, pickTime, withPublicPage } from './book-given.ts';
import { closeContexts } from './contexts.ts';

test.afterEach(closeContexts);

test.use({ viewport: { width: 360, height: 640 }, locale: 'en-GB', timezoneId: 'Europe/Berlin' });

test('[VP11] [VP186] who, what, price, next free time and the main button are in one screen of a small phone', async ({
  page,
}) => {
  const asGroup = <S>(service: S) => ({ ...service, capacity: 6, adultsOnly: true });
  await withPublicPage(page, (value) => ({ ...value, services: value.services.map(asGroup) }));
  await openOffers(page);
  const service = page.locator('.service').first();
  await expect(service.locator('.service-facts')).toContainText(/Group.*18\+/);
  for (const part of [
    page.getByRole('heading', { level: 1 }),
    service.locator('.service-title'),
    service.locator('.service-facts'),
    service.locator('.service-free-known'),
    page.locator('.main-act .button-primary'),
  ]) {
    await expect(part).toBeInViewport({ ratio: 1 });
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test('[VP5] [VP124] [BK282] what is missing is said at its field until it is mended, and the first such field has the focus', async ({
  page,
}) => {
  await openOffers(page);
  await pickTime(page, 2, 0);
  // The show of the tests sends no mail.
  await expect(page.locator('input[type=email]')).toHaveCount(0);
  await page.locator('button[type=submit]').click();
  await expect(page.locator('input[autocomplete=name]')).toBeFocused();
  await expect(page.locator('input[autocomplete=name]')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('.field-error')).toHaveCount(3);
  await page.locator('input[autocomplete=name]').fill('Jonas');
  await expect(page.locator('.field-error')).toHaveCount(2);
  await expect(page.locator('input[autocomplete=name]')).not.toHaveAttribute('aria-invalid', 'true');
});

test('[VP21] [VP199] [DK248] beside the agreement stands until when one can cancel, as the service has it, what is deleted and what the browser keeps', async ({
  page,
}) => {
  await withPublicPage(page, (value) => ({
    ...value,
    services: value.services.map((one) => ({ ...one, cutoffMinutes: 1440 })),
  }));
  await openOffers(page);
  await pickTime(page, 2, 1);
  await expect(
    page.getByText('You can cancel or move it on your private page until 1 day before it starts.'),
  ).toBeVisible();
  await expect(
    page.getByText('90 days after the last message, and with a booking 365 days after its end.'),
  ).toBeVisible();
  await expect(page.getByText('your browser keeps a random mark (a cookie) for 180 days')).toBeVisible();
});

test('[VP94] where the chosen time lies within the cut-off, the agreement says so before it is booked', async ({
  page,
}) => {
  await withPublicPage(page, (value) => ({
    ...value,
    services: value.services.map((one) => ({ ...one, cutoffMinutes: 40 * 1440 })),
  }));
  await openOffers(page);
  await pickTime(page, 2, 1);
  await expect(page.getByText('once it is booked it can no longer be cancelled or moved')).toBeVisible();
});

test('[VP13] a time that another got is said kindly, with the nearest as buttons', async ({ page }) => {
  const nearest = new Date(Date.now() + 26 * 3_600_000).toISOString();
  await page.route('**/holds', (route) =>
    route.fulfill({
      status: 409,
      json: { why: 'slot-taken', nearest: [nearest] },
      contentType: 'application/problem+json',
    }),
  );
  await openOffers(page);
  await page.locator('.main-act .button-primary').click();
  await page.locator('.time').first().click();
  await expect(page.getByText(/^Someone was quicker/)).toBeVisible();
  await expect(page.locator('.notice .button')).toHaveCount(1);
});

test('[VP20] a time that cannot be kept just now can be asked for all the same, without a countdown', async ({
  page,
}) => {
  await page.route('**/holds', (route) =>
    route.fulfill({ status: 429, json: { why: 'too-many' }, contentType: 'application/problem+json' }),
  );
  await openOffers(page);
  await pickTime(page, 2, 1);
  await expect(page.locator('input[autocomplete=name]')).toBeVisible();
  await expect(page.locator('.hold')).toHaveCount(0);
});

test('[VP81] a viewer who goes back, or loads the page anew, can choose the same time again', async ({ page }) => {
  await openOffers(page);
  await pickTime(page, 9, 3);
  const time = await page.locator('.summary, .card').first().textContent();
  await page.goBack();
  await page.locator('.time').nth(3).click();
  await page.locator('form').waitFor();
  expect(await page.locator('.summary, .card').first().textContent()).toBe(time);
  // From the form a reload goes on with the time; from the choice of one it begins anew.
  await page.goBack();
  await page.locator('.time').first().waitFor();
  await page.reload();
  await page.locator('.main-act .button-primary').click();
  await page.locator('.day-face').nth(9).click();
  // A page that was loaded anew is not shown what it keeps itself: that time is asked for by its hold.
  await page.locator('.time').nth(3).click();
  await page.locator('form').waitFor();
  await expect(page.getByText('Someone was quicker')).toHaveCount(0);
});

test('[VP14] a retry carries the same key, a changed form another, and what was typed stays', async ({ page }) => {
  const keys: (string | undefined)[] = [];
  let away = true;
  await page.route('**/requests', (route) => {
    keys.push(route.request().headers()['idempotency-key']);
    return away ? route.abort() : route.continue();
  });
  await openOffers(page);
  await pickTime(page, 3, 1);
  await fillIn(page, 'Retry');
  const send = page.locator('button[type=submit]');
  await send.click();
  await expect(page.getByText(/You seem to be offline/)).toBeVisible();
  await send.click();
  await expect.poll(() => keys.length).toBe(2);
  await expect(page.locator('input[autocomplete=name]')).toHaveValue('Retry');
  await page.locator('input[autocomplete=name]').fill('Retry two');
  away = false;
  await send.click();
  await page.waitForURL(/\/t\//);
  expect(keys[0]).toMatch(/^[\w-]{20,}$/);
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[0]);
});

test('[VP215] [BK274] [VP189] a product is a card that leads to its shop, first where the address names it, and is no choice of a time', async ({
  page,
}) => {
  await withPublicPage(page, ({ services: [first, ...others], ...value }) => {
    const link = 'https://www.shop.example/mug?via=live';
    const product = first && {
      ...first,
      id: 'mug',
      slug: 'mug',
      kind: 'ecommerce' as const,
      title: { en: 'Blue mug' },
      link,
    };
    return { ...value, services: product ? [product, first, ...others] : [] };
  });
  await openOffers(page);
  const card = page.getByRole('link', { name: /Blue mug.*shop\.example/ });
  await expect(card).toHaveAttribute('href', 'https://www.shop.example/mug?via=live');
  await expect(card).toHaveAttribute('rel', /noopener noreferrer/);
  await expect(card).toHaveAttribute('target', '_blank');
  await expect(page.getByRole('radio', { name: /Blue mug/ })).toHaveCount(0);
  await expect(page.getByRole('radio').first()).toBeChecked();
  await page.getByRole('button', { name: /^Ask about this product Blue mug$/ }).click();
  await expect(page.getByRole('heading', { name: 'Your message' })).toBeVisible();
  await expect(page.locator('.summary')).toHaveText(/^Blue mug€45\.00$/);
  await expect(page.getByRole('navigation', { name: 'Steps' }).getByRole('listitem')).toHaveText([
    'Service',
    'Details',
    'Done',
  ]);
  await expect(page.getByText('may keep these details to answer me', { exact: false })).not.toContainText(
    'appointment',
  );
  await expect(page.getByText('You can cancel')).toHaveCount(0);
  await page.goBack();
  await expect(page.getByRole('radio').first()).toBeChecked();
  await pickTime(page, 3, 0);
  await expect(page.locator('.summary')).toContainText('CV check');
});

test('[VP16] the page speaks the browser’s language and can be turned to another', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'nn-NO' });
  const page = await context.newPage();
  await page.goto(BOOKING_PAGE);
  await expect(page.getByRole('button', { name: 'Se ledige timer' })).toBeVisible();
  await page.getByRole('combobox', { name: 'Språk' }).selectOption('de');
  await expect(page.getByRole('button', { name: 'Freie Termine ansehen' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Freie Termine ansehen' })).toBeVisible();
  await context.close();
});

test('[VP187] times of twelve hours stand in one line, and going on to later days keeps the chosen day in sight', async ({
  browser,
}) => {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await openOffers(page);
  await page.locator('.main-act .button-primary').click();
  await page.getByRole('button', { name: 'Show later days' }).focus();
  await expect(page.locator('.day', { has: page.locator(':checked') })).toBeInViewport({ ratio: 1 });
  await page.getByText('Week', { exact: true }).click();
  const times = page.locator('.week .time');
  await expect(times.first()).toHaveText(/ [AP]M$/);
  const sizes = await times.evaluateAll((all) =>
    all.map((time) => [time.clientHeight, time.scrollWidth - time.clientWidth]),
  );
  expect(sizes.filter(([height = 0, over = 0]) => height > 46 || over > 0)).toEqual([]);
  await context.close();
});

test('[VP17] every target for a finger is at least 44 pixels high', async ({ page }) => {
  await openOffers(page);
  const low = () =>
    page
      .locator('button:visible, select:visible, label.day:visible, label.check:visible, label.service:visible')
      .evaluateAll((all) =>
        all.filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.outerHTML.slice(0, 80)),
      );
  expect(await low()).toEqual([]);
  await pickTime(page, 4, 0);
  expect(await low()).toEqual([]);
  await page.goBack();
  await page.locator('.time').first().waitFor();
  expect(await low()).toEqual([]);
});

test('[VP190] on the narrowest phones no amount, length or step is parted', async ({ browser }) => {
  const viewport = { width: 320, height: 640 };
  const context = await browser.newContext({ locale: 'de-DE', timezoneId: 'Europe/Berlin', viewport });
  const page = await context.newPage();
  await withPublicPage(page, ({ services, ...value }) => ({
    ...value,
    services: services.map((one) => ({ ...one, minutes: 90, capacity: 8, price: { minor: 123_450, currency: 'EUR' } })),
  }));
  const parted = (parts: string) =>
    page.locator(parts).evaluateAll((all) => all.filter((one) => one.clientHeight > 30).map((one) => one.textContent));
  await openOffers(page);
  expect(await parted('.service-facts > *')).toEqual([]);
  await page.locator('.main-act .button-primary').click();
  await page.locator('.time').first().waitFor();
  expect(await parted('.progress li')).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await context.close();
});

test('[VP18] without an answer from the server the times say so and offer to try again, and who is there stays', async ({
  page,
}) => {
  await page.route('**/api/v1/public/**', (route) => route.abort());
  await page.goto(BOOKING_PAGE);
  await expect(page.getByRole('heading', { level: 1, name: 'Lena Sample' })).toBeVisible();
  await page.locator('.main-act .button-primary').click();
  await expect(page.getByText(/You seem to be offline/)).toBeVisible();
  await page.unroute('**/api/v1/public/**');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('.time').first()).toBeVisible();
});

test('[VP57] a time that is lost while the form is filled in leaves the ways on, and waiting asks for no word again', async ({
  page,
}) => {
  let sent: Record<string, unknown> = {};
  await withPublicPage(page, (value) => ({
    ...value,
    services: value.services.map((one) => ({ ...one, waitlist: true, horizonDays: 365 })),
  }));
  await page.route('**/requests', (route) =>
    route.fulfill({
      status: 409,
      json: { why: 'slot-taken', nearest: [] },
      contentType: 'application/problem+json',
    }),
  );
  await page.route('**/waitlist', (route) => {
    sent = route.request().postDataJSON();
    return route.abort();
  });
  await openOffers(page);
  await pickTime(page, 3, 2);
  await fillIn(page, 'Jonas');
  await page.locator('button[type=submit]').click();
  await expect(page.getByText(/^Someone was quicker/)).toBeVisible();
  await expect(page.getByRole('button', { name: /Tell me|waitlist/ })).toHaveCount(1);
  await page.getByRole('button', { name: 'Tell me when a time comes free' }).click();
  await expect(page.locator('input[autocomplete=name]')).toHaveValue('Jonas');
  await page.getByText('Only certain days?').click();
  await page.getByLabel('From').selectOption('2027-03-28');
  await page.getByLabel('Until').selectOption('2027-03-27');
  await page.locator('button[type=submit]').click();
  await expect(page.getByLabel('Until')).toBeFocused();
  await page.getByLabel('Until').selectOption('2027-03-28');
  await page.locator('button[type=submit]').click();
  await expect.poll(() => sent['name']).toBe('Jonas');
  // The clocks of Berlin go forward on that day.
  expect([sent['earliest'], sent['latest']]).toEqual(['2027-03-27T23:00:00.000Z', '2027-03-28T21:59:00.000Z']);
  expect(sent).not.toHaveProperty('start');
});

test('[VP4] an address of nobody leads visibly nowhere', async ({ page }) => {
  await page.goto(BOOKING_PAGE.replace('lena.sample', 'nobody.here'));
  await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
  await page.goto(BOOKING_PAGE.replace('@lena.sample', 't/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'));
  await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
});
