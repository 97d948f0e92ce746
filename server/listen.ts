import type { AddressInfo } from 'node:net';
import type { Api } from './http/api.ts';

/** A port that cannot be listened on, in one sentence. */
export class UnusablePort extends Error {
  override readonly name = 'UnusablePort';
}

/** What keeps the door shut, and what can be done about that. */
function sentenceOf(code: string, { host, port, setting }: { host: string; port: number; setting: string }): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} on ${host} is taken by another program. Stop the other program, or choose another port with ${setting}.`;
  if (code === 'EACCES')
    return `Port ${port} on ${host} may not be used by this user. Choose another port with ${setting}.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `${host} is no address of this computer. Leave HOST out, or set it to one that is.`;
  return `Port ${port} on ${host} cannot be used (${code}). Choose another port with ${setting}.`;
}

/** Listens and answers the port that was given. */
export async function listen(api: Api, host: string, port: number, setting: string): Promise<number> {
  try {
    await api.listen({ host, port });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new UnusablePort(sentenceOf(code, { host, port, setting }), { cause: error });
  }
  return (api.server.address() as AddressInfo).port;
}
