import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ProtoMessageFetchResult, WebcastPushFrame } from 'tiktok-live-connector';
import { type WebSocket, WebSocketServer } from 'ws';
import { ROOM } from './webcast-messages.ts';

/** How the fake answers; a test changes it as it goes. */
export interface WebcastAnswers {
  /** What the creator's page and the room lookup say. */
  handle: 'known' | 'unknown' | 'without-room' | 'captcha';
  room: string;
  /** 2 is live, 4 offline. */
  roomStatus: number;
  /** As the room's information has it; null leaves it out. */
  followers: number | null;
  ageRestricted: boolean;
  sign: { status: number; headers?: Record<string, string>; body?: string } | 'ok' | 'no-cookie';
  /** The websocket takes no connection: it answers with this status. */
  refuseSocket: number | null;
}

/**
 * TikTok's web servers, the signing service and the webcast socket on one loopback port. The connector takes
 * addresses of 127.x for https (bug 4), so it is pointed at 0.0.0.0.
 */
export async function startWebcast(change: Partial<WebcastAnswers> = {}) {
  const answers: WebcastAnswers = {
    handle: 'known',
    room: ROOM,
    roomStatus: 2,
    ageRestricted: false,
    followers: null,
    sign: 'ok',
    refuseSocket: null,
    ...change,
  };
  const requests: string[] = [];
  const received: { payloadType: string; logId: string }[] = [];
  const sockets: WebSocket[] = [];
  const http = createServer((request, response) => {
    requests.push(request.url?.split('?')[0] ?? '');
    answer(request, response, answers, `ws://127.0.0.1:${portOf()}/`);
  });
  const server = new WebSocketServer({ noServer: true });
  const portOf = () => (http.address() as AddressInfo).port;
  http.on('upgrade', (request, socket, head) => {
    if (answers.refuseSocket) socket.end(`HTTP/1.1 ${answers.refuseSocket} OK\r\nContent-Length: 0\r\n\r\n`);
    else server.handleUpgrade(request, socket, head, (ws) => server.emit('connection', ws, request));
  });
  server.on('connection', (ws) => {
    sockets.push(ws);
    ws.on('error', () => undefined);
    ws.on('message', (bytes: Buffer) => {
      const { payloadType, logId } = WebcastPushFrame.decode(bytes);
      received.push({ payloadType, logId });
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '0.0.0.0', resolve));
  return {
    answers,
    requests,
    received,
    sockets,
    webHost: `0.0.0.0:${portOf()}`,
    signApiUrl: `http://127.0.0.1:${portOf()}`,
    /** The newest connection. */
    get socket(): WebSocket {
      const last = sockets.at(-1);
      if (!last) throw new Error('Nobody is connected');
      return last;
    },
    async stop() {
      for (const ws of sockets) ws.terminate();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

function answer(request: IncomingMessage, response: ServerResponse, answers: WebcastAnswers, pushServer: string): void {
  const path = request.url?.split('?')[0] ?? '';
  if (path.endsWith('/live')) html(response, pageOf(answers));
  else if (path === '/api-live/user/room/') json(response, roomLookup(answers));
  else if (path === '/webcast/room/info/') json(response, roomInfo(answers));
  else if (path.endsWith('/connect')) sign(response, answers, pushServer);
  else json(response, { code: 403, ok: false, message: 'not here' }, 403);
}

function pageOf({ handle, room }: WebcastAnswers): string {
  if (handle !== 'known') return '<html>Please solve the captcha</html>';
  const state = { LiveRoom: { liveRoomUserInfo: { user: { roomId: room } } } };
  return `<script id="SIGI_STATE" type="application/json">${JSON.stringify(state)}</script>`;
}

function roomLookup({ handle, room }: WebcastAnswers): unknown {
  if (handle === 'unknown') return { statusCode: 19881007, message: 'user_not_found', data: {} };
  if (handle === 'captcha') return { statusCode: 10000, message: 'verify', data: {} };
  return { statusCode: 0, data: { user: { roomId: handle === 'known' ? room : '' } } };
}

function roomInfo({ ageRestricted, roomStatus, followers }: WebcastAnswers): unknown {
  const owner = followers === null ? {} : { owner: { follow_info: { follower_count: followers } } };
  return ageRestricted
    ? { status_code: 4003110, data: { prompts: 'sign in' } }
    : { status_code: 0, data: { status: roomStatus, ...owner } };
}

function sign(response: ServerResponse, { sign: how, room }: WebcastAnswers, pushServer: string): void {
  if (typeof how === 'object') {
    response.writeHead(how.status, { 'content-type': 'application/json', ...how.headers });
    response.end(how.body ?? '{"message":"no"}');
    return;
  }
  const cookie = how === 'ok' ? { 'x-set-tt-cookie': 'ttwid=invented' } : {};
  response.writeHead(200, { 'content-type': 'application/x-protobuf', 'x-room-id': room, ...cookie });
  const result = {
    ...ProtoMessageFetchResult.decode(new Uint8Array()),
    cursor: '1',
    internalExt: 'invented',
    pushServer,
  };
  response.end(ProtoMessageFetchResult.encode(result).finish());
}

function json(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function html(response: ServerResponse, body: string): void {
  response.writeHead(200, { 'content-type': 'text/html' }).end(body);
}
