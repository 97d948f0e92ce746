/** Names under which a door may be asked for. Everything else is refused: a page that rebinds its own name gets nothing. */
export interface AllowedHosts {
  /** Whether a `Host` header names this door. Asked at every request and upgrade, so that a new public address counts at once. */
  allows(host: string | undefined): boolean;
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** `own` are the names that this door is set to (host names without port); loopback names are always its own. */
export function allowedHosts(own: () => ReadonlyArray<string>): AllowedHosts {
  return {
    allows(host) {
      if (host === undefined || host === '') return false;
      const name = nameOf(host);
      return name !== null && (LOOPBACK.has(name) || own().includes(name));
    },
  };
}

/** The one `Host` of a request; undefined when there is none, or more than one and nobody can tell which is meant. */
export function soleHost(rawHeaders: ReadonlyArray<string>): string | undefined {
  const hosts = rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === 'host');
  return hosts.length === 1 ? hosts[0] : undefined;
}

/** The name of a `Host` header in lower case, without its port; null when it is not one. */
function nameOf(host: string): string | null {
  const match = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d{1,5})?$/i.exec(host);
  return match?.[1]?.toLowerCase() ?? null;
}

/** Whether an `Origin` is the very address that the request was made to: same host, same port. */
export function isOwnOrigin(origin: string, host: string | undefined): boolean {
  if (host === undefined || !URL.canParse(origin)) return false;
  const url = new URL(origin);
  return (
    /^https?:$/.test(url.protocol) &&
    url.host === host.toLowerCase().replace(/:(?:80|443)$/, '') &&
    origin === url.origin
  );
}
