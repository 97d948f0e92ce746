/** What each kind of widget is called, on a stage in set-up mode and in the editor. */
export const widgetKinds = {
  bio: 'Service bio',
  booking: 'How to book',
  queue: 'Queue',
  alerts: 'Alerts',
  leaderboard: 'Leaderboard',
  goal: 'Goal',
  featured: 'Featured comment',
  pinned: 'Pinned offer',
  discount: 'Discount code',
  ticker: 'Ticker',
  clock: 'Clock',
  feed: 'Feed state',
} as const;
