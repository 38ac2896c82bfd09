/** A file of the user's as commands take it. */
export type FileSource = { kind: 'file'; name: string; bytes: Uint8Array };

export const fileSource = async (file: File): Promise<FileSource> => ({
  kind: 'file',
  name: file.name,
  bytes: new Uint8Array(await file.arrayBuffer()),
});
