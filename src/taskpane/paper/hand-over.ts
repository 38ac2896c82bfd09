const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Hands a Word file to the browser to keep. */
export const handOver = (name: string, bytes: Uint8Array): void => {
  const url = URL.createObjectURL(new Blob([bytes.slice()], { type: TYPE }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the file after the click.
  window.setTimeout(() => URL.revokeObjectURL(url), 10_000);
};
