const KEPT_UNDER = 'cuedesk-stage';

/**
 * The stage's token from the address's fragment, taken out of the address at once so that no picture of the page and no
 * log of it shows the token. It outlives a reload of this tab only: OBS itself always loads the whole address again.
 */
export function takeToken(): string {
  const given = location.hash.slice(1);
  if (given === '') return kept();
  keep(given);
  history.replaceState(null, '', location.pathname);
  return given;
}

// Storage may be forbidden in a browser source; then a reload without the fragment is a stage without a token.
function keep(token: string): void {
  try {
    sessionStorage.setItem(KEPT_UNDER, token);
  } catch {
    // As said above.
  }
}

function kept(): string {
  try {
    return sessionStorage.getItem(KEPT_UNDER) ?? '';
  } catch {
    return '';
  }
}
