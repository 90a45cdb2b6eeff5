/** A moment as reports print it in every language: to the minute, in UTC, and saying so. */
export function momentText(iso: string): string {
  const moment = new Date(iso)
  if (Number.isNaN(moment.getTime())) return '–'
  return `${moment.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}
