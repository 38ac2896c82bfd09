const MS_PER_DAY = 86_400_000;

/**
 * Converts "2026-11-21", "2026-11-21T07:30:00" or "07:30:00" to a serial number of the workbook's date system.
 * Serials before 1900-03-01 count a 29 February 1900 that did not exist, as Excel's do.
 * @returns null for any other text.
 */
export function parseIsoSerial(text: string, date1904: boolean): number | null {
  const parts = /^(?:(\d{4})-(\d\d)-(\d\d))?T?(?:(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/.exec(text.trim());
  if (!parts || text.trim() === '') return null;
  const [, year, month, day, hours = '0', minutes = '0', seconds = '0'] = parts;
  const time = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
  if (year === undefined) return time;
  const days = Date.UTC(Number(year), Number(month) - 1, Number(day)) / MS_PER_DAY;
  const start = date1904 ? Date.UTC(1904, 0, 1) / MS_PER_DAY : Date.UTC(1899, 11, 30) / MS_PER_DAY;
  const serial = days - start;
  return (!date1904 && serial < 61 ? serial - 1 : serial) + time;
}
