const padTwo = (part: number): string => String(part).padStart(2, '0');

/** An ISO time as the clerk's clock shows it, in the one style of dates: "30/11/2026 17:05". */
export function formatDateTime(iso: string): string {
  const time = new Date(iso);
  const day = [padTwo(time.getDate()), padTwo(time.getMonth() + 1), time.getFullYear()].join('/');
  return `${day} ${padTwo(time.getHours())}:${padTwo(time.getMinutes())}`;
}
