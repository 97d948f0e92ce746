import { io, type Socket } from 'socket.io-client';
import { onTestFinished, vi } from 'vitest';
import type { StageMoment, StageView } from '../../shared/stage-view.ts';

/** A page's socket of a test, with all that came over it. */
export interface Page<View = StageView> {
  readonly socket: Socket;
  readonly views: View[];
  /** Frames of moments, each as it came. */
  readonly frames: StageMoment[][];
  /** Resolves with `connected`, or with the word that it was refused with. */
  readonly admitted: Promise<string>;
}

export function openPage<View = StageView>(
  url: string,
  auth: Record<string, unknown>,
  more: { origin?: string; reconnect?: boolean } = {},
): Page<View> {
  const socket = io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: more.reconnect ?? false,
    auth,
    ...(more.origin === undefined ? {} : { extraHeaders: { origin: more.origin } }),
  });
  const page: Page<View> = {
    socket,
    views: [],
    frames: [],
    admitted: new Promise((resolve) => {
      socket.once('connect', () => resolve('connected'));
      socket.once('connect_error', (error) => resolve(error.message));
    }),
  };
  socket.on('view', (view: View) => page.views.push(view));
  socket.on('moments', (moments: StageMoment[]) => page.frames.push(moments));
  onTestFinished(() => void socket.disconnect());
  return page;
}

/** Resolves once the check passes; patient, since the machine may be busy with other tests. */
export async function soon(check: () => void | Promise<void>): Promise<void> {
  await vi.waitFor(check, { timeout: 4500, interval: 15 });
}
