import { z } from 'zod';

/** OBS greets at once; what has not by then is something else. */
const GREETS_WITHIN_MS = 2000;

const Hello = z.object({
  op: z.literal(0),
  d: z.object({ rpcVersion: z.int(), authentication: z.object({ challenge: z.string() }).optional() }),
});

/**
 * What listens at the address: an OBS that lets everybody in (`open`), one that wants a password, or neither (null). Hears
 * the greeting and leaves: nothing is said, so that nothing can be learnt from it by whoever else listens there.
 */
export function hearGreeting(address: string, stop: AbortSignal): Promise<'open' | 'password' | null> {
  return new Promise((resolve) => {
    const socket = new WebSocket(address, 'obswebsocket.json');
    const settle = (heard: 'open' | 'password' | null) => {
      clearTimeout(late);
      stop.removeEventListener('abort', leave);
      resolve(heard);
      socket.close();
    };
    const leave = () => settle(null);
    const late = setTimeout(leave, GREETS_WITHIN_MS);
    stop.addEventListener('abort', leave, { once: true });
    socket.addEventListener('error', leave);
    socket.addEventListener('close', leave);
    socket.addEventListener('message', ({ data }) => {
      const hello = Hello.safeParse(asJson(data)).data;
      settle(hello ? (hello.d.authentication ? 'password' : 'open') : null);
    });
  });
}

function asJson(data: unknown): unknown {
  try {
    return JSON.parse(String(data));
  } catch {
    return null;
  }
}
