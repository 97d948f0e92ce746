/** The page that studio and desk show to somebody who is not signed in. */
export const signIn = {
  studioTitle: 'Sign in to the studio',
  deskTitle: 'Sign in to the desk',
  studioText: 'Cuedesk prints a sign-in link in its window each time it starts. Open that link, or paste it here.',
  deskText:
    'Open the invitation link you were sent, or paste it here. The owner can also use the link that Cuedesk printed.',
  key: 'Sign-in link or key',
  signIn: 'Sign in',
  signingIn: 'Signing in',
  wrong: 'This link is not valid. It may have ended or been used up; take the newest one.',
  needed: 'Paste the link or the key first.',
  unreachable: 'The server does not answer. Check that Cuedesk is running; this page tries again by itself.',
  tooMany: 'Too many tries. Wait a minute, then try again.',
  where: 'Where do I find it?',
  whereText: 'In the window where you started Cuedesk, above the line “cuedesk ready”.',
  ended: 'You were signed out. Open the newest link to go on.',
  revoked:
    'The owner has ended your access to this desk. What you had typed is not sent. If that was a mistake, ask them for a new link.',
  over: 'Your time at this desk is over. The owner can give you more; then sign in again.',
  deskOnly: 'This sign-in is for the desk. The studio opens by the link that Cuedesk printed at its start.',
  openDesk: 'Open the desk',
  password: 'Or your password',
  passwordHint: 'Only if you have set one in the studio, under “Desk”.',
  signInByPassword: 'Sign in by password',
  wrongPassword: 'That is not the password, or none is set. The link that Cuedesk printed always works.',
  passkey: 'Sign in with a passkey',
  wrongPasskey:
    'That passkey did not let you in. It may have been removed, or your time here is over. A valid link still works.',
} as const;
