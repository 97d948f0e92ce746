import type { APIRequestContext, WebSocketRoute } from '@playwright/test';
import { expect, test } from '@playwright/test';
import type { Bio } from '../../shared/booking.ts';

const owner = { authorization: `Bearer ${process.env['CUEDESK_OWNER_TOKEN']}` };

async function stageToken(request: APIRequestContext): Promise<string> {
  const stages = (await (await request.get('/api/v1/stages', { headers: owner })).json()) as { url: string }[];
  const token = stages[0]?.url.split('#')[1] ?? '';
  expect(token.length).toBeGreaterThan(20);
  return token;
}

test.describe('not signed in', () => {
  test.use({ locale: 'en-GB' });

  test('[SU19] a key leaves the address at once, and a wrong one is answered on the sign-in page', async ({ page }) => {
    await page.goto('/studio#key=this-is-no-key-of-anybody');
    await expect(page.getByRole('alert')).toContainText('This link is not valid.');
    expect(page.url()).toMatch(/\/studio$/);
    expect(await page.content()).not.toContain('this-is-no-key');
    await page.getByLabel('Sign-in link or key').fill('nothing like it');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page.getByText('Paste the link or the key first.')).toBeVisible();
  });

  test('[SU31] a link pasted into the tab that shows the sign-in page signs in, and its key leaves the address', async ({
    page,
    request,
  }) => {
    const invitation = await request.post('/api/v1/invitations', { headers: owner, data: { name: 'Ann', hours: 1 } });
    const { url } = (await invitation.json()) as { url: string };
    await page.goto('/desk');
    await expect(page.getByLabel('Sign-in link or key')).toBeVisible();
    await page.evaluate((hash) => {
      location.hash = hash;
    }, new URL(url).hash);
    await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
    expect(page.url()).toMatch(/\/desk$/);
  });
});

