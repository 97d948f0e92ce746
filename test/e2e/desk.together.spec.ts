import { type APIRequestContext, type Browser, expect, type Page, test } from '@playwright/test';
import type { Right } from '../../shared/rights.ts';
import { axeFaults } from './axe.ts';
import { closeContexts } from './contexts.ts';
import { askedBy, calledOff, invitation, revoke, threadOf } from './desk-given.ts';

test.afterEach(closeContexts);

test.use({ locale: 'en-GB', timezoneId: 'Europe/Berlin' });
// Several browsers at once, each with its own desk.
test.slow();

/** A moderator of that name with one request open, in a browser of their own. */
async function deskOf(
  browser: Browser,
  request: APIRequestContext,
  name: string,
  id: string,
  undo = false,
  more: { rights?: ReadonlyArray<Right> } = {},
): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Berlin' })).newPage();
  await page.goto(await invitation(request, name, { undo, ...more }));
  await page.locator('.request-row').first().waitFor();
  await page.goto(`/desk#${id}`);
  // The third of several browsers on two cores takes its time.
  await expect(page.locator('#desk-reply')).toBeVisible({ timeout: 20_000 });
  return page;
}

test('[DP132] what is typed is still there after a reload and at the person’s other desk, and after a refusal', async ({
  browser,
  request,
}) => {
  const { id } = await askedBy(request, 'Draft One', 52);
  const page = await deskOf(browser, request, 'Dora', id);
  const second = await page.context().newPage();
  await second.goto(`/desk#${id}`);
  await page.locator('#desk-reply').fill('Half a sentence');
  await expect(second.locator('#desk-reply')).toHaveValue('Half a sentence');
  await page.reload();
  await expect(page.locator('#desk-reply')).toHaveValue('Half a sentence');
  const other = await deskOf(browser, request, 'Otto', id);
  await expect(other.locator('#desk-reply')).toHaveValue('');
  await other.keyboard.press('c');
  await expect(other.getByRole('button', { name: 'Release' })).toBeVisible();
  await page.locator('#desk-reply').press('Control+Enter');
  await expect(page.locator('.refusal')).toContainText('Otto');
  await expect(page.locator('#desk-reply')).toHaveValue('Half a sentence');
  await page.reload();
  await expect(page.locator('#desk-reply')).toHaveValue('Half a sentence');
});

test('[DP133] who looks at a request and who types stands in its head and at its row, and goes with them', async ({
  browser,
  request,
}) => {
  const { id } = await askedBy(request, 'Seen One', 56);
  const [ann, ben] = [await deskOf(browser, request, 'Ann Arbor', id), await deskOf(browser, request, 'Ben Berg', id)];
  await expect(ann.locator('.watchers')).toHaveText('Ben Berg is looking');
  await ben.locator('#desk-reply').pressSequentially('Hei');
  await expect(ann.locator('.watchers')).toHaveText('Ben Berg is typing');
  await expect(ann.locator(`[data-request="${id}"] .row-watcher`)).toContainText('BB');
  // In a dock both can be read.
  await ann.setViewportSize({ width: 320, height: 700 });
  await expect(ann.locator('.watchers')).toBeVisible();
  await expect
    .poll(() => ann.locator('.thread-who h1').evaluate((name) => name.scrollWidth <= name.clientWidth))
    .toBe(true);
  await ben.close();
  await expect(ann.locator('.watchers')).toHaveText('');
});

test('[DP134] [DP309] [DP315] of three at a request one claims it, another takes it over by key; the first is told, and keeps what was typed', async ({
  browser,
  request,
}) => {
  const { id, thread } = await askedBy(request, 'Taken One', 60);
  const [ann, ben, cleo] = [
    await deskOf(browser, request, 'Ann', id),
    await deskOf(browser, request, 'Ben', id),
    await deskOf(browser, request, 'Cleo', id),
  ];
  await cleo.setViewportSize({ width: 320, height: 700 });
  await ann.keyboard.press('c');
  await expect(ann.getByRole('button', { name: 'Release' })).toBeVisible();
  const row = ben.locator(`[data-request="${id}"]`);
  await expect(row.locator('.row-mark-claim [aria-hidden]')).toHaveText('A');
  await expect(row.locator('.row-watcher [aria-hidden]')).toHaveText(['C']);
  await ann.locator('#desk-reply').fill('I was about to');
  for (const desk of [ben, cleo]) {
    await expect(desk.locator('.act-bar button:visible').first()).toHaveText('Take over');
    await expect(desk.locator('.act-bar .button-primary')).toHaveText(['Take over']);
  }
  await ben.keyboard.press('t');
  await expect(ben.getByRole('button', { name: 'Release' })).toBeVisible();
  await expect(cleo.locator('.thread-head')).toContainText('Claimed by Ben');
  await expect(ann.getByRole('alert')).toContainText('Ben took over the request of Taken One');
  await ann.getByRole('button', { name: 'Understood' }).click();
  for (const desk of [ann, cleo]) {
    await desk.locator('#desk-reply').fill('I was about to');
    await desk.locator('#desk-reply').press('Control+Enter');
    await expect(desk.locator('.refusal')).toContainText('Ben');
    await expect(desk.locator('#desk-reply')).toHaveValue('I was about to');
  }
  expect((await threadOf(request, thread)).messages.map(({ text }) => text)).not.toContain('I was about to');
});

