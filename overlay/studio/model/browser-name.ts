/* What the browser of a stage calls itself, read for people: user-agent strings name everybody they ever imitated. */

/** OBS adds its own name and version to the string of its Chromium. */
export function isObs(userAgent: string): boolean {
  return /\bOBS\/\d/.test(userAgent);
}

/** "OBS 31 (Chromium 127)", "Chromium 156", "Firefox 140"; the first word of a string that names none of them. */
export function browserName(userAgent: string): string {
  const version = (name: string) => new RegExp(`\\b(?:Headless)?${name}/(\\d+)`).exec(userAgent)?.[1];
  const chrome = version('Chrome') ?? version('Chromium');
  const obs = version('OBS');
  if (obs) return chrome ? `OBS ${obs} (Chromium ${chrome})` : `OBS ${obs}`;
  const firefox = version('Firefox');
  if (firefox) return `Firefox ${firefox}`;
  if (chrome) return `Chromium ${chrome}`;
  const safari = /\bVersion\/(\d+).*\bSafari\//.exec(userAgent)?.[1];
  return safari ? `Safari ${safari}` : (userAgent.split(/[ /]/)[0] ?? userAgent);
}
