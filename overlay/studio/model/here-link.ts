/** Whether this name means the very machine that uses it. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}

/**
 * A link of the server's under the address by which the studio is open, where that is one of the network: to a phone,
 * 127.0.0.1 is the phone itself. A link that is public already stays as it is.
 */
export function hereLink(link: string, here: Pick<Location, 'hostname' | 'origin'>): string {
  const url = URL.parse(link);
  if (!url || !isLoopback(url.hostname) || isLoopback(here.hostname)) return link;
  return `${here.origin}${url.pathname}${url.search}${url.hash}`;
}
