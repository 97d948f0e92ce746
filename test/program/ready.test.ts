import { expect, test } from 'vitest';
import { type ReadyFacts, readyBlock } from '../../server/ready.ts';

const facts: ReadyFacts = {
  language: 'en_GB.UTF-8',
  private: 'http://127.0.0.1:4747',
  studio: 'http://127.0.0.1:4747/studio#key=k',
  stage: 'http://127.0.0.1:4747/stage/#t',
  booking: { url: 'https://book.example.org', localOnly: false, from: 'environment', tunnel: null, installed: [] },
  network: [],
  handle: 'creator',
  publicDoorOpen: true,
  demo: false,
};
const last = (block: string) => block.split('\n').at(-1);

test('[PR1] the block is in the machine’s language, and its last line is the same in every one', () => {
  const blocks = ['en_US.UTF-8', 'de_DE.UTF-8', 'nl_NL', 'nb_NO.UTF-8', 'ja_JP.UTF-8', 'C'].map((language) =>
    readyBlock({ ...facts, language }),
  );
  expect(new Set(blocks).size).toBe(4);
  for (const block of blocks) {
    expect(last(block)).toBe('cuedesk ready http://127.0.0.1:4747');
    expect(block).toContain('https://book.example.org/@creator');
    expect(block).not.toMatch(/\{\{|undefined|null/);
  }
});

test('[PR1] it warns while nobody outside could reach the booking page, and says when there is none yet', () => {
  const warned = readyBlock({
    ...facts,
    booking: { ...facts.booking, url: 'http://127.0.0.1:4748', localOnly: true, from: 'door' },
  });
  expect(warned).toContain('!');
  expect(readyBlock(facts)).not.toContain('!');
  expect(readyBlock({ ...facts, handle: null })).not.toContain('/@creator');
  expect(readyBlock({ ...facts, publicDoorOpen: false })).not.toBe(readyBlock(facts));
  expect(readyBlock({ ...facts, demo: true })).not.toBe(readyBlock(facts));
});

test('[PR94] where it answers to a network, the addresses for other devices are said too', () => {
  const block = readyBlock({ ...facts, network: ['http://192.168.1.20:4747', 'http://10.0.0.2:4747'] });
  expect(block).toContain('in place of http://127.0.0.1:4747:\n    http://192.168.1.20:4747\n    http://10.0.0.2:4747');
  expect(last(block)).toBe('cuedesk ready http://127.0.0.1:4747');
  expect(readyBlock(facts)).not.toContain('other devices');
});
