import type { Catalogue } from '../catalogue.ts';
import type { deskTeam as english } from '../en/desk-team.ts';

export const deskTeam: Catalogue<typeof english> = {
  prepared: {
    title: 'Vorbereitete Antworten',
    insert: 'Vorbereitete Antwort einfügen',
    found_one: '{{count}} vorbereitete Antwort. Pfeiltasten wählen, Enter fügt ein.',
    found_other: '{{count}} vorbereitete Antworten. Pfeiltasten wählen, Enter fügt ein.',
    inLanguage: 'auf {{language}}',
    text: 'Tippe in einer Antwort / und einen Teil des Namens. Die Sprache richtet sich nach dem Zuschauer.',
    variables:
      'Eingesetzt werden: {{names}}. Wörter nach einem Strich stehen da, wo eine Anfrage nichts hat: {time|ein Termin, der dir passt}',
    name: 'Kurzer Name',
    none: 'Noch keine. Schreib die erste, dann tippt sie niemand mehr.',
    noneFound: 'Keine vorbereitete Antwort heißt so.',
    add: 'Neue vorbereitete Antwort',
    edit: 'Ändern',
    editNamed: '„{{name}}“ ändern',
    save: 'Speichern',
    remove: 'Löschen',
    removeAsk: '„{{name}}“ löschen?',
    keep: 'Behalten',
    cancel: 'Abbrechen',
    close: 'Schließen',
    unknown: '„{{name}}“ kann nicht eingesetzt werden.',
    'no-fallback': 'Nicht jede Anfrage hat „{{name}}“: Schreib Ersatzwörter dazu, etwa {{example}}',
    loose: 'Eine Klammer gehört zu nichts, das eingesetzt wird.',
    taken: 'Eine andere vorbereitete Antwort heißt schon so.',
    many: 'Es gibt schon 100 vorbereitete Antworten. Lösche eine, die niemand braucht.',
  },
  presence: {
    looking: '{{name}} sieht zu',
    typing: '{{name}} schreibt',
    taken: '{{by}} hat die Anfrage von {{name}} übernommen. Dein Text ist noch da.',
    open: 'Öffnen',
    dismiss: 'Verstanden',
  },
  undo: {
    reply: 'Antwort an {{name}} geht in {{seconds}} s hinaus',
    decline: '{{name}} wird in {{seconds}} s abgelehnt',
    offer: 'Zeiten gehen in {{seconds}} s an {{name}}',
    accept: '{{name}} wird in {{seconds}} s gebucht',
    saidReply: 'Die Antwort an {{name}} geht in zehn Sekunden hinaus. U nimmt sie zurück.',
    saidDecline: '{{name}} wird in zehn Sekunden abgelehnt. U nimmt es zurück.',
    saidOffer: 'In zehn Sekunden gehen Zeiten an {{name}}. U nimmt es zurück.',
    saidAccept: '{{name}} wird in zehn Sekunden gebucht. U nimmt es zurück.',
    undo: 'Zurücknehmen',
    other: '{{by}} hat gerade geantwortet. Es geht in {{seconds}} s hinaus, wenn es nicht zurückgenommen wird.',
    choice: 'Zehn Sekunden zum Zurücknehmen',
    choiceHint:
      'Antworten, Zeiten, Zu- und Absagen gehen nach zehn Sekunden hinaus, auch wenn diese Seite zu ist. Nur für dich, auf all deinen Geräten.',
  },
};
