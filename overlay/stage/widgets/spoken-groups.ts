/** An address in the groups that a voice would say it in: host, then path, without the scheme. */
export function spokenGroups(address: string): string[] {
  const bare = address.replace(/^https?:\/\//i, '').replace(/\/+$/, '');
  const slash = bare.indexOf('/');
  return slash < 0 ? [bare] : [bare.slice(0, slash), bare.slice(slash)];
}

/** Where a group may be broken, if need be: before a dot or a stroke, so that no line looks finished that is not. */
export function addressPieces(group: string): string[] {
  return group.split(/(?=[./])/);
}
