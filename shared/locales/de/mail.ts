import type { Catalogue } from '../catalogue.ts';
import type { mail as english } from '../en/mail.ts';

export const mail: Catalogue<typeof english> = {
  kinds: {
    received: {
      subject: 'Anfrage angekommen: {{service}}',
      body: `Hallo {{name}}!

Deine Anfrage an {{creator}} ist angekommen. Gebucht ist noch nichts: Sobald sie beantwortet ist, bekommst du wieder eine Mail.

Du bekommst bis {{answerBy}} eine Antwort.

{{service}}
Wann: {{when}} ({{zone}})
Wo: {{place}}
Preis: {{price}}
Anzahlung: {{deposit}}

Deine private Seite:
{{link}}`,
    },
    confirmed: {
      subject: 'Bestätigt: {{start}} · {{service}}',
      body: `Hallo {{name}}!

Dein Termin mit {{creator}} ist bestätigt. Die Kalenderdatei findest du im Anhang.

{{service}}
Wann: {{when}} ({{zone}})
Wo: {{place}}
Preis: {{price}}
Anzahlung: {{deposit}}

Bis {{changeUntil}} kannst du auf deiner privaten Seite absagen oder verschieben.

Deine private Seite:
{{link}}`,
    },
    moved: {
      subject: 'Verschoben: {{start}} · {{service}}',
      body: `Hallo {{name}}!

Dein Termin mit {{creator}} wurde verschoben. Die angehängte Kalenderdatei ersetzt die alte.

{{service}}
Wann: {{when}} ({{zone}})
Vorher: {{before}}
Wo: {{place}}
Preis: {{price}}
Anzahlung: {{deposit}}

Bis {{changeUntil}} kannst du auf deiner privaten Seite absagen oder verschieben.

Deine private Seite:
{{link}}`,
    },
    declined: {
      subject: 'Abgelehnt: {{service}}',
      body: `Hallo {{name}}!

{{creator}} kann deine Anfrage leider nicht annehmen.

{{message}}

{{service}}
Wann: {{when}} ({{zone}})

Deine private Seite:
{{link}}`,
    },
    'slot-taken': {
      subject: 'Termin vergeben: {{service}}',
      body: `Hallo {{name}}!

Dein Wunschtermin bei {{creator}} ging an jemand anderen.

{{service}}
Angefragt: {{when}} ({{zone}})

Die nächstgelegenen freien Termine:
{{times}}

Wähle auf deiner privaten Seite einen anderen Termin oder setz dich auf die Warteliste:
{{link}}`,
    },
    'times-offered': {
      subject: 'Termine zur Auswahl: {{service}}',
      body: `Hallo {{name}}!

{{creator}} schlägt dir diese Termine vor:

{{times}}

{{service}}
Alle Zeiten: {{zone}}
Preis: {{price}}
Anzahlung: {{deposit}}

Wähle einen davon auf deiner privaten Seite:
{{link}}`,
    },
    cancelled: {
      subject: 'Abgesagt: {{start}} · {{service}}',
      body: `Hallo {{name}}!

Du hast deinen Termin mit {{creator}} abgesagt. Niemand wartet mehr auf dich. Die angehängte Datei entfernt ihn aus deinem Kalender.

{{service}}
Wann: {{when}} ({{zone}})

Deine private Seite:
{{link}}`,
    },
    'called-off': {
      subject: 'Von {{creator}} abgesagt: {{start}}',
      body: `Hallo {{name}}!

{{creator}} muss deinen Termin absagen. Die angehängte Datei entfernt ihn aus deinem Kalender.

{{message}}

{{service}}
Wann: {{when}} ({{zone}})

Einen anderen Termin wählen oder antworten kannst du auf deiner privaten Seite:
{{link}}`,
    },
    reminder: {
      subject: 'Erinnerung: {{start}} · {{service}}',
      body: `Hallo {{name}}!

Das ist eine Erinnerung an deinen Termin mit {{creator}}.

{{service}}
Wann: {{when}} ({{zone}})
Wo: {{place}}
Preis: {{price}}
Anzahlung: {{deposit}}

Bis {{changeUntil}} kannst du auf deiner privaten Seite absagen oder verschieben.

Deine private Seite:
{{link}}`,
    },
    waitlisted: {
      subject: 'Auf der Warteliste: {{service}}',
      body: `Hallo {{name}}!

Du stehst auf der Warteliste von {{creator}}. Sobald ein Termin frei wird, der dir passt, wird er eine Weile für dich reserviert, und du bekommst eine Mail.

{{service}}
Wo: {{place}}
Preis: {{price}}
Anzahlung: {{deposit}}

Deinen Platz siehst du auf deiner privaten Seite; dort kannst du die Warteliste auch verlassen:
{{link}}`,
    },
    'waitlist-offer': {
      subject: 'Ein Termin ist frei geworden: {{service}}',
      body: `Hallo {{name}}!

Du bist auf der Warteliste von {{creator}} als Nächstes dran. Dieser Termin ist für dich reserviert:

{{times}}

{{service}}
Alle Zeiten: {{zone}}
Preis: {{price}}
Anzahlung: {{deposit}}

Er bleibt bis {{offerUntil}} reserviert; danach können ihn andere haben.

Buche ihn auf deiner privaten Seite:
{{link}}`,
    },
    'offer-lapsed': {
      subject: 'Nicht mehr reserviert: {{service}}',
      body: `Hallo {{name}}!

Du hast den Termin, der für dich reserviert war, nicht gebucht. Jetzt können ihn andere haben:

{{times}}

{{service}}
Alle Zeiten: {{zone}}

Du stehst weiter auf der Warteliste von {{creator}} und hörst von uns, wenn wieder ein Termin frei wird. Auf deiner privaten Seite kannst du die Warteliste verlassen:
{{link}}`,
    },
    message: {
      subject: 'Neue Nachricht von {{creator}}',
      body: `Hallo {{name}}!

{{creator}} hat dir zu „{{service}}“ geschrieben:

{{message}}

Lesen und antworten kannst du auf deiner privaten Seite:
{{link}}`,
    },
    'creator-request': {
      subject: 'Neue Anfrage: {{service}}',
      body: `Eine neue Anfrage wartet auf deine Antwort.

{{service}}
Wann: {{when}} ({{zone}})
Nummer: {{number}}
Code: {{code}}

Zum Desk (auf dem Rechner, auf dem Cuedesk läuft):
{{link}}`,
    },
    'creator-booked': {
      subject: 'Gebucht: {{start}} · {{service}}',
      body: `Jemand hat einen Termin gebucht.

{{service}}
Wann: {{when}} ({{zone}})
Nummer: {{number}}
Code: {{code}}

Zum Desk (auf dem Rechner, auf dem Cuedesk läuft):
{{link}}`,
    },
    'creator-moved': {
      subject: 'Verschoben: {{start}} · {{service}}',
      body: `Jemand hat einen gebuchten Termin verschoben.

{{service}}
Wann: {{when}} ({{zone}})
Vorher: {{before}}
Nummer: {{number}}
Code: {{code}}

Zum Desk (auf dem Rechner, auf dem Cuedesk läuft):
{{link}}`,
    },
    'creator-cancelled': {
      subject: 'Abgesagt: {{start}} · {{service}}',
      body: `Jemand hat einen gebuchten Termin abgesagt. Die Zeit ist wieder frei.

{{service}}
Wann: {{when}} ({{zone}})
Nummer: {{number}}
Code: {{code}}

Zum Desk (auf dem Rechner, auf dem Cuedesk läuft):
{{link}}`,
    },
  },
  words: {
    price: 'Preis',
    deposit: 'Anzahlung',
    depositDue: '{{amount}}, vor dem Termin an {{creator}} zu zahlen',
    depositLater: '{{amount}}, an {{creator}} zu zahlen, sobald der Termin gebucht ist',
    openDesk: 'Desk öffnen',
    whyCreator: 'Du bekommst diese Mail, weil diese Adresse in den Mail-Einstellungen von Cuedesk steht.',
    video: 'Videogespräch',
    chat: 'im Chat auf deiner privaten Seite',
    onSite: 'Vor Ort',
    phone: 'Am Telefon, ruf an',
    phoneCalled: 'Am Telefon, du wirst angerufen',
    openPage: 'Private Seite öffnen',
    noAnswers: 'Bitte antworte nicht auf diese Mail, hier liest niemand mit. Schreib lieber auf deiner privaten Seite.',
    whyYou:
      'Diese Adresse wurde bei einer Anfrage an {{creator}} angegeben. Wenn du das nicht warst, ignoriere diese Mail einfach.',
  },
  sample: {
    name: 'Sam',
    creator: 'Lena Hart',
    service: 'Lebenslauf-Check',
    message: 'Bring bitte die Stellenanzeige mit.',
  },
  test: {
    subject: 'Testmail von Cuedesk',
    text: 'Das ist eine Testmail. Wenn du sie liest, funktioniert der Versand: Wer eine Adresse angibt, erfährt von seinen Buchungen.',
  },
};
