import type { Catalogue } from '../catalogue.ts';
import type { studioPeople as english } from '../en/studio-people.ts';

/** Who may use the desk, in the studio. */
export const studioPeople: Catalogue<typeof english> = {
  title: 'Personer',
  text: 'Hvem som kan bruke desken, og hva hver av dem kan gjøre der.',
  rights: 'Rettigheter',
  until: 'Til {{when}}',
  always: 'Til du trekker den tilbake',
  forever: 'Når jeg trekker den tilbake',
  never: 'Har ikke vært inne ennå',
  last: 'Sist: {{when}}',
  ended: 'Avsluttet',
  revoke: 'Trekk tilbake',
  revokeAsk: 'Trekke tilbake tilgangen til {{name}}? Åpne sider lukkes med en gang, og lenken slutter å virke.',
  revokeYes: 'Trekk tilbake nå',
  keep: 'Behold',
  none: 'Ingen er invitert.',
  export: 'Logg (CSV)',
  bare: 'Bare køen',
  signInTitle: 'Innloggingen din',
  signInText:
    'Lenken som Cuedesk viser ved start, virker alltid. Med et passord kan du logge inn på alle sidene i studioet.',
  passwordSet: 'Et passord er satt.',
  passwordNone: 'Det er ikke satt noe passord.',
  newPassword: 'Nytt passord',
  newPasswordHint: 'Minst 12 tegn; noen få ord gir et godt passord.',
  setPassword: 'Sett passordet',
  takePassword: 'Fjern det',
  passwordKept: 'Lagret. Alle de andre innloggingene dine er avsluttet.',
  passwordGone: 'Passordet er fjernet. Lenken som ble vist, virker fortsatt.',
  outsideTitle: 'Moderatorer andre steder',
  outsideText:
    'Av: Desken finnes bare på denne maskinen og i nettverket dens. På: Moderatorer med lenke bruker den også på den offentlige adressen din, hver med sine rettigheter. Studioet er aldri der, og ingen kan logge inn der som deg.',
  outside: 'La moderatorer bruke desken på {{address}}',
  outsideLocal:
    'Ingen adresse som andre når, er satt. Sett en under «Bookingadresse» først; til da virker en lenke bare på denne maskinen.',
  outsideLinks: 'Nye lenker går til denne adressen. Lenker du har sendt, virker fortsatt der de gikk.',
  right: {
    'see-amounts': 'Se beløp',
    'see-contact': 'Se kontaktinformasjon',
    reply: 'Svare',
    accept: 'Godta og tilby tider',
    decline: 'Avslå',
    block: 'Merke som spam',
    'control-scenes': 'Trykke på sceneknapper, sette automatikken på pause og fortsette',
    'control-stage': 'Tømme scenen, styre varsler',
    settings: 'Endre tilbud og tider (bare med skript)',
  },
};
