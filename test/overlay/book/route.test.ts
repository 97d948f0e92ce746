import { expect, test } from 'vitest';
import type { Route } from '../../../overlay/book/route.ts';
import { routeOf } from '../../../overlay/book/route.ts';

const cases: [path: string, route: Route][] = [
  ['/@mara.coach', { type: 'offers', handle: 'mara.coach', service: null }],
  ['/@Mara.Coach/', { type: 'offers', handle: 'mara.coach', service: null }],
  ['/%40mara/cv-check', { type: 'offers', handle: 'mara', service: 'cv-check' }],
  ['/t/AbCdEf_123-4567890', { type: 'thread', secret: 'AbCdEf_123-4567890' }],
  ['/t/short', { type: 'nowhere' }],
  ['/t/AbCdEf_123/more', { type: 'nowhere' }],
  ['/@x', { type: 'nowhere' }],
  ['/%', { type: 'nowhere' }],
  ['/', { type: 'nowhere' }],
  ['/@<script>', { type: 'nowhere' }],
];
test.each(cases)('[VP4] the address %s leads where it says or nowhere', (path, route) => {
  expect(routeOf(path)).toEqual(route);
});
