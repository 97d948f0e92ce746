import type { AlertRule, Box, Layout, StageDesign, Widget } from './stage-design.ts';

/* What a stage looks like before anybody has shaped it: the four widgets a show needs, tall and wide. */

const WIDGETS: Widget[] = [
  { id: 'bio', kind: 'bio', offers: true, skills: false, proofs: true, prices: true, turnSeconds: 9 },
  { id: 'booking', kind: 'booking', code: true, nextFree: true },
  { id: 'queue', kind: 'queue', names: 3, nowServing: true },
  { id: 'alerts', kind: 'alerts', most: 2 },
  { id: 'featured', kind: 'featured', showSeconds: 30 },
  { id: 'feed', kind: 'feed' },
];

function box(x: number, y: number, width: number, height: number, across: Box['across'], down: Box['down']): Box {
  return { x, y, width, height, across, down };
}

/**
 * Free of what TikTok draws over the picture: the top 250, the lowest 620, and 160 at the right of the lower half. What
 * is featured takes the bio's place while it is on.
 */
const TALL: Layout = {
  id: 'tall',
  name: '1080 × 1920',
  canvas: { width: 1080, height: 1920 },
  scene: null,
  boxes: {
    queue: box(40, 258, 1000, 72, 'left', 'top'),
    feed: box(40, 346, 1000, 200, 'left', 'top'),
    alerts: box(40, 642, 872, 164, 'left', 'bottom'),
    bio: box(40, 814, 872, 248, 'left', 'bottom'),
    featured: box(40, 814, 872, 248, 'left', 'bottom'),
    booking: box(40, 1072, 872, 218, 'left', 'bottom'),
  },
};

const WIDE: Layout = {
  id: 'wide',
  name: '1920 × 1080',
  canvas: { width: 1920, height: 1080 },
  scene: null,
  boxes: {
    queue: box(64, 48, 1792, 72, 'left', 'top'),
    feed: box(1296, 136, 560, 200, 'right', 'top'),
    alerts: box(64, 600, 1792, 164, 'left', 'bottom'),
    bio: box(64, 776, 860, 248, 'left', 'bottom'),
    featured: box(64, 776, 860, 248, 'left', 'bottom'),
    booking: box(996, 776, 860, 248, 'right', 'bottom'),
  },
};

function rule(sound: AlertRule['sound'], cooldownSeconds = 0): AlertRule {
  return { on: true, cooldownSeconds, least: 0, sound };
}

export const FIRST_DESIGN: StageDesign = {
  theme: 'glass',
  accent: null,
  widgets: WIDGETS,
  layouts: [TALL, WIDE],
  alerts: {
    types: {
      gift: rule('chime'),
      tip: rule('bell'),
      subscribe: rule('rise'),
      'fan-club': rule('rise'),
      follow: rule('pluck', 2),
      share: rule('none', 5),
      own: rule('chime'),
    },
    leastSeconds: 6,
    mostSeconds: 30,
    waitingMost: 40,
    volume: 0.5,
    speech: false,
  },
  giftTalk: { prices: false, calls: false, pictures: false },
  withoutServer: 'keep',
  css: '',
};
