import { say } from './words.ts';

/** A source as its person knows it: `tiktok:@lena` is "TikTok @lena". */
export function sourceName(id: string): string {
  const [, kind = id, rest = ''] = /^([a-z]+):?(.*)$/.exec(id) ?? [];
  switch (kind) {
    case 'demo':
      return say('test.sample');
    case 'tiktok':
      return `TikTok ${rest}`;
    case 'tikfinity':
      return `TikFinity ${rest}`;
    case 'indofinity':
      return `IndoFinity ${rest}`;
    case 'replay':
      return say('source.replay', { file: rest });
    default:
      return id;
  }
}
