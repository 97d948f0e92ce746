import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { withPalette } from './palette.ts';

const root = resolve(import.meta.dirname, '../..');
export const folder = join(root, 'docs', 'pictures');
const TOKEN = 'pictures-pictures-pictures-pictures-0';

/** The real program with the sample show, on free ports. */
export interface Show {
  readonly base: string;
  readonly stage: string;
  readonly studio: string;
  /** Headers of the owner, for a page that signs in by none. */
  readonly owner: Readonly<Record<string, string>>;
  /** Asks as the owner. Throws what the server refuses. */
  ask(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<unknown>;
  stop(): void;
}

export async function startShow(): Promise<Show> {
  const env = {
    ...process.env,
    PORT: '0',
    PUBLIC_PORT: '0',
    CUEDESK_OWNER_TOKEN: TOKEN,
    CUEDESK_PUBLIC_URL: 'https://lena.example',
    LC_ALL: 'en',
    OBS_SEARCH: 'off',
    TZ: 'Europe/Berlin',
  };
  const child = spawn(process.execPath, [join(root, 'server', 'main.ts'), '--demo'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  for await (const chunk of child.stdout) {
    said += String(chunk);
    if (said.includes('cuedesk ready ')) break;
  }
  const find = (pattern: RegExp) => pattern.exec(said)?.[0] ?? '';
  const base = find(/(?<=cuedesk ready )\S+/);
  return {
    base,
    stage: find(/http\S+\/stage\/#\S+/),
    studio: find(/http\S+\/studio#key=\S+/),
    owner: { authorization: `Bearer ${TOKEN}` },
    ask: (method, path, body) => ask(`${base}${path}`, method, body),
    stop: () => void child.kill('SIGTERM'),
  };
}

async function ask(url: string, method: string, body: unknown): Promise<unknown> {
  const authorization = `Bearer ${TOKEN}`;
  const response = await fetch(
    url,
    body === undefined
      ? { method, headers: { authorization } }
      : { method, headers: { authorization, 'content-type': 'application/json' }, body: JSON.stringify(body) },
  );
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${await response.text()}`);
  return response.status === 204 ? null : response.json();
}

export async function open(browser: Browser, url: string, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Berlin', ...options });
  const page = await context.newPage();
  await page.goto(url);
  await page.evaluate(() => document.fonts.ready);
  return page;
}

/** Until nothing moves any more. */
export async function atRest(page: Page): Promise<void> {
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
}

export async function save(page: Page, name: string): Promise<void> {
  write(name, await page.screenshot());
}

/** Of a stage, whose plates need few colours. */
export async function saveSmall(page: Page, name: string): Promise<void> {
  write(name, withPalette(await page.screenshot()));
}

export function write(name: string, file: Buffer): void {
  writeFileSync(join(folder, `${name}.png`), file);
  console.log(`docs/pictures/${name}.png  ${Math.round(file.length / 1000)} kB`);
}
