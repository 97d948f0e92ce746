import type { Catalogue } from '../catalogue.ts';
import type { signIn as english } from '../en/sign-in.ts';

export const signIn: Catalogue<typeof english> = {
  studioTitle: 'Aanmelden bij de studio',
  deskTitle: 'Aanmelden bij de desk',
  studioText: 'Cuedesk toont bij elke start een aanmeldlink in zijn venster. Open die link of plak hem hier.',
  deskText:
    'Open de uitnodigingslink die je hebt gekregen, of plak hem hier. De eigenaar kan ook de link gebruiken die Cuedesk bij de start toont.',
  key: 'Aanmeldlink of sleutel',
  signIn: 'Aanmelden',
  signingIn: 'Bezig met aanmelden',
  wrong: 'Deze link is niet geldig. Misschien is hij verlopen of al gebruikt; neem de nieuwste.',
  needed: 'Plak eerst de link of de sleutel.',
  unreachable: 'De server antwoordt niet. Kijk of Cuedesk draait; deze pagina blijft het zelf proberen.',
  tooMany: 'Te veel pogingen. Wacht een minuut en probeer het opnieuw.',
  where: 'Waar vind ik die?',
  whereText: 'In het venster waarin je Cuedesk hebt gestart, boven de regel “cuedesk ready”.',
  ended: 'Je bent afgemeld. Open de nieuwste link om verder te gaan.',
  revoked:
    'De eigenaar heeft je toegang tot deze desk beëindigd. Wat je had getypt, wordt niet verstuurd. Was dat een vergissing, vraag dan om een nieuwe link.',
  over: 'Je tijd aan deze desk is voorbij. De eigenaar kan je meer geven; meld je daarna opnieuw aan.',
  deskOnly: 'Deze aanmelding is voor de desk. De studio open je met de link die Cuedesk bij de start toont.',
  openDesk: 'Desk openen',
  password: 'Of je wachtwoord',
  passwordHint: 'Alleen als je er in de studio onder “Desk” een hebt ingesteld.',
  signInByPassword: 'Aanmelden met wachtwoord',
  wrongPassword:
    'Dat is niet het wachtwoord, of er is er geen ingesteld. De link die Cuedesk bij de start toont, werkt altijd.',
  passkey: 'Aanmelden met een passkey',
  wrongPasskey:
    'Deze passkey liet je niet binnen. Misschien is hij verwijderd, of is je tijd hier voorbij. Een geldige link werkt nog steeds.',
};
