import type { Catalogue } from '../catalogue.ts';
import type { passkeys as english } from '../en/passkeys.ts';

export const passkeys: Catalogue<typeof english> = {
  title: 'Passnøkler',
  text: 'Logg inn med fingeravtrykk, ansikt eller PIN-kode. En passnøkkel blir på enheten din eller i passordbehandleren. Lenken som vises ved start, virker uansett hva som skjer med den.',
  none: 'Det finnes ingen passnøkkel ennå.',
  name: 'Navn på den nye passnøkkelen',
  nameHint: 'Så du kjenner den igjen, for eksempel «Laptop» eller «Telefon».',
  make: 'Lag en passnøkkel',
  making: 'Venter på enheten din',
  made: 'Lagret. Du kan logge inn med den nå.',
  at: 'For {{host}}',
  since: 'laget {{when}}',
  used: 'sist brukt {{when}}',
  unused: 'ikke brukt ennå',
  remove: 'Fjern',
  removeOf: 'Fjern {{name}}',
  removeAsk:
    'Fjerne «{{name}}»? Da åpner den ingenting mer, og alle de andre innloggingene dine avsluttes med en gang.',
  removeYes: 'Fjern nå',
  elsewhere: 'Nettlesere tar ikke passnøkler på denne adressen.',
  elsewhereText:
    'De vil ha et navn: localhost, eller en adresse med https. Åpne studioet der, logg inn med lenken som vises ved start eller med passordet ditt, og lag passnøkkelen der.',
  open: 'Åpne {{address}}',
  cannot: 'Denne nettleseren kan ikke lage passnøkler. En ny Chrome, Edge, Firefox eller Safari kan det.',
  deskText:
    'Logg inn med fingeravtrykk, ansikt eller PIN-kode neste gang, uten lenken. Passnøkkelen din slutter å virke når du ikke lenger slipper inn.',
  rename: 'Gi nytt navn',
  renameOf: 'Gi {{name}} nytt navn',
  newName: 'Nytt navn',
  save: 'Lagre',
  keep: 'La den være',
  elsewhereDesk:
    'De vil ha et navn: localhost, eller en adresse med https. På denne adressen slipper invitasjonslenken deg inn.',
  refused: {
    'passkey-cancelled': 'Ingen passnøkkel ble laget: den ble avbrutt, eller det tok for lang tid. Prøv igjen.',
    'passkey-known': 'Denne enheten har allerede en passnøkkel her.',
    'passkey-elsewhere': 'Passnøkler virker ikke på denne adressen. Ingenting ble lagret.',
    'passkey-by-login': 'Logg inn med lenken din først, og lag så passnøkkelen.',
    'too-many-passkeys': 'Det finnes allerede 20 passnøkler. Fjern en først.',
    'wrong-passkey': 'Enheten svarte for sent eller feil. Ingenting ble lagret; prøv igjen.',
    'not-found': 'Den passnøkkelen finnes ikke lenger.',
    offline: 'Serveren svarer ikke. Ingenting ble endret.',
    other: 'Det gikk ikke ({{why}}). Ingenting ble endret; prøv igjen.',
  },
};
