import type { Catalogue } from '../catalogue.ts';
import type { passkeys as english } from '../en/passkeys.ts';

export const passkeys: Catalogue<typeof english> = {
  title: 'Passkeys',
  text: 'Meld je aan met vingerafdruk, gezicht of pincode. Een passkey blijft op je apparaat of in je wachtwoordbeheerder. De link die Cuedesk bij de start toont, werkt altijd, wat er ook met de passkey gebeurt.',
  none: 'Er is nog geen passkey.',
  name: 'Naam van de nieuwe passkey',
  nameHint: 'Zodat je hem herkent, zoals “Laptop” of “Telefoon”.',
  make: 'Passkey maken',
  making: 'Wachten op je apparaat',
  made: 'Opgeslagen. Je kunt je er nu mee aanmelden.',
  at: 'Voor {{host}}',
  since: 'gemaakt {{when}}',
  used: 'laatst gebruikt {{when}}',
  unused: 'nog niet gebruikt',
  remove: 'Verwijderen',
  removeOf: '{{name}} verwijderen',
  removeAsk: '“{{name}}” verwijderen? Hij opent dan niets meer, en al je andere aanmeldingen eindigen meteen.',
  removeYes: 'Nu verwijderen',
  elsewhere: 'Op dit adres accepteren browsers geen passkeys.',
  elsewhereText:
    'Ze willen een naam: localhost, of een adres met https. Open de studio daar, meld je aan met de link van de start of je wachtwoord, en maak de passkey daar.',
  open: '{{address}} openen',
  cannot: 'Deze browser kan geen passkeys maken. Een recente Chrome, Edge, Firefox of Safari kan het wel.',
  deskText:
    'Meld je de volgende keer aan met vingerafdruk, gezicht of pincode, zonder de link. Je passkey eindigt wanneer je niet meer wordt toegelaten.',
  rename: 'Hernoemen',
  renameOf: '{{name}} hernoemen',
  newName: 'Nieuwe naam',
  save: 'Opslaan',
  keep: 'Zo laten',
  elsewhereDesk:
    'Ze willen een naam: localhost, of een adres met https. Op dit adres laat de uitnodigingslink je binnen.',
  refused: {
    'passkey-cancelled': 'Er is geen passkey gemaakt: geannuleerd, of het duurde te lang. Probeer het opnieuw.',
    'passkey-known': 'Dit apparaat heeft hier al een passkey.',
    'passkey-elsewhere': 'Op dit adres werken passkeys niet. Er is niets opgeslagen.',
    'passkey-by-login': 'Meld je eerst aan met je link en maak dan de passkey.',
    'too-many-passkeys': 'Er zijn al 20 passkeys. Verwijder er eerst een.',
    'wrong-passkey': 'Het apparaat antwoordde te laat of verkeerd. Er is niets opgeslagen; probeer het opnieuw.',
    'not-found': 'Die passkey is er niet meer.',
    offline: 'De server antwoordt niet. Er is niets veranderd.',
    other: 'Dat is niet gelukt ({{why}}). Er is niets veranderd; probeer het opnieuw.',
  },
};
