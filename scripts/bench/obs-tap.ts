import type { AddressInfo } from 'node:net';
import { type RawData, WebSocket, WebSocketServer } from 'ws';

/** Stands between a program and OBS, passes every frame on as it is, and tells when a scene request goes by. */
export interface ObsTap {
  /** Where the program under measure finds OBS. */
  readonly url: string;
  /** Called as a request to change the program scene comes in, before it is passed on; one listener at a time. */
  onSwitch(heard: () => void): void;
  close(): void;
}

/** A frame in JSON or MessagePack: either carries the name of the request as it is. */
const SWITCH = Buffer.from('SetCurrentProgramScene');

export async function openObsTap(obsUrl: string): Promise<ObsTap> {
  // OBS chooses by the first protocol that is offered, and so must this.
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
  await new Promise((resolve) => server.once('listening', resolve));
  let heard: () => void = () => undefined;
  server.on('connection', (client) => {
    const obs = new WebSocket(obsUrl, client.protocol, { perMessageDeflate: false });
    const waiting: [RawData, boolean][] = [];
    client.on('message', (data: Buffer, binary) => {
      if (data.includes(SWITCH)) heard();
      if (obs.readyState === WebSocket.OPEN) obs.send(data, { binary });
      else waiting.push([data, binary]);
    });
    obs.once('open', () => {
      for (const [data, binary] of waiting) obs.send(data, { binary });
    });
    obs.on('message', (data, binary) => client.send(data, { binary }));
    obs.on('close', () => client.terminate());
    obs.on('error', () => client.terminate());
    client.on('close', () => obs.terminate());
  });
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    onSwitch: (listener) => {
      heard = listener;
    },
    close: () => {
      for (const client of server.clients) client.terminate();
      server.close();
    },
  };
}
