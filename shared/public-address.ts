import { z } from 'zod';

const [V4, V6] = [z.ipv4(), z.ipv6()];

/**
 * Whether an address is one of the public net, by its bytes (IANA's special-purpose registries): never this machine, its
 * networks, a cloud's metadata or a group. An IPv6 address that stands for an IPv4 one is judged by that.
 */
export function isPublicAddress(address: string): boolean {
  if (V4.safeParse(address).success) return isGlobalV4(bytesOfV4(address));
  if (address.includes('%') || !V6.safeParse(address).success) return false;
  const bytes = bytesOfV6(address);
  if (startsWith(bytes, MAPPED, 96) || startsWith(bytes, NAT64, 96)) return isGlobalV4(bytes.slice(12));
  return startsWith(bytes, [0x20], 3) && !SPECIAL_V6.some(([prefix, bits]) => startsWith(bytes, prefix, bits));
}

type Range = readonly [prefix: ReadonlyArray<number>, bits: number];

const MAPPED = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff];
const NAT64 = [0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0];

const SPECIAL_V4: ReadonlyArray<Range> = [
  [[0], 8],
  [[10], 8],
  [[100, 64], 10],
  [[127], 8],
  [[169, 254], 16],
  [[172, 16], 12],
  [[192, 0, 0], 24],
  [[192, 0, 2], 24],
  [[192, 88, 99], 24],
  [[192, 168], 16],
  [[198, 18], 15],
  [[198, 51, 100], 24],
  [[203, 0, 113], 24],
  // Groups, what is reserved, and everybody.
  [[224], 3],
];
/** Within 2000::/3, outside of which nothing is global. */
const SPECIAL_V6: ReadonlyArray<Range> = [
  // The protocols' own, Teredo among them, which wraps any IPv4 address.
  [[0x20, 0x01, 0x00], 23],
  [[0x20, 0x01, 0x0d, 0xb8], 32],
  // 6to4 wraps any IPv4 address.
  [[0x20, 0x02], 16],
  [[0x3f, 0xff, 0x00], 20],
];

function isGlobalV4(bytes: ReadonlyArray<number>): boolean {
  return !SPECIAL_V4.some(([prefix, bits]) => startsWith(bytes, prefix, bits));
}

function startsWith(bytes: ReadonlyArray<number>, prefix: ReadonlyArray<number>, bits: number): boolean {
  for (let at = 0; at * 8 < bits; at++) {
    const mask = (0xff << Math.max(0, 8 - (bits - at * 8))) & 0xff;
    if (((bytes[at] ?? 0) & mask) !== ((prefix[at] ?? 0) & mask)) return false;
  }
  return true;
}

function bytesOfV4(address: string): number[] {
  return address.split('.').map(Number);
}

function bytesOfV6(address: string): number[] {
  const [head = '', tail = ''] = address.split('::');
  const [first, last] = [bytesOfGroups(head), bytesOfGroups(tail)];
  return [...first, ...new Array<number>(16 - first.length - last.length).fill(0), ...last];
}

function bytesOfGroups(text: string): number[] {
  return text
    .split(':')
    .filter((group) => group !== '')
    .flatMap((group) => {
      if (group.includes('.')) return bytesOfV4(group);
      const value = Number.parseInt(group, 16);
      return [value >> 8, value & 0xff];
    });
}
