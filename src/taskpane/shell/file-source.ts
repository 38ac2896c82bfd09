/** A file of the user's as commands take it. */
export type FileSource = { kind: 'file'; name: string; bytes: Uint8Array };

export async function fileSource(file: File): Promise<FileSource> {
  return {
    kind: 'file',
    name: file.name,
    bytes: new Uint8Array(await file.arrayBuffer()),
  };
}
