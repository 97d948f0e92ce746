import { openAccess } from './app/access.ts';
import { createAudit } from './app/audit.ts';
import { createDeskOutside } from './app/desk-outside.ts';
import { createPasskeys } from './app/passkeys.ts';
import type { Settings } from './app/settings.ts';
import type { Config } from './config.ts';
import { passkeyAddresses } from './core/passkeys.ts';
import type { PartsBase } from './parts-base.ts';
import { passkeyCheck } from './webauthn/check.ts';

/** Who is let in, by what, at which door, and the log of what they did. */
export async function openPeopleParts(
  base: PartsBase,
  given: {
    readonly config: Config;
    readonly settings: Settings;
    readonly publicUrl: () => string;
    readonly doors: { publicPort: () => number; privateUrl: () => string };
  },
) {
  const { config, settings, publicUrl, doors } = given;
  const access = await openAccess({ ...base, ownerToken: config.ownerToken });
  const deskOutside = createDeskOutside(access, settings);
  const passkeysAt = createPasskeys({ ...base, logins: access.logins, check: passkeyCheck });
  return {
    access,
    deskOutside,
    audit: createAudit({ ...base, days: () => settings.current().auditDays }),
    passkeys: passkeysAt({
      name: 'private',
      isOpen: () => true,
      addresses: () => passkeyAddresses(new URL(doors.privateUrl()).port, studioAddresses(config, publicUrl())),
      admits: () => true,
    }),
    /** Those of the public door. */
    passkeysOutside: passkeysAt({
      name: 'public',
      isOpen: deskOutside.isOpen,
      addresses: () => passkeyAddresses(String(doors.publicPort()), [publicUrl()]),
      admits: (role) => role === 'moderator',
    }),
  };
}

/** Where the studio may be open beside localhost: behind a proxy by the name of HOST, or, with one door for all, by the public address. */
function studioAddresses(config: Config, publicUrl: string): string[] {
  return [
    `https://${config.host.includes(':') ? `[${config.host}]` : config.host}`,
    ...(config.publicPort === null ? [publicUrl] : []),
  ];
}
