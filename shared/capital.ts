/** The text with a capital letter at its start, for what stands alone: "no free time" as a line is "No free time". */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
