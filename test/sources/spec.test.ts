import { describe, expect, test } from 'vitest';
import { createNames, refuseTwice } from '../../server/sources/names.ts';
import { UnusableSource } from '../../server/sources/source.ts';
import { parseSpec } from '../../server/sources/spec.ts';

test('[SR172] recordings of one file name in two folders are two sources, the same file by another way is one', () => {
  const named = createNames();
  const ids = ['a/show.ndjson', 'b/show.ndjson', './a/show.ndjson?speed=0', 'b/show.ndjson'].map(
    (file) => named(parseSpec(`replay:${file}`)).id,
  );
  expect(ids[0]).toBe('replay:show.ndjson');
  expect(ids[1]).toMatch(/^replay:show\.ndjson~[0-9a-f]{6}$/);
  expect(ids.slice(2)).toEqual(ids.slice(0, 2));
});

test('[SR172] a source that is named twice is refused in one sentence', () => {
  const specs = ['tiktok:@one', 'tiktok:@two', 'tiktok:@One'].map(parseSpec);
  expect(() => refuseTwice(specs)).toThrow('The source tiktok:@one is named twice: name it once.');
  refuseTwice(specs.slice(0, 2));
});

describe('source SPECs', () => {
  test.for([
    ['tiktok:@creator', { type: 'tiktok', id: 'tiktok:@creator', handle: 'creator' }],
    ['tiktok:Creator.1_x', { type: 'tiktok', id: 'tiktok:@creator.1_x', handle: 'creator.1_x' }],
    ['tiktok:https://www.tiktok.com/@creator/live', { type: 'tiktok', id: 'tiktok:@creator', handle: 'creator' }],
    ['tikfinity:', { type: 'tikfinity', id: 'tikfinity:127.0.0.1:21213', url: 'ws://127.0.0.1:21213/' }],
    ['tikfinity', { type: 'tikfinity', id: 'tikfinity:127.0.0.1:21213', url: 'ws://127.0.0.1:21213/' }],
    ['indofinity', { type: 'indofinity', id: 'indofinity:127.0.0.1:62024', url: 'ws://127.0.0.1:62024/' }],
    [
      'tikfinity:ws://10.0.0.2:9/?key=a',
      { type: 'tikfinity', id: 'tikfinity:10.0.0.2:9', url: 'ws://10.0.0.2:9/?key=a' },
    ],
    ['replay:/x/web.bin', { type: 'replay', id: 'replay:web.bin', file: '/x/web.bin', speed: 1 }],
    ['replay:a b.ndjson?speed=0', { type: 'replay', id: 'replay:a b.ndjson', file: 'a b.ndjson', speed: 0 }],
    ['replay:x.bin?speed=2.5', { type: 'replay', id: 'replay:x.bin', file: 'x.bin', speed: 2.5 }],
    ['demo', { type: 'demo', id: 'demo', speed: 1 }],
    ['demo?speed=10', { type: 'demo', id: 'demo', speed: 10 }],
  ] as const)('[SR10] %s is read', ([text, spec]) => {
    expect(parseSpec(text)).toEqual(spec);
  });

  test.for([
    '',
    'tiktok',
    'tiktok:',
    'tiktok:@',
    'tiktok:two words',
    'tiktok:@a/../b',
    'youtube:@creator',
    'tikfinity:http://127.0.0.1:1/',
    'tikfinity:nonsense',
    'replay:',
    'replay:x.bin?speed=fast',
    'replay:x.bin?speed=-1',
    'replay:x.bin?speed=',
    'replay:x.bin?speed=Infinity',
    'demo:other',
  ])('[SR11] %j is refused in one short sentence', (text) => {
    refused(text);
  });

  test('[SR11] a SPEC of 5,000 characters over several lines is refused in one short sentence', () => {
    refused(`tiktok:${'x'.repeat(5000)}\nand more`);
  });
});

function refused(text: string): void {
  const trouble = (() => {
    try {
      return parseSpec(text);
    } catch (error) {
      return error;
    }
  })();
  expect(trouble).toBeInstanceOf(UnusableSource);
  const { message } = trouble as Error;
  expect(message).toMatch(/^[^\n]{10,300}\.$/);
}
