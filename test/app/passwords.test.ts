import { expect, test } from 'vitest';
import { hashPassword, isPassword } from '../../server/app/passwords.ts';

const PASSWORD = 'four words make one';
/** OWASP's least for argon2id, salt and tag of 16 and 32 bytes, in the PHC string format. */
const PHC = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/;

test('[PE206] a password is kept as argon2id with 19 MiB and two passes, with a salt of its own each time', async () => {
  const [one, two] = await Promise.all([hashPassword(PASSWORD), hashPassword(PASSWORD)]);
  for (const hash of [one, two]) expect(hash).toMatch(PHC);
  expect(one).not.toBe(two);
  expect([await isPassword(PASSWORD, one), await isPassword(`${PASSWORD} `, one)]).toEqual([true, false]);
});

test('[PE206] the same letters typed in another form are the same password, and a hash of other costs is checked by its own', async () => {
  expect(await isPassword('Schlu\u0308ssel am Haken', await hashPassword('Schl\u00fcssel am Haken'))).toBe(true);
  const cheaper = (await hashPassword(PASSWORD)).replace('t=2', 't=1');
  expect(await isPassword(PASSWORD, cheaper)).toBe(false);
  for (const broken of ['', 'x', '$argon2id$v=19$m=1,t=1,p=1$$', '$argon2i$v=19$m=19456,t=2,p=1$AAAA$AAAA'])
    expect(await isPassword(PASSWORD, broken)).toBe(false);
});