test('[DP135] a reply that was just sent is undone by key, its words return, and one that is left alone leaves without the desk', async ({
  browser,
  request,
}) => {
  const { id, thread } = await askedBy(request, 'Undone One', 64);
  const page = await deskOf(browser, request, 'Una', id, true);
  await page.locator('#desk-reply').fill('Not what I meant');
  await page.locator('#desk-reply').press('Control+Enter');
  await expect(page.locator('.undo-line')).toContainText(/Reply to Undone One leaves in \d+ s/);
  await expect(page.locator('.bubble-sending')).toContainText('Not what I meant');
  await page.keyboard.press('Escape');
  await page.keyboard.press('u');
  await expect(page.locator('.undo-line')).toHaveCount(0);
  await expect(page.locator('#desk-reply')).toHaveValue('Not what I meant');
  await expect(page.locator('.bubble-ours')).toHaveCount(0);
  await page.locator('#desk-reply').fill('What I meant');
  await page.locator('#desk-reply').press('Control+Enter');
  await expect(page.locator('.undo-line')).toBeVisible();
  await page.context().close();
  await expect
    .poll(async () => (await threadOf(request, thread)).messages.map(({ text }) => text), { timeout: 20_000 })
    .toContain('What I meant');
});

test('[DP188] a reply that waits says in its bubble when it leaves, and is undone there', async ({
  browser,
  request,
}) => {
  const { id, thread } = await askedBy(request, 'Bubble One', 66);
  const page = await deskOf(browser, request, 'Bo', id, true);
  await page.locator('#desk-reply').fill('Wait for it');
  await page.locator('#desk-reply').press('Control+Enter');
  const bubble = page.locator('.bubble-sending');
  await expect(bubble).toContainText(/Leaves in \d+ s/);
  await bubble.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('.bubble-ours')).toHaveCount(0);
  await expect(page.locator('#desk-reply')).toHaveValue('Wait for it');
  expect((await threadOf(request, thread)).messages.map(({ text }) => text)).not.toContain('Wait for it');
  await page.locator('#desk-reply').press('Control+Enter');
  await expect(bubble).toBeVisible();
  expect(await axeFaults(page, { within: '.thread-scroll' })).toEqual([]);
});

test('[DP136] [DP263] of three who answer at once one answer waits, the others are refused and keep their words, and go on once it is undone', async ({
  browser,
  request,
}) => {
  const { id, thread } = await askedBy(request, 'Twice One', 68);
  const desks = [
    await deskOf(browser, request, 'Ann', id, true),
    await deskOf(browser, request, 'Ben', id, true),
    await deskOf(browser, request, 'Cleo', id, true),
  ];
  await Promise.all(desks.map((desk, at) => desk.locator('#desk-reply').fill(`Answer ${at}`)));
  await Promise.all(desks.map((desk) => desk.locator('#desk-reply').press('Control+Enter')));
  const refused = () => Promise.all(desks.map((desk) => desk.locator('.refusal').count()));
  await expect.poll(async () => (await refused()).filter((count) => count === 1).length).toBe(2);
  const winner = (await refused()).indexOf(0);
  for (const [at, desk] of desks.entries()) {
    if (at === winner) continue;
    await expect(desk.locator('.held-by-other')).toContainText('has just answered');
    await expect(desk.locator('#desk-reply')).toHaveValue(`Answer ${at}`);
  }
  // What the winner takes back leaves the way free for one more, and nothing of either has left the house.
  const [won, next] = [desks[winner], desks[(winner + 1) % 3]];
  if (!won || !next) throw new Error('nobody won');
  await won.keyboard.press('Escape');
  await won.keyboard.press('u');
  await expect(next.locator('.held-by-other')).toHaveCount(0);
  await next.locator('#desk-reply').press('Control+Enter');
  await expect(next.locator('.bubble-sending')).toContainText(`Answer ${(winner + 1) % 3}`);
  expect((await threadOf(request, thread)).messages.filter(({ text }) => text.startsWith('Answer'))).toEqual([]);
});

