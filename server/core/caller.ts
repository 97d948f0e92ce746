/**
 * Whom a plain request comes from, as fastify tells it of its own: the nearest address that no trusted proxy stands for.
 * `forwarded` is the header X-Forwarded-For, which anybody can write: it is read from its end, as far as trust goes.
 */
export function callerOf(remote: string, forwarded: string, trusts: (address: string) => boolean): string {
  const named = forwarded.split(',').map((address) => address.trim());
  let caller = remote;
  while (trusts(caller)) {
    const before = named.pop();
    if (!before) return caller;
    caller = before;
  }
  return caller;
}