test.describe('signed in', () => {
  test.use({ locale: 'en-GB', extraHTTPHeaders: owner });

  test('[SU22] while viewers cannot reach the booking page, the studio says so in plain words', async ({ page }) => {
    await page.goto('/studio#address');
    await expect(page.getByText('This address works on this computer only.')).toBeVisible();
    await page.goto('/studio');
    await expect(page.getByText('This computer only', { exact: true })).toBeVisible();
  });

  test('[SU1] [SU296] the strip shows the feed, the stage, OBS and the queue, each with a word and a shape, and cuts nothing', async ({
    page,
    request,
  }) => {
    await page.goto('/studio');
    for (const part of ['feed', 'stage', 'obs', 'queue']) {
      const cell = page.locator(`.strip-cell[data-part=${part}]`);
      await expect(cell.locator('.standing svg')).toBeVisible();
      await expect(cell.locator('.standing')).not.toHaveText('');
    }
    const feed = page.locator('.strip-cell[data-part=feed]');
    await expect(feed).toContainText('Sample show');
    const posted = { id: `strip ${Date.now()}`, at: new Date().toISOString(), type: 'like', like: { count: 1 } };
    const user = { id: 'strip', handle: 'strip', name: 'Strip' };
    await request.post('/api/v1/events', { headers: owner, data: { ...posted, user } });
    await page.setViewportSize({ width: 1280, height: 720 });
    try {
      for (const [language, said] of [
        ['de', 'Ereignisse über die API'],
        ['nl', 'Gebeurtenissen via de API'],
        ['nb', 'Hendelser via API-et'],
        ['en', 'Events by the API'],
      ] as const) {
        await request.put('/api/v1/settings', { headers: owner, data: { language } });
        await expect(feed).toContainText(said);
        const cut = await feed
          .locator('.strip-detail')
          .evaluate((one) => [one.scrollWidth - one.clientWidth, one.scrollHeight - one.clientHeight]);
        expect(Math.max(...cut), language).toBeLessThanOrEqual(1);
      }
    } finally {
      await request.put('/api/v1/settings', { headers: owner, data: { language: 'en' } });
    }
  });

  test('[SU223] while the studio has no connection, each cell of the strip says that it is the last known', async ({
    page,
  }) => {
    const sockets: WebSocketRoute[] = [];
    let away = false;
    await page.routeWebSocket(/socket\.io/, (socket) => {
      if (away) return void socket.close();
      socket.connectToServer();
      sockets.push(socket);
    });
    await page.goto('/studio');
    const cells = page.locator('.strip-cell');
    await expect(page.locator('.strip-cell[data-part=feed]')).toContainText('Sample show');
    await expect(page.getByText('last known')).toHaveCount(0);
    away = true;
    for (const socket of sockets) await socket.close();
    for (const cell of await cells.all()) {
      await expect(cell).toContainText('last known');
      await expect(cell).toHaveAttribute('data-standing', 'idle');
    }
    away = false;
    await expect(page.getByText('last known')).toHaveCount(0, { timeout: 15_000 });
  });

  test('[SU21] [SU577] a test gift is seen in the strip as a test, and counts nowhere', async ({ page, request }) => {
    await page.goto('/studio');
    const live = async () =>
      ((await (await request.get('/api/v1/live')).json()) as { totals: { diamonds: number } }).totals.diamonds;
    const before = await live();
    await page.getByLabel('Diamonds each').fill('70000');
    await page.getByLabel('How many').fill('2');
    await page.getByRole('button', { name: 'Send test gift' }).click();
    const sent = page.getByRole('status').filter({ hasText: /^Sent/ });
    await expect(sent).toContainText('no stage page is open');
    const stage = await page.context().newPage();
    const stages = (await (await request.get('/api/v1/stages', { headers: owner })).json()) as { url: string }[];
    await stage.goto(stages[0]?.url ?? '');
    await expect(sent).toHaveText('Sent. It is on its way to the stage.');
    await stage.close();
    await expect(page.locator('.strip-cell[data-part=feed]')).toContainText('not counted');
    // The sample show goes on meanwhile.
    expect(await live()).toBeLessThan(before + 70_000);
  });

  test('[SU20] the stage’s address is in no part of the page until it is asked for', async ({ page, request }) => {
    const token = await stageToken(request);
    await page.goto('/studio#stage');
    await expect(page.getByRole('button', { name: 'Copy address' })).toBeVisible();
    expect(await page.content()).not.toContain(token.slice(0, 12));
    await page.getByRole('button', { name: 'Show it' }).click();
    await expect(page.locator('.secret')).toContainText(token);
    await page.getByRole('button', { name: 'Hide it' }).click();
    expect(await page.content()).not.toContain(token.slice(0, 12));
  });

  test('[SU20] while OBS is connected the page asks before it shows the address', async ({ page, request }) => {
    const token = await stageToken(request);
    await page.routeWebSocket(/socket\.io/, (line) => {
      const server = line.connectToServer();
      server.onMessage((message) =>
        line.send(String(message).replace(/"obs":\{"state":"[a-z-]+"/, '"obs":{"state":"connected"')),
      );
    });
    await page.goto('/studio#stage');
    await page.getByRole('button', { name: 'Show it' }).click();
    await expect(page.getByText('may be showing this screen')).toBeVisible();
    expect(await page.content()).not.toContain(token.slice(0, 12));
    await page.getByRole('button', { name: 'Show it anyway' }).click();
    await expect(page.locator('.secret')).toContainText(token);
  });

  test('[SU33] OBS can be disconnected, and automation is not called on while it is away', async ({ page }) => {
    const asked: string[] = [];
    await page.route('**/api/v1/obs/disconnect', (route) => {
      asked.push(route.request().method());
      return route.fulfill({ json: {} });
    });
    await page.routeWebSocket(/socket\.io/, (line) => {
      const server = line.connectToServer();
      server.onMessage((message) =>
        line.send(
          String(message)
            .replace(/"obs":\{"state":"[a-z-]+"/, '"obs":{"state":"refused"')
            .replace(/"automation":"[a-z]+"/, '"automation":"on"'),
        ),
      );
    });
    await page.goto('/studio#scenes');
    await expect(page.getByText('Off until OBS is connected')).toBeVisible();
    await expect(page.getByText('On: rules may change scenes.')).toHaveCount(0);
    await page.getByRole('button', { name: 'Disconnect' }).click();
    await expect.poll(() => asked).toEqual(['POST']);
  });

  test('[SU13] a bio that is refused says why at its field and keeps what was typed', async ({ page }) => {
    await page.route('**/api/v1/bio', (route) =>
      route.fulfill({
        status: 400,
        contentType: 'application/problem+json',
        json: { why: 'bad-input', issues: [{ path: 'headline', message: 'is too plain' }] },
      }),
    );
    await page.goto('/studio#bio');
    await page.getByLabel('Headline').fill('Plain');
    await expect(page.locator('.field-error')).toContainText('At most 120 letters.');
    await expect(page.locator('main')).not.toContainText('is too plain');
    await expect(page.getByLabel('Headline')).toHaveValue('Plain');
    await expect(page.locator('.save-state')).toContainText('Not saved');
  });

  test('[SU30] [SU295] a proof that has no title yet holds nothing back, and what was typed is there again, in another language too', async ({
    page,
  }) => {
    const sent: Pick<Bio, 'headline' | 'proofs' | 'translations'>[] = [];
    await page.route('**/api/v1/bio', (route) => {
      sent.push(route.request().postDataJSON() as Bio);
      return route.fulfill({ status: 503, contentType: 'application/problem+json', json: { why: 'unavailable' } });
    });
    await page.goto('/studio#bio');
    await page.getByRole('button', { name: 'Add a proof' }).click();
    await page.getByLabel('Headline').fill('Still here');
    await expect.poll(() => sent.at(-1)?.headline).toBe('Still here');
    expect(sent.at(-1)?.proofs).not.toContainEqual(expect.objectContaining({ title: '' }));
    const languages = page.getByRole('group', { name: 'In other languages' });
    await languages.getByText('Dutch').click();
    await page.getByLabel('Headline (Dutch)').fill('Nog steeds hier');
    await expect.poll(() => sent.at(-1)?.translations.nl?.headline).toBe('Nog steeds hier');
    await page.getByRole('link', { name: 'Sources', exact: true }).click();
    await page.getByRole('link', { name: 'Service bio' }).first().click();
    await expect(page.getByLabel('Headline')).toHaveValue('Still here');
    await languages.getByText('Dutch').click();
    await expect(page.getByLabel('Headline (Dutch)')).toHaveValue('Nog steeds hier');
  });

  for (const language of ['en', 'de', 'nl', 'nb'] as const)
    test(`[SU32] on a phone no section of the studio scrolls sideways in ${language}`, async ({ page }) => {
      await page.routeWebSocket(/socket\.io/, (line) => {
        const server = line.connectToServer();
        server.onMessage((message) =>
          line.send(String(message).replace(/"language":"en"/g, `"language":"${language}"`)),
        );
      });
      for (const width of [390, 360]) {
        await page.setViewportSize({ width, height: 740 });
        for (const section of [
          'overview',
          'feed',
          'stage',
          'look',
          'scenes',
          'bio',
          'services',
          'hours',
          'address',
          'desk',
        ]) {
          await page.goto(`/studio#${section}`);
          await expect(page.locator('.section')).toBeVisible();
          await expect(page.locator('html')).toHaveAttribute('lang', language);
          expect(await page.evaluate(() => document.documentElement.scrollWidth), section).toBeLessThanOrEqual(width);
          const out = page.locator('.head-acts > .button');
          expect(await out.evaluate((button) => button.getBoundingClientRect().right)).toBeLessThanOrEqual(width);
        }
      }
    });
});
