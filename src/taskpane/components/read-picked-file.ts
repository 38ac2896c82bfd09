/** A file of the user's as commands take it. */
type PickedFile = { kind: 'file'; name: string; bytes: Uint8Array };

export async function readPickedFile(file: File): Promise<PickedFile> {
  return {
    kind: 'file',
    name: file.name,
    bytes: new Uint8Array(await file.arrayBuffer()),
  };
}
