import type { Catalogue } from '../catalogue.ts';
import type { sources as english } from '../en/sources.ts';

export const sources: Catalogue<typeof english> = {
  'source-demo': 'Eksempelsending',
  'source-replay': 'Opptak',
  'source-tiktok': 'TikTok',
  'source-tikfinity': 'TikFinity',
  'source-indofinity': 'IndoFinity',
  'source-api': 'Hendelser via API-et',
};
