import { once } from 'node:events';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Net } from '../../server/calendars/fetch.ts';
import { CERTIFICATE, KEY } from './calendar-certificate.ts';

/** A calendar server over https that answers as it is told and records what it was asked. */
export interface CalendarServer {
  /** The address of a calendar on it, under a name that only `net` knows. */
  readonly address: string;
  /** The net in which `calendar.test` is this server. `asked` counts the look-ups. */
  readonly net: Net & { asked: number };
  readonly requests: { path: string; headers: IncomingHttpHeaders }[];
  answer: (response: ServerResponse, headers: IncomingHttpHeaders) => void;
  close(): Promise<void>;
}

export async function startCalendarServer(): Promise<CalendarServer> {
  const server = createServer({ cert: CERTIFICATE, key: KEY }, (request, response) => {
    fake.requests.push({ path: request.url ?? '', headers: request.headers });
    fake.answer(response, request.headers);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const net = {
    asked: 0,
    resolve: async () => {
      net.asked++;
      return ['127.0.0.1'];
    },
    isGlobal: (address: string) => address === '127.0.0.1',
    ca: CERTIFICATE,
  };
  const fake: CalendarServer = {
    address: `https://calendar.test:${(server.address() as AddressInfo).port}/private-a1b2c3/basic.ics?key=k`,
    net,
    requests: [],
    answer: (response) => void response.end(),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return fake;
}

/** A calendar file with these lines in it. */
export function calendarOf(...lines: string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//test//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n');
}

export function eventOf(...lines: string[]): string[] {
  return ['BEGIN:VEVENT', 'DTSTAMP:20260101T000000Z', ...lines, 'END:VEVENT'];
}
