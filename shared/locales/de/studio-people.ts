import type { Catalogue } from '../catalogue.ts';
import type { studioPeople as english } from '../en/studio-people.ts';

/** Who may use the desk, in the studio. */
export const studioPeople: Catalogue<typeof english> = {
  title: 'Personen',
  text: 'Wer den Desk benutzen darf, und was jede Person dort darf.',
  rights: 'Rechte',
  until: 'Bis {{when}}',
  always: 'Bis du es widerrufst',
  forever: 'Wenn ich es widerrufe',
  never: 'War noch nicht da',
  last: 'Zuletzt: {{when}}',
  ended: 'Beendet',
  revoke: 'Widerrufen',
  revokeAsk: '{{name}} den Zugang entziehen? Offene Seiten schließen sich sofort, und der Link gilt nicht mehr.',
  revokeYes: 'Jetzt widerrufen',
  keep: 'Behalten',
  none: 'Niemand ist eingeladen.',
  export: 'Protokoll (CSV)',
  bare: 'Nur die Warteschlange',
  signInTitle: 'Deine Anmeldung',
  signInText:
    'Der Link, den Cuedesk beim Start ausgibt, gilt immer. Mit einem Passwort kannst du dich auf jeder Seite des Studios anmelden.',
  passwordSet: 'Ein Passwort ist gesetzt.',
  passwordNone: 'Es ist kein Passwort gesetzt.',
  newPassword: 'Neues Passwort',
  newPasswordHint: 'Mindestens 12 Zeichen; ein paar Wörter ergeben ein gutes.',
  setPassword: 'Passwort setzen',
  takePassword: 'Entfernen',
  passwordKept: 'Gespeichert. Alle deine anderen Anmeldungen sind beendet.',
  passwordGone: 'Das Passwort ist entfernt. Der ausgegebene Link gilt weiter.',
  outsideTitle: 'Moderation von anderswo',
  outsideText:
    'Aus: Den Desk gibt es nur auf diesem Computer und in seinem Netz. An: Wer einen Link hat, moderiert auch über deine öffentliche Adresse, mit den eigenen Rechten. Das Studio ist dort nie, und niemand kann sich dort als du anmelden.',
  outside: 'Den Desk auch unter {{address}} öffnen',
  outsideLocal:
    'Es ist keine Adresse gesetzt, die andere erreichen. Setze zuerst eine unter „Buchungsadresse“; bis dahin geht ein Link nur auf diesem Computer.',
  outsideLinks: 'Neue Links führen zu dieser Adresse. Schon verschickte Links gelten weiter, wo sie hinführten.',
  right: {
    'see-amounts': 'Beträge sehen',
    'see-contact': 'Kontaktdaten sehen',
    reply: 'Antworten',
    accept: 'Annehmen und Zeiten anbieten',
    decline: 'Ablehnen',
    block: 'Als Spam markieren',
    'control-scenes': 'Szenen-Knöpfe drücken, Automatik anhalten und fortsetzen',
    'control-stage': 'Bühne leeren, Meldungen steuern',
    settings: 'Angebote und Zeiten ändern (nur per Skript)',
  },
};
