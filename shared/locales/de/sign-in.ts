import type { Catalogue } from '../catalogue.ts';
import type { signIn as english } from '../en/sign-in.ts';

export const signIn: Catalogue<typeof english> = {
  studioTitle: 'Im Studio anmelden',
  deskTitle: 'Am Desk anmelden',
  studioText:
    'Cuedesk zeigt bei jedem Start in seinem Fenster einen Anmeldelink. Öffne diesen Link oder füge ihn hier ein.',
  deskText:
    'Öffne den Einladungslink, den du bekommen hast, oder füge ihn hier ein. Der Inhaber kann auch den Link nehmen, den Cuedesk beim Start zeigt.',
  key: 'Anmeldelink oder Schlüssel',
  signIn: 'Anmelden',
  signingIn: 'Anmeldung läuft',
  wrong: 'Dieser Link gilt nicht. Vielleicht ist er abgelaufen oder schon benutzt; nimm den neuesten.',
  needed: 'Füge zuerst den Link oder den Schlüssel ein.',
  unreachable: 'Der Server antwortet nicht. Prüfe, ob Cuedesk läuft; diese Seite versucht es von selbst weiter.',
  tooMany: 'Zu viele Versuche. Warte eine Minute und versuche es noch einmal.',
  where: 'Wo finde ich ihn?',
  whereText: 'Im Fenster, in dem du Cuedesk gestartet hast, über der Zeile „cuedesk ready“.',
  ended: 'Du wurdest abgemeldet. Öffne den neuesten Link, um weiterzumachen.',
  revoked:
    'Der Inhaber hat deinen Zugang zu diesem Desk beendet. Was du getippt hattest, wird nicht gesendet. War das ein Versehen, bitte um einen neuen Link.',
  over: 'Deine Zeit an diesem Desk ist abgelaufen. Der Inhaber kann sie verlängern; melde dich dann wieder an.',
  deskOnly: 'Diese Anmeldung gilt für den Desk. Das Studio öffnet der Link, den Cuedesk beim Start zeigt.',
  openDesk: 'Desk öffnen',
  password: 'Oder dein Passwort',
  passwordHint: 'Nur wenn du im Studio unter „Desk“ eines gesetzt hast.',
  signInByPassword: 'Mit Passwort anmelden',
  wrongPassword:
    'Das ist nicht das Passwort, oder es ist keines gesetzt. Der Link, den Cuedesk beim Start zeigt, gilt immer.',
  passkey: 'Mit Passkey anmelden',
  wrongPasskey:
    'Dieser Passkey hat dich nicht hereingelassen. Vielleicht wurde er entfernt, oder deine Zeit hier ist vorbei. Ein gültiger Link geht weiterhin.',
};
