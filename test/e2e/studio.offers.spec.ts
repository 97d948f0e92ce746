import { expect, test } from '@playwright/test';
import type { Availability } from '../../shared/booking.ts';
import { jpegWithExif } from '../pictures/given-pictures.ts';
import { type OwnServer, startOwnServer } from './studio-given.ts';

let server: OwnServer;
test.use({ locale: 'en-GB', viewport: { width: 390, height: 844 } });
test.beforeAll(async () => {
  server = await startOwnServer();
});
test.afterAll(() => server.stop());
test.beforeEach(async ({ page }) => page.setExtraHTTPHeaders(server.owner));

test('[SU193] [SU373] what is being typed stays while the answer to another field comes', async ({ page }) => {
  const answers: (() => void)[] = [];
  await page.route('**/api/v1/bio', async (route) => {
    if (route.request().method() !== 'PUT') return route.continue();
    await new Promise<void>((answer) => answers.push(answer));
    return route.fulfill({ json: route.request().postDataJSON() as object });
  });
  await page.goto(`${server.base}/studio#bio`);
  const languages = page.getByLabel('Languages you work in').first().locator('option');
  await expect(languages.filter({ hasText: 'Finnish' })).toHaveCount(1);
  const bare = await languages.evaluateAll(
    (all) => all.filter((one) => one instanceof HTMLOptionElement && one.value === one.text.toLowerCase()).length,
  );
  expect(bare).toBe(0);
  const skills = page.getByLabel('Skills');
  await page.getByLabel('Headline').fill('Another headline');
  await skills.fill('');
  await skills.pressSequentially('Interviews, ');
  await expect.poll(() => answers.length).toBe(1);
  await skills.pressSequentially('C');
  answers[0]?.();
  await page.getByLabel('Headline').evaluate((field) => field.dispatchEvent(new Event('change', { bubbles: true })));
  await skills.pressSequentially('V');
  await expect(skills).toHaveValue('Interviews, CV');
});

test('[SU260] [SU362] [SU525] hours, a holiday and special hours are chosen in the clock and language of the page', async ({
  page,
  request,
}) => {
  await page.goto(`${server.base}/studio#hours`);
  const kept = async () =>
    (await (await request.get(`${server.base}/api/v1/availability`, { headers: server.owner })).json()) as Availability;
  await page.route('**/api/v1/availability/outside', async (route) => {
    const days = (await kept()).exceptions.slice(0, 1).map(({ date }) => date);
    const times = (date: string) => ({ date, start: `${date}T10:00:00Z`, end: `${date}T10:30:00Z` });
    const asked = (date: string) => ({ title: { en: 'CV check' }, ...times(date) });
    const json = days.flatMap((date) => [
      { id: 'r1', name: 'Vera', ...asked(date), offered: false },
      { id: 'r2', name: 'Ann', ...asked(date), offered: true },
      { id: 'r2', name: 'Ann', ...asked(date), start: `${date}T11:00:00Z`, offered: true },
    ]);
    await route.fulfill({ json });
  });
  await page.getByLabel('Sunday, to').last().selectOption('24:00');
  await expect.poll(async () => (await kept()).weekly.findLast(({ day }) => day === 'sun')?.to).toBe('24:00');

  const card = page.getByRole('region', { name: 'Days off and special hours' });
  const [first, last] = [card.getByRole('group', { name: 'First day' }), card.getByRole('group', { name: 'Last day' })];
  await first.getByLabel('Month').selectOption({ index: 2 });
  await first.getByLabel('Day', { exact: true }).selectOption({ index: 5 });
  await last.getByLabel('Day', { exact: true }).selectOption({ index: 3 });
  await card.getByRole('button', { name: 'Add' }).click();
  await expect(card.locator('.day-off')).toHaveText(/^\w{3},? 5 \w+.* to \w{3},? 7 .*Not bookable/);
  await expect.poll(async () => (await kept()).exceptions.map(({ date }) => date.slice(8))).toEqual(['05', '06', '07']);
  const [outside, offered] = [card.getByRole('alert').first(), card.getByRole('alert').last()];
  await expect(outside).toContainText('1 booking lies where nothing is offered now');
  await expect(outside).toContainText('What is booked stays booked.');
  await expect(outside.getByRole('link', { name: /Vera/ })).toHaveAttribute('href', '/desk#r1');
  await expect(offered).toContainText('2 times that you offered lie where nothing can be booked now');
  await expect(offered).toContainText('To take times back, open the request at the desk and offer others.');
  await expect(offered.getByRole('link', { name: /Ann/ })).toHaveCount(2);
  await expect(first.getByLabel('Day', { exact: true })).toHaveValue('');
});

