import { isTooDeep } from '../../shared/nesting.ts';
import type { Api } from './api.ts';

/** A body that is JSON, and that no route takes all the same. `path` is that of the field, empty where it is the whole. */
export class RefusedBody extends Error {
  override readonly name = 'RefusedBody';
  readonly statusCode = 400;
  readonly code: string;
  readonly path: string;

  constructor(code: string, message: string, path = '') {
    super(message);
    this.code = code;
    this.path = path;
  }
}

/** JSON is the only body that is read, so that no form of another page can act; deep nesting never reaches a schema. */
export function readJsonOnly(api: Api): void {
  const parse = api.getDefaultJsonParser('error', 'error');
  api.removeAllContentTypeParsers();
  api.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (typeof body !== 'string') return done(new Error('the body is not text'));
    if (isTooDeep(body)) return done(new RefusedBody('CUEDESK_TOO_DEEP', 'The body is nested too deep.'));
    // An act without words: a POST that needs no body may say it is JSON all the same.
    if (body === '') return done(null, undefined);
    void parse(request, body, (error, value) => done(error && (ofMachinery(body) ?? error), value));
  });
}

/** Why the parser refused what is JSON: the first key of the machinery of objects in it. Null where it is no JSON. */
function ofMachinery(body: string): RefusedBody | null {
  let path: string | null;
  try {
    path = machineryIn(JSON.parse(body));
  } catch {
    return null;
  }
  return path === null ? null : new RefusedBody('CUEDESK_FORBIDDEN_KEY', 'is a key that is never taken', path);
}

/** The path of the first `__proto__` or `constructor.prototype`, as the parser looks for them. */
function machineryIn(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, child] of Object.entries(value)) {
    if (key === '__proto__') return key;
    if (key === 'constructor' && typeof child === 'object' && child !== null && Object.hasOwn(child, 'prototype')) {
      return `${key}.prototype`;
    }
    const below = machineryIn(child);
    if (below !== null) return `${key}.${below}`;
  }
  return null;
}
