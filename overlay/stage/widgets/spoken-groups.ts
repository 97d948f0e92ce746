/** An address in the groups that a voice would say it in: host, then path, without the scheme. */
export function spokenGroups(address: string): string[] {
  const bare = address.replace(/^https?:\/\//i, '').replace(/\/+$/, '');
  const slash = bare.indexOf('/');
  return slash < 0 ? [bare] : [bare.slice(0, slash), bare.slice(slash)];
}
