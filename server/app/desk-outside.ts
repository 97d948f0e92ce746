import { type Refusal, refuse } from '../core/decision.ts';
import type { Access } from './access.ts';
import type { Settings } from './settings.ts';
import type { Person } from './signed-in.ts';

export type DeskOutside = ReturnType<typeof createDeskOutside>;

/**
 * Who the public door knows: moderators, while the owner lets the desk out. The owner is nobody there, by whatever key:
 * what could be guessed or stolen on the internet never opens the studio.
 */
export function createDeskOutside(access: Access, settings: Pick<Settings, 'current'>) {
  const isOpen = () => settings.current().deskOutside;
  const admits = (person: Person) => isOpen() && person.role === 'moderator';
  const known = (person: Person | null) => (person && admits(person) ? person : null);
  const visitor = <T extends { person: Person }>(found: T | null) => (found && known(found.person) ? found : null);
  return {
    isOpen,
    useLogin: (cookie: string) => access.useLogin(cookie, admits),
    byBearer: () => null,
    async signIn(key: string, cookie: string | null): Promise<{ cookie: string; person: Person } | Refusal> {
      return isOpen() ? access.signInInvited(key, cookie) : refuse('not-found');
    },
    signOut: access.signOut,
    socketToken: access.socketToken,
    bySocketToken: async (token: string) => visitor(await access.bySocketToken(token)),
    current: async (one: Parameters<Access['current']>[0]) => known(await access.current(one)),
  };
}
