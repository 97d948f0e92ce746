/** What each kind of source is called, on the stage and in the studio. */
export const sources = {
  'source-demo': 'Sample show',
  'source-replay': 'Recording',
  'source-tiktok': 'TikTok',
  'source-tikfinity': 'TikFinity',
  'source-indofinity': 'IndoFinity',
  'source-api': 'Events by the API',
} as const;
