/** Whether this name means the very machine that uses it. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}

/**
 * A link of the server's under the address by which the studio is open, where that is one of the network: to a phone,
 * 127.0.0.1 is the phone itself. A link that is public already stays as it is.
 */
export function hereLink(link: string, here: Pick<Location, 'hostname' | 'origin'>): string {
  // Not by `URL.parse`: browsers of two years ago have none, and the link is there once.
  if (!URL.canParse(link) || isLoopback(here.hostname)) return link;
  const url = new URL(link);
  if (!isLoopback(url.hostname)) return link;
  return `${here.origin}${url.pathname}${url.search}${url.hash}`;
}
