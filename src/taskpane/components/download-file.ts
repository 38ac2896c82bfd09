/** Kinds of file that the pane makes. */
export const FILE_TYPES = {
  word: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  calendar: 'text/calendar;charset=utf-8',
  zip: 'application/zip',
} as const;

/** Hands a file to the browser to keep. */
export function downloadFile(
  name: string,
  content: Uint8Array | string,
  type: (typeof FILE_TYPES)[keyof typeof FILE_TYPES],
): void {
  const part = typeof content === 'string' ? content : content.slice();
  const url = URL.createObjectURL(new Blob([part], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the file after the click.
  window.setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
