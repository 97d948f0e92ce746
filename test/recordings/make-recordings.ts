// Writes the recordings of this folder anew; `--check` compares instead and exits with 1 when they differ.
// Everybody in them is invented. The frames are not compressed, so that the bytes do not depend on a version of zlib.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BaseProtoMessage } from 'tiktok-live-connector';
import { toInstant } from '../../shared/time.ts';
import {
  captureOf,
  chat,
  control,
  deletion,
  emotes,
  frame,
  gift,
  idOf,
  like,
  member,
  question,
  ROOM,
  roomUser,
  SHOW_STARTED,
  social,
  subscription,
  unknown,
  viewer,
} from '../fakes/webcast-messages.ts';

const FOLLOW = 'pm_main_follow_message_viewer_2';
const SHARE = 'pm_mt_guidance_share';

/** A short live with one of everything; second of the show beside its messages. */
const SMALL_LIVE: ReadonlyArray<readonly [number, BaseProtoMessage[]]> = [
  [0, [roomUser({ id: 1, at: 0 }, 12, 40), member({ id: 2, at: 0, by: 1 })]],
  [2, [chat({ id: 3, at: 2, by: 1 }, 'hallo zusammen', { contentLanguage: 'de' }), unknown()]],
  [3, [chat({ id: 4, at: 3, by: 2, room: '0' }, 'שלום 🌻'), member({ id: 5, at: 3, by: 2 }, 3)]],
  [5, [gift({ id: 6, at: 5, by: 3 }, { type: 1, count: 1, group: '1790000005000' })]],
  [6, [gift({ id: 8, at: 7, by: 3 }, { type: 1, count: 7, group: '1790000005000' })]],
  [7, [gift({ id: 7, at: 6, by: 3 }, { type: 1, count: 3, group: '1790000005000' })]],
  [10, [gift({ id: 9, at: 10, by: 3 }, { type: 1, count: 7, ended: true, group: '1790000005000' })]],
  [11, [gift({ id: 10, at: 11, by: 4 }, { type: 2, count: 1, group: '1790000011000', diamonds: 1000 })]],
  [12, [gift({ id: 11, at: 12, by: 4 }, { type: 4, count: 1, diamonds: 5 })]],
  [14, [like({ id: 12, at: 14, by: 2 }, 15, 5200), social({ id: 13, at: 14, by: 2 }, FOLLOW)]],
  [15, [social({ id: 14, at: 15, by: 5 }, SHARE), emotes({ id: 15, at: 15, by: 5 })]],
  [
    18,
    [subscription({ id: 16, at: 18, by: 1 }, 3), question({ id: 17, at: 18, by: 2 }, 'Wie lang ist ein Lebenslauf?')],
  ],
  [40, [deletion({ id: 18, at: 40 }, [idOf(4)], [viewer(2).id]), roomUser({ id: 19, at: 40 }, 31, 88)]],
  [41, [control({ id: 20, at: 41 }, 1)]],
  [45, [control({ id: 21, at: 45 }, 2)]],
  [50, [control({ id: 22, at: 50 }, 3)]],
];

function smallLive(): Buffer {
  return captureOf(SMALL_LIVE.map(([at, messages], index) => frame(messages, { seq: index + 1, at })));
}

/** A journal export that mixes two sources which both know an event `1`. */
function smallJournal(): Buffer {
  const user = { id: '1', handle: 'invented_viewer_1', name: 'Invented 1' };
  const at = (seconds: number) => toInstant(SHOW_STARTED + seconds * 1000);
  const rose = { id: '5655', name: 'Rose', diamonds: 1 };
  const streak = (ended: boolean) => ({ id: '1790000005000', ended });
  const lines = [
    {
      seq: 1,
      id: '1',
      source: 'tiktok:@invented',
      room: ROOM,
      at: at(0),
      type: 'session',
      session: { state: 'started' },
    },
    {
      seq: 2,
      id: '1',
      source: 'api',
      at: at(1),
      type: 'chat',
      user,
      chat: { text: 'first, \u2028 with a line separator' },
    },
    {
      seq: 3,
      id: '2',
      source: 'tiktok:@invented',
      room: ROOM,
      at: at(2),
      type: 'gift',
      user,
      gift: { ...rose, count: 1, streak: streak(false) },
    },
    {
      seq: 4,
      id: '3',
      source: 'tiktok:@invented',
      room: ROOM,
      at: at(4),
      type: 'gift',
      user,
      gift: { ...rose, count: 4, streak: streak(true) },
    },
    { seq: 5, id: '2', source: 'api', at: at(30), type: 'tip', user, tip: { amount: { minor: 500, currency: 'EUR' } } },
    {
      seq: 6,
      id: '9',
      source: 'tiktok:@invented',
      room: ROOM,
      at: at(60),
      type: 'session',
      session: { state: 'ended' },
    },
  ];
  return Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}

const FILES: ReadonlyArray<readonly [string, Buffer]> = [
  ['small-live.bin', smallLive()],
  ['small-journal.ndjson', smallJournal()],
];

for (const [name, bytes] of FILES) {
  const file = join(import.meta.dirname, name);
  if (!process.argv.includes('--check')) writeFileSync(file, bytes);
  else if (!bytes.equals(readFileSync(file))) {
    console.error(`${name} differs from what make-recordings.ts makes`);
    process.exitCode = 1;
  }
}
