import { createHash } from 'node:crypto';

const known = new WeakMap<object, string>();

/**
 * Names what a value holds: two of the same content have the same, also over a restart. For an etag (RFC 9110, 8.8.3). The
 * value must not change afterwards.
 */
export function revisionOf(value: object): string {
  const before = known.get(value);
  if (before !== undefined) return before;
  const revision = createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 16);
  known.set(value, revision);
  return revision;
}
