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

/** Whom a limit counts by: the address, of IPv6 its network of 64 bits, since whoever has one of those has all of them. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail = ''] = plain.toLowerCase().split('::');
  const [left, right] = [head.split(':'), tail === '' ? [] : tail.split(':')];
  const whole = [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right];
  return whole
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, '') || '0')
    .join(':');
}

/** Whether a caller's address is this machine's own. */
export function isLoopback(address: string): boolean {
  return /^(?:::ffff:)?127\.|^::1$/.test(address);
}
