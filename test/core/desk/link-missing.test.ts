import { expect, test } from 'vitest';
import { isLinkMissing } from '../../../server/core/desk/link-missing.ts';
import type { Service } from '../../../shared/booking.ts';
import { givenRequest, NOON } from './given-request.ts';

const booked = givenRequest({ state: 'booked' });
const video: Service['place'] = { type: 'video' };
const creator = (text: string) => ({ author: 'creator' as const, text });

test('[DK315] a booked video call without any link says so, until the offer has one or the creator’s side writes one', () => {
  expect(isLinkMissing(booked, video, [], NOON)).toBe(true);
  expect(isLinkMissing(booked, { type: 'video', joinUrl: 'https://meet.example/x' }, [], NOON)).toBe(false);
  expect(isLinkMissing(booked, video, [creator('See you!')], NOON)).toBe(true);
  expect(isLinkMissing(booked, video, [creator('See you at https://meet.example/x')], NOON)).toBe(false);
  expect(isLinkMissing(booked, video, [creator('Here: meet.example.com/x')], NOON)).toBe(false);
});

test('[DK315] a link of the viewer’s own, or one in a note, leads nobody to the call', () => {
  const link = 'https://meet.example/x';
  expect(
    isLinkMissing(
      booked,
      video,
      [
        { author: 'viewer', text: link },
        { author: 'note', text: link },
      ],
      NOON,
    ),
  ).toBe(true);
});

test('[DK315] what is not booked, is over or takes place elsewhere lacks no link', () => {
  expect(isLinkMissing(givenRequest(), video, [], NOON)).toBe(false);
  expect(isLinkMissing(booked, video, [], booked.end ?? 0)).toBe(false);
  expect(isLinkMissing(booked, { type: 'chat' }, [], NOON)).toBe(false);
  expect(isLinkMissing(booked, undefined, [], NOON)).toBe(false);
});
