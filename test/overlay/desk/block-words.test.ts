import { expect, test } from 'vitest';
import { blockWords } from '../../../overlay/desk/block-words.ts';
import { words } from '../../../overlay/desk/words.ts';

test('[DP334] what a block closes is said by what is known of the viewer, and what it cannot close too', async () => {
  await words.speak('en');
  expect(blockWords([])).toMatch(/^Closed to them: this conversation\. .* neither a browser nor an e-mail address/);
  expect(blockWords(['mail'])).toMatch(/this conversation and requests under their e-mail address\. .* alone\.$/);
  const all = blockWords(['browser', 'mail', 'viewer', 'conversation']);
  expect(all).toContain(
    'this conversation, the booking page in the browser they used, requests under their e-mail address, the word in the chat, and their direct messages.',
  );
  expect(all).toMatch(/they are not recognised in another browser under another address\.$/);
});
