import { RIGHT_SETS, type Right } from '../../shared/rights.ts';
import { cookieOf, post, type TestProgram } from '../program/given-program.ts';

/** People of a test, over the real doors. */

export interface Moderator {
  readonly id: string;
  readonly key: string;
  readonly cookie: string;
}

/** Somebody invited by the owner's API who has opened the link. `hours` null: until revoked. */
export async function moderator(
  { base }: Pick<TestProgram, 'base'>,
  rights: ReadonlyArray<Right> = RIGHT_SETS.desk,
  given: { name?: string; hours?: number | null } = {},
): Promise<Moderator> {
  const asked = { name: 'Mo', hours: 1, rights, ...given };
  const { id, url } = (await (await post(base, '/invitations', asked)).json()) as { id: string; url: string };
  const key = url.split('#key=')[1] ?? '';
  return { id, key, cookie: await signIn(base, key) };
}

/** The cookie that a key gives; empty when it is refused. */
export async function signIn(base: string, key: string): Promise<string> {
  return cookieOf(await post(base, '/login', { key }, {}));
}

/** A token for one socket of whoever calls so; empty when nobody is let in. */
export async function socketToken(base: string, headers: Record<string, string>): Promise<string> {
  const answer = await fetch(`${base}/api/v1/login`, { headers });
  return ((await answer.json()) as { token?: string }).token ?? '';
}

export async function statusOf(base: string, path: string, headers: Record<string, string>): Promise<number> {
  const answer = await fetch(`${base}/api/v1${path}`, { headers });
  await answer.arrayBuffer();
  return answer.status;
}
