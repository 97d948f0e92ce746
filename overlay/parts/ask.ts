import { PAGE_HEADER, type SCENES_PAGE } from '../../shared/page-header.ts';
import type { Issue, Problem } from '../../shared/rejections.ts';

/**
 * What our own server answered. A refusal is a value; `why` is `offline` when nothing answered at all. `etag` names the
 * version of what was answered, where there are such; `at` is the server's clock at the answer, in ms.
 */
export type Answer<T> =
  | { readonly type: 'done'; readonly value: T; readonly etag?: string; readonly at?: number }
  | ({ readonly type: 'refused' } & Refused);

export interface Refused {
  readonly why: string;
  /** One English sentence, shown where the page has no words of its own for `why`. */
  readonly detail: string;
  readonly issues: ReadonlyArray<Issue>;
  /** Bookable starts near the asked one, with `slot-taken`. */
  readonly nearest: ReadonlyArray<string>;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

let asPage: Readonly<Record<string, string>> = {};

/** Lets this page sign in beside the others of its browser; see `shared/page-header.ts`. To be called before it asks. */
export function askAs(page: typeof SCENES_PAGE): void {
  asPage = { [PAGE_HEADER]: page };
}

/** The name by which this page signs in beside the others of its browser; empty: with them. */
export function askedAs(): string {
  return asPage[PAGE_HEADER] ?? '';
}

/** The only way the pages speak to `/api/v1`. Never throws: a network that is away is a refusal like any other. */
export async function ask<T = unknown>(
  method: Method,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer<T>> {
  let response: Response;
  try {
    response = await fetch(`/api/v1${path}`, {
      method,
      credentials: 'same-origin',
      // Every change carries JSON, even an empty one: the server refuses other types, which keeps foreign forms out.
      ...(method === 'GET'
        ? { headers: asPage }
        : {
            headers: { 'content-type': 'application/json', ...asPage, ...headers },
            body: JSON.stringify(body === undefined ? {} : body),
          }),
    });
  } catch {
    return refusedAs('offline');
  }
  const value: unknown = await response.json().catch(() => null);
  if (response.ok) {
    const etag = response.headers.get('etag');
    const at = Date.parse(response.headers.get('date') ?? '');
    return { type: 'done', value: value as T, ...(etag === null ? {} : { etag }), ...(at ? { at } : {}) };
  }
  return { type: 'refused', ...readProblem(value, response.status) };
}

/** A refusal made by the page itself. */
export function refusedAs(why: string): { type: 'refused' } & Refused {
  return { type: 'refused', why, detail: '', issues: [], nearest: [] };
}

/** What a problem+json says; anything else (a proxy's page, an empty body) by its status. */
export function readProblem(value: unknown, status: number): Refused {
  const problem = (typeof value === 'object' && value !== null ? value : {}) as Partial<Problem>;
  return {
    why: typeof problem.why === 'string' ? problem.why : wordOf(status),
    detail: typeof problem.detail === 'string' ? problem.detail : '',
    issues: Array.isArray(problem.issues) ? problem.issues : [],
    nearest: Array.isArray(problem.nearest) ? problem.nearest : [],
  };
}

function wordOf(status: number): string {
  if (status === 401) return 'not-signed-in';
  if (status === 403) return 'not-allowed';
  if (status === 404) return 'not-found';
  if (status === 429) return 'too-many';
  return 'unavailable';
}
