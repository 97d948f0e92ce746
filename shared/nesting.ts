/** Nothing that Cuedesk takes is nested deeper; JSON.parse and the schemas behind it are spared the rest. */
const DEEPEST = 24;

/** Whether a JSON text nests deeper than {@link DEEPEST}. Brackets inside strings do not count. One pass, no memory. */
export function isTooDeep(json: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at);
    if (inString) {
      if (code === 92) at += 1;
      else if (code === 34) inString = false;
    } else if (code === 34) inString = true;
    else if (code === 91 || code === 123) {
      depth += 1;
      if (depth > DEEPEST) return true;
    } else if (code === 93 || code === 125) depth -= 1;
  }
  return false;
}
