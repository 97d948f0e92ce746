import type { Catalogue } from '../catalogue.ts';
import type { studioPeople as english } from '../en/studio-people.ts';

/** Who may use the desk, in the studio. */
export const studioPeople: Catalogue<typeof english> = {
  title: 'Mensen',
  text: 'Wie de desk mag gebruiken, en wat ieder daar mag.',
  rights: 'Rechten',
  until: 'Tot {{when}}',
  always: 'Tot je het intrekt',
  forever: 'Als ik het intrek',
  never: 'Is nog niet geweest',
  last: 'Laatst: {{when}}',
  ended: 'Afgelopen',
  revoke: 'Intrekken',
  revokeAsk: 'De toegang van {{name}} intrekken? Open pagina’s sluiten meteen en de link werkt niet meer.',
  revokeYes: 'Nu intrekken',
  keep: 'Behouden',
  none: 'Niemand is uitgenodigd.',
  export: 'Logboek (CSV)',
  bare: 'Alleen de wachtrij',
  signInTitle: 'Jouw aanmelding',
  signInText:
    'De link die Cuedesk bij de start toont, werkt altijd. Met een wachtwoord kun je op elke pagina van de studio inloggen.',
  passwordSet: 'Er is een wachtwoord ingesteld.',
  passwordNone: 'Er is geen wachtwoord ingesteld.',
  newPassword: 'Nieuw wachtwoord',
  newPasswordHint: 'Minstens 12 tekens; een paar woorden vormen een goed wachtwoord.',
  setPassword: 'Wachtwoord instellen',
  takePassword: 'Verwijderen',
  passwordKept: 'Bewaard. Al je andere aanmeldingen zijn beëindigd.',
  passwordGone: 'Het wachtwoord is weg. De getoonde link werkt nog steeds.',
  outsideTitle: 'Moderatoren op een andere plek',
  outsideText:
    'Uit: de desk is er alleen op deze computer en in het netwerk ervan. Aan: moderatoren met een link gebruiken hem ook op je openbare adres, ieder met de eigen rechten. De studio is daar nooit, en niemand kan daar als jou inloggen.',
  outside: 'De desk ook openen op {{address}}',
  outsideLocal:
    'Er is nog geen adres ingesteld dat anderen bereiken. Stel er eerst een in onder “Boekingsadres”; tot dan werkt een link alleen op deze computer.',
  outsideLinks: 'Nieuwe links gaan naar dit adres. Links die je al stuurde blijven werken waar ze heen gingen.',
  right: {
    'see-amounts': 'Bedragen zien',
    'see-contact': 'Contactgegevens zien',
    reply: 'Antwoorden',
    accept: 'Aannemen en tijden aanbieden',
    decline: 'Afwijzen',
    block: 'Als spam markeren',
    'control-scenes': 'Scèneknoppen indrukken, automatisering pauzeren en hervatten',
    'control-stage': 'Het podium leegmaken, meldingen bedienen',
    settings: 'Aanbod en uren wijzigen (alleen via een script)',
  },
};
