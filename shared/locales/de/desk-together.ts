import type { Catalogue } from '../catalogue.ts';
import type { deskTogether as english } from '../en/desk-together.ts';

export const deskTogether: Catalogue<typeof english> = {
  refused: {
    more_one: '{{count}} weitere ging nicht durch. Sie hat in der Liste ein !.',
    more_other: '{{count}} weitere gingen nicht durch. Sie haben in der Liste ein !.',
  },
  taking: {
    shortOther: '{{by}} bucht sie',
    shortYou: 'Du buchst sie',
    other: '{{by}} bucht diese Zeit gerade für {{name}}',
    you: 'Du buchst diese Zeit gerade für {{name}}',
    text: 'In {{seconds}} s ist sie weg, wenn es nicht zurückgenommen wird. Warte, oder biete andere Zeiten an.',
    details:
      'Bis das hinausgegangen oder zurückgenommen ist, wird zu dieser Zeit niemand sonst gebucht. Geht es durch, werden diesem Zuschauer die nächsten freien Zeiten angeboten.',
  },
  contactHidden: 'Für dich nicht sichtbar',
  chat: {
    new_one: '{{count}} neuer, zum neuesten',
    new_other: '{{count}} neue, zum neuesten',
    gone: 'Von der Plattform zurückgezogen.',
    onStage: 'Auf der Bühne',
  },
  air: {
    askQuestion: 'Von {{by}} steht noch {{seconds}} s eine Frage auf der Bühne. Ersetzen?',
    askComment: 'Von {{by}} steht noch {{seconds}} s ein Kommentar auf der Bühne. Ersetzen?',
    replace: 'Ersetzen',
    replacedQuestion: '{{by}} hat etwas anderes auf die Bühne gestellt. Deine Frage von {{name}} ist nicht mehr dort.',
    replacedComment:
      '{{by}} hat etwas anderes auf die Bühne gestellt. Dein Kommentar von {{name}} ist nicht mehr dort.',
    noStage: 'Keine Bühnenseite ist offen, also sieht es niemand. Öffne die Bühne in OBS.',
  },
  bulk: {
    single: '„{{act}}“ geht nur bei einer Anfrage, also ist nichts geschehen. Beende zuerst mit Esc das Markieren.',
    noLabel:
      'Es gibt noch kein Label, also ist nichts geschehen. Beende das Markieren mit Esc, drück bei einer Anfrage L und tipp einen Namen: So entsteht das erste.',
    marked_one: '{{act}}: die markierte',
    marked_other: '{{act}}: alle {{count}} markierten',
    reply_one: '{{count}} Anfrage beantworten',
    reply_other: '{{count}} Anfragen beantworten',
    replies: '{{count}} Antworten gehen in {{seconds}} s hinaus',
    saidReplies: '{{count}} Antworten gehen in zehn Sekunden hinaus. U nimmt alles zurück.',
  },
};
