/**
 * How long something takes, short: "45 min", "8 hr", "1 hr 30 min" in the words of the language. Less than a minute, and
 * what is below zero, is "0 min". Without zod: the stage reads this.
 */
export function lengthText(minutes: number, language: string): string {
  const whole = Math.max(0, Math.floor(minutes));
  const parts = [
    [Math.floor(whole / 60), 'hour'],
    [whole % 60, 'minute'],
  ] as const;
  const said = parts.filter(([count, unit]) => count > 0 || (unit === 'minute' && whole === 0));
  return said
    .map(([count, unit]) =>
      new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(count),
    )
    .join(' ');
}
