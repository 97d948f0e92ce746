/* Links that a creator types: their own payment page, a call, a proof, a shop. */

const SCHEME = /^[a-z][a-z\d+.-]*:(?!\d)/i;
/** A name with an ending, such as `paypal.me`; `localhost` and a bare number are nobody's page. */
const NAMED_HOST = /\.(?:[a-z]{2,}|xn--[a-z\d-]+)$/;

/** The link as it is sent: a plausible host without a scheme is meant as https; anything else stays as it was typed. */
export function completeLink(typed: string): string {
  const text = typed.trim();
  if (text === '' || SCHEME.test(text)) return text;
  const whole = `https://${text}`;
  if (!URL.canParse(whole)) return text;
  const { hostname, username } = new URL(whole);
  // `maya@paypal.com` is an e-mail address.
  return username === '' && NAMED_HOST.test(hostname) ? whole : text;
}

/** Whether people can open it once it is completed; nothing typed is fine where a link may be left out. */
export function isLinkOrNone(typed: string): boolean {
  const link = completeLink(typed);
  return link === '' || (/^https?:\/\//i.test(link) && URL.canParse(link));
}
