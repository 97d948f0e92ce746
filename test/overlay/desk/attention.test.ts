import { expect, test } from 'vitest';
import { callsBetween, nearLoss, whyNoNotices } from '../../../overlay/desk/attention.ts';
import type { DeskRequest, DeskRow } from '../../../shared/desk-view.ts';
import { noon, row } from './sample-request.ts';

const rows = (...all: DeskRow[]) => new Map(all.map((each) => [each.id, each]));
const claim = (by: string) => ({ by, name: by, until: '2026-11-22T11:00:00.000Z' });

test('[DP189] a request that was not there calls once, and only while nobody has looked at it', () => {
  const here = row({ id: 'here' });
  const next = rows(
    here,
    row({ id: 'next' }),
    row({ id: 'closed', state: 'declined' }),
    row({ id: 'seen', unread: false }),
  );
  expect(callsBetween(rows(here), next, 'me')).toEqual([{ kind: 'new', request: 'next' }]);
  expect(callsBetween(next, next, 'me')).toEqual([]);
});

test('[DP189] a viewer’s word calls for whose request it is, also when the claim has lapsed or went with the word', () => {
  const word = (before: Partial<Parameters<typeof row>[0]>, after: Partial<Parameters<typeof row>[0]>) =>
    callsBetween(rows(row({ unread: false, ...before })), rows(row({ unread: true, ...after })), 'me').length;
  expect(word({ claim: claim('me') }, { claim: claim('me') })).toBe(1);
  expect(word({ claim: claim('me') }, { claim: null, state: 'booked' })).toBe(1);
  expect(word({ claim: claim('other') }, { claim: claim('other') })).toBe(0);
  expect(word({ claim: claim('me') }, { claim: claim('other') })).toBe(0);
  expect(word({ claim: null }, { claim: null })).toBe(0);
  expect(word({ unread: true, claim: claim('me') }, { claim: claim('me') })).toBe(0);
});

test('[DP189] so does what they did to it, once, without a word', () => {
  const mine = { unread: false, claim: claim('me') };
  const moved = row({ ...mine, news: 'moved' });
  const cancelled = row({ unread: false, claim: null, state: 'cancelled', news: 'cancelled' });
  expect(callsBetween(rows(row(mine)), rows(moved), 'me')).toHaveLength(1);
  expect(callsBetween(rows(moved), rows(row({ ...mine, news: 'moved', start: null })), 'me')).toEqual([]);
  expect(callsBetween(rows(moved), rows(cancelled), 'me')).toHaveLength(1);
  expect(callsBetween(rows(moved), rows(row(mine)), 'me')).toEqual([]);
});

test('[DP189] [DP326] near is what is lost within a quarter of an hour and not yet', () => {
  const at = (id: string, start: string | null, state: DeskRequest['state'] = 'new') => row({ id, start, state });
  const all = [
    at('soon', '2026-11-22T12:15:00.000Z'),
    at('later', '2026-11-22T12:15:01.000Z'),
    at('answered', '2026-11-22T12:15:00.000Z', 'waiting'),
    at('gone', noon),
    at('never', null),
    at('booked', '2026-11-22T12:10:00.000Z', 'booked'),
  ];
  expect([...nearLoss(all, noon)]).toEqual(['soon', 'answered']);
});

test('[DP190] why a browser shows no notifications is told apart: the dock, plain http, the browser, the person', () => {
  const able = { userAgent: 'Mozilla/5.0 Chrome/150', isSecure: true, permission: 'default' } as const;
  expect(whyNoNotices(able)).toBe(null);
  expect(whyNoNotices({ ...able, permission: 'granted' })).toBe(null);
  expect(whyNoNotices({ ...able, permission: 'denied' })).toBe('denied');
  expect(whyNoNotices({ ...able, permission: null })).toBe('none');
  expect(whyNoNotices({ ...able, isSecure: false, permission: 'denied' })).toBe('insecure');
  expect(whyNoNotices({ ...able, userAgent: 'Mozilla/5.0 Chrome/127 OBS/31.0.3', isSecure: false })).toBe('dock');
});