test('[DP260] [DP261] [DP269] who wants a time that is being booked for another is told by whom, and an accept that fails is told wherever its person is', async ({
  browser,
  request,
}) => {
  const first = await askedBy(request, 'Rival One', 140);
  const second = await askedBy(request, 'Rival Two', 140, { contact: { email: 'two@mail.example' } });
  const [ann, ben] = [
    await deskOf(browser, request, 'Ann', first.id, true),
    await deskOf(browser, request, 'Ben', second.id, true, { rights: ['reply', 'accept'] }),
  ];
  await expect(ben.locator('.context-facts')).toContainText('Not shown to you');
  await expect(ben.locator('.rivals')).toContainText('1 other wants this time');
  await ann.keyboard.press('a');
  await expect(ben.locator('.context-body')).toContainText('Ann is booking this time for Rival One');
  await expect(ben.locator('.thread-foot')).toContainText('Ann is booking this time for Rival One');
  await expect(ben.locator(`[data-request="${second.id}"]`)).toContainText('Ann is booking this time for Rival One');
  await ben.keyboard.press('a');
  await expect(ben.locator('.refusal')).toContainText('Somebody is booking this time for another viewer');
  await ann.keyboard.press('u');
  await expect(ben.locator('.refusal')).toHaveCount(0);
  // What nobody could foresee: the viewer of the first one calls it off while it waits.
  await ann.keyboard.press('a');
  await expect(ann.locator('.undo-line')).toContainText('Rival One');
  await ann.goto(`/desk#${second.id}`);
  await expect(ann.locator('.thread-who')).toContainText('Rival Two');
  await calledOff(request, first.thread);
  const notice = ann.getByRole('alert').filter({ hasText: 'Rival One: Accept did not go through' });
  await expect(notice).toBeVisible({ timeout: 20_000 });
  await notice.getByRole('button', { name: 'Open it' }).click();
  await expect(ann.locator('.refusal')).toContainText('Accept did not go through');
  await expect(notice).toHaveCount(0);
});

test('[DP141] of three who claim at once one has it, and the others are told who', async ({ browser, request }) => {
  const { id } = await askedBy(request, 'Raced One', 76);
  const names = ['Ann', 'Ben', 'Cleo'];
  const desks: Page[] = [];
  for (const name of names) desks.push(await deskOf(browser, request, name, id));
  await Promise.all(desks.map((desk) => desk.keyboard.press('c')));
  const refused = () => Promise.all(desks.map((desk) => desk.locator('.refusal').count()));
  await expect.poll(async () => (await refused()).filter((count) => count === 1).length).toBe(2);
  const winner = (await refused()).indexOf(0);
  for (const [at, desk] of desks.entries()) {
    if (at === winner) await expect(desk.getByRole('button', { name: 'Release' })).toBeVisible();
    else await expect(desk.locator('.refusal')).toContainText(String(names[winner]));
  }
});

test('[DP142] whoever is revoked in the middle of a reply is out at once and sends nothing; the others go on', async ({
  browser,
  request,
}) => {
  const { id, thread } = await askedBy(request, 'Revoked One', 80);
  const out = await deskOf(browser, request, 'Rita Revoked', id, true);
  const [stays, third] = [await deskOf(browser, request, 'Sam', id), await deskOf(browser, request, 'Tess', id)];
  await out.locator('#desk-reply').fill('A last word');
  await out.locator('#desk-reply').press('Control+Enter');
  await expect(stays.locator('.held-by-other')).toContainText('Rita Revoked has just answered');
  await revoke(request, 'Rita Revoked');
  await expect(out.locator('#desk-reply')).toHaveCount(0);
  await expect(out.getByRole('alert')).toContainText('The owner has ended your access to this desk.');
  await expect(stays.locator('.watchers')).toHaveText('Tess is looking');
  for (const desk of [stays, third]) await expect(desk.locator('.held-by-other')).toHaveCount(0);
  await stays.locator('#desk-reply').fill('From us');
  await stays.locator('#desk-reply').press('Control+Enter');
  await expect
    .poll(async () => (await threadOf(request, thread)).messages.map(({ text }) => text))
    .toContain('From us');
  expect((await threadOf(request, thread)).messages.map(({ text }) => text)).not.toContain('A last word');
});