test('[SU123] [SU370] [SU372] a service that the list knows is shown with its law, confirmed by name on a phone, and then offered', async ({
  page,
}) => {
  await page.goto(`${server.base}/studio#services`);
  await page.getByRole('button', { name: 'Add a service' }).click();
  await page.getByLabel('Title (English)').fill('Relationship coaching');
  await page.getByLabel('Price', { exact: true }).fill('60');
  await page.getByText('Where it takes place').click();
  await page.getByLabel('Place').selectOption('on-site');
  await page.getByRole('button', { name: 'Save the service' }).click();
  await expect(page.getByText('Say in which area.')).toBeInViewport();
  await expect(page.getByLabel('Area')).toBeFocused();
  await page.keyboard.type('Berlin');
  await expect(page.getByText('Say in which area.')).toBeHidden();
  await expect(page.getByLabel('Area')).toBeVisible();
  await page.getByLabel('Needs no licence in the countries where I offer it').check();
  await page.getByRole('button', { name: 'Save the service' }).click();

  const row = page.locator('[data-service=relationship-coaching]');
  await expect(row.getByText('For 1 person · 18+ · English')).toBeVisible();
  await expect(row.getByText('Germany: is it “Life coaching and counselling”?')).toBeVisible();
  await expect(row.getByRole('link', { name: /Heilpraktikergesetz/ })).toHaveAttribute(
    'href',
    /^https:\/\/www\.gesetze-im-internet\.de\//,
  );
  await row.getByLabel('Your full name').fill('Lena Sample');
  await row.getByRole('button', { name: 'I confirm it needs none' }).click();
  await expect(row.getByText(/confirmed by Lena Sample on /)).toBeVisible();
  const open = await (await page.request.get(`${server.base}/api/v1/public/lena.sample`)).json();
  expect(open.services.map(({ slug }: { slug: string }) => slug)).toContain('relationship-coaching');
});

test('[SU123] [SU201] a service that can never be without a licence says so, and the checklist leads to it', async ({
  page,
}) => {
  await page.request.post(`${server.base}/api/v1/services`, {
    headers: server.owner,
    data: {
      slug: 'law',
      kind: 'consulting',
      title: { en: 'Legal advice' },
      minutes: 30,
      price: { minor: 100, currency: 'EUR' },
    },
  });
  await page.goto(`${server.base}/studio#services`);
  const row = page.locator('[data-service=law]');
  await expect(row.getByText('Germany: “Legal advice” needs a licence')).toBeVisible();
  await expect(row.locator('[data-licence=never]')).toContainText('Change the text under “Edit”');
  await expect(row.getByText('confirm that it needs no licence')).toHaveCount(0);
  await expect(row.getByLabel('Your full name')).toHaveCount(0);
  await page.goto(`${server.base}/studio#bio`);
  const point = page.locator('[data-point=licence]');
  await expect(point).toHaveAttribute('data-holds', 'false');
  const leftOut = point.getByRole('link', { name: 'Left out until settled under Services: Legal advice.' });
  await expect(page.locator('[data-point=followers]')).toContainText('4,820, as you confirm');
  await leftOut.click();
  await expect(row).toBeVisible();
});

test('[SU360] [SU361] the bio is published without what is left out, there is no button while nothing is changed, and the page is taken offline', async ({
  page,
}) => {
  await page.goto(`${server.base}/studio#bio`);
  const check = page.getByRole('complementary', { name: 'Ready to publish?' });
  await page.getByLabel('Followers').fill('900');
  const followers = page.locator('[data-point=followers]');
  await expect(followers).toContainText('The form says 900.');
  await expect(followers).not.toContainText('as you confirm');
  await page.getByLabel('Followers').fill('4820');
  await page.getByLabel('Headline').fill('A new headline');
  await check.getByRole('button', { name: 'Publish the changes' }).click();
  await expect(check).toContainText('Viewers see it as it stands here');
  await expect(check.getByRole('button', { name: 'Publish the changes' })).toHaveCount(0);

  await check.getByRole('button', { name: 'Take the page offline' }).click();
  await expect(check).toContainText('What is booked or asked for stays');
  await check.getByRole('button', { name: 'Take it offline' }).click();
  await expect(check).toContainText('Not published.');
  await check.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(check).toContainText('Viewers see it as it stands here');
});

test('[SU124] a portrait and a certificate are sent and seen, and a file that cannot be used says why', async ({
  page,
}) => {
  await page.goto(`${server.base}/studio#bio`);
  const photo = { name: 'me.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(await jpegWithExif(300, 200)) };
  await page.getByLabel('Choose a picture').setInputFiles(photo);
  const portrait = page.locator('img.portrait-frame');
  // It is encoded anew on a thread of its own, which a busy machine lets wait.
  await expect(portrait).toBeVisible({ timeout: 20_000 });
  await expect.poll(() => portrait.evaluate((image: HTMLImageElement) => image.naturalHeight)).toBe(300);

  const moving = { name: 'a.gif', mimeType: 'image/gif', buffer: Buffer.from('GIF89a') };
  await page.getByLabel('Add a picture').setInputFiles(moving);
  await expect(page.getByRole('alert').getByText('Only JPEG, PNG and WebP can be used.')).toBeVisible();

  const proof = page.locator('.proof').nth(1);
  await proof.getByLabel('Kind').selectOption('certificate');
  await proof.getByLabel('Picture of it').setInputFiles(photo);
  await expect(proof.locator('img')).toBeVisible();
  await proof.getByLabel('Public').uncheck();
  await expect(proof.getByText('Private: it stays in your studio and is never shown.')).toBeVisible();
  await expect
    .poll(async () => {
      const answer = await page.request.get(`${server.base}/api/v1/bio`, { headers: server.owner });
      const bio = await answer.json();
      return [bio.portrait === bio.proofs[1].picture, bio.proofs[1].kind, bio.proofs[1].public];
    })
    .toEqual([true, 'certificate', false]);
});
