import { WebSocket } from 'ws';
import type { Program } from './programs.ts';

/**
 * What a program holds: its heap after a collection, in MB. What is resident also has what V8 has not swept up yet. By
 * V8's inspector, which the program must have been started with. https://chromedevtools.github.io/devtools-protocol/v8/
 */
export async function heldHeapOf({ inspector }: Program): Promise<number> {
  if (inspector === null) throw new Error('the program was started without an inspector');
  const socket = new WebSocket(inspector);
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  const waiting = new Map<number, (result: unknown) => void>();
  socket.on('message', (bytes) => {
    const { id, result } = JSON.parse(bytes.toString()) as { id?: number; result?: unknown };
    if (id !== undefined) waiting.get(id)?.(result);
  });
  let asked = 0;
  const ask = (method: string) =>
    new Promise<unknown>((resolve) => {
      asked += 1;
      waiting.set(asked, resolve);
      socket.send(JSON.stringify({ id: asked, method }));
    });
  await ask('HeapProfiler.collectGarbage');
  const { usedSize } = (await ask('Runtime.getHeapUsage')) as { usedSize: number };
  // A program waits at its end for whoever still looks into it.
  const gone = new Promise((resolve) => socket.once('close', resolve));
  socket.close();
  await gone;
  return usedSize / 1e6;
}
