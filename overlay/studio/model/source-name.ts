import { sourceKey } from '../../parts/source-key.ts';
import { say } from './words.ts';

/** A source as its person knows it: `tiktok:@lena` is "TikTok @lena". One of an unknown kind is called by its id. */
export function sourceName(id: string): string {
  const [, kind = id, rest = ''] = /^([a-z]+):?(.*)$/.exec(id) ?? [];
  const key = sourceKey(kind);
  return key ? `${say(key)} ${rest}`.trim() : id;
}
