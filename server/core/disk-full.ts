/** Whether an error says that there is no room: in the words of the system, of a quota, or of SQLite. */
export function isDiskFull(error: unknown): boolean {
  return /ENOSPC|EDQUOT|disk is full/.test(error instanceof Error ? error.message : String(error));
}
