import type { Catalogue } from '../catalogue.ts';
import type { passkeys as english } from '../en/passkeys.ts';

export const passkeys: Catalogue<typeof english> = {
  title: 'Passkeys',
  text: 'Melde dich mit Fingerabdruck, Gesicht oder PIN an. Ein Passkey bleibt auf deinem Gerät oder in deinem Passwortmanager. Der Link, den Cuedesk beim Start zeigt, gilt immer, was auch mit dem Passkey geschieht.',
  none: 'Es gibt noch keinen Passkey.',
  name: 'Name des neuen Passkeys',
  nameHint: 'Damit du ihn wiedererkennst, etwa „Laptop“ oder „Handy“.',
  make: 'Passkey erstellen',
  making: 'Warten auf dein Gerät',
  made: 'Gespeichert. Du kannst dich jetzt damit anmelden.',
  at: 'Für {{host}}',
  since: 'erstellt {{when}}',
  used: 'zuletzt benutzt {{when}}',
  unused: 'noch nicht benutzt',
  remove: 'Entfernen',
  removeOf: '{{name}} entfernen',
  removeAsk: '„{{name}}“ entfernen? Er öffnet dann nichts mehr, und alle deine anderen Anmeldungen enden sofort.',
  removeYes: 'Jetzt entfernen',
  elsewhere: 'Unter dieser Adresse erlauben Browser keine Passkeys.',
  elsewhereText:
    'Sie wollen einen Namen: localhost oder eine Adresse mit https. Öffne das Studio dort, melde dich mit dem Link vom Start oder deinem Passwort an und erstelle den Passkey dort.',
  open: '{{address}} öffnen',
  cannot: 'Dieser Browser kann keine Passkeys erstellen. Ein aktueller Chrome, Edge, Firefox oder Safari kann es.',
  deskText:
    'Melde dich beim nächsten Mal mit Fingerabdruck, Gesicht oder PIN an, ohne den Link. Dein Passkey endet, wenn du nicht mehr hereingelassen wirst.',
  rename: 'Umbenennen',
  renameOf: '{{name}} umbenennen',
  newName: 'Neuer Name',
  save: 'Speichern',
  keep: 'So lassen',
  elsewhereDesk:
    'Sie wollen einen Namen: localhost oder eine Adresse mit https. An dieser hier lässt dich der Einladungslink herein.',
  refused: {
    'passkey-cancelled':
      'Es wurde kein Passkey erstellt: abgebrochen, oder es hat zu lange gedauert. Versuche es noch einmal.',
    'passkey-known': 'Dieses Gerät hat hier schon einen Passkey.',
    'passkey-elsewhere': 'Unter dieser Adresse gehen keine Passkeys. Nichts wurde gespeichert.',
    'passkey-by-login': 'Melde dich zuerst mit deinem Link an und erstelle dann den Passkey.',
    'too-many-passkeys': 'Es gibt schon 20 Passkeys. Entferne zuerst einen.',
    'wrong-passkey':
      'Das Gerät hat zu spät oder falsch geantwortet. Nichts wurde gespeichert; versuche es noch einmal.',
    'not-found': 'Diesen Passkey gibt es nicht mehr.',
    offline: 'Der Server antwortet nicht. Nichts wurde geändert.',
    other: 'Das hat nicht geklappt ({{why}}). Nichts wurde geändert; versuche es noch einmal.',
  },
};
