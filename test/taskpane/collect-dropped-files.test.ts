import { collectDroppedFiles } from '../../src/taskpane/components/collect-dropped-files';

type Tree = { [name: string]: Tree | null };

const createFile = (name: string): File => ({ name, webkitRelativePath: '' }) as File;

/** Entries as a browser gives them, two at a time; `null` is a file, 'locked' one that cannot be opened. */
function createEntry(name: string, tree: Tree | null, parent = ''): FileSystemEntry {
  const fullPath = `${parent}/${name}`;
  if (tree === null) {
    const file = (resolve: (file: File) => void, reject: (reason: Error) => void): void =>
      name.startsWith('locked') ? reject(new Error('NotReadableError')) : resolve(createFile(name));
    return { name, fullPath, isDirectory: false, file } as unknown as FileSystemEntry;
  }
  const createReader = () => {
    const left = Object.entries(tree).map(([child, below]) => createEntry(child, below, fullPath));
    return { readEntries: (resolve: (entries: FileSystemEntry[]) => void) => resolve(left.splice(0, 2)) };
  };
  return { name, fullPath, isDirectory: true, createReader } as unknown as FileSystemEntry;
}

async function drop(tree: Tree, { hasEntries = true } = {}): Promise<string[]> {
  const items = Object.entries(tree).map(([name, below]) => ({
    kind: 'file',
    ...(hasEntries && { webkitGetAsEntry: () => createEntry(name, below) }),
  }));
  const found = await collectDroppedFiles({
    items: items as unknown as DataTransferItemList,
    files: Object.keys(tree).map(createFile) as unknown as FileList,
  });
  return found.map((file) => file.webkitRelativePath || file.name);
}

describe('collectDroppedFiles', () => {
  it('lists every file of dropped folders, on all levels, whatever its name', async () => {
    const names = ['a.xlsx', 'b.docx', 'c', 'd.rtf', 'e.zip'];
    const folder = Object.fromEntries(names.map((name) => [name, null]));
    expect(await drop({ 'so.xlsx': null, nop: { ...folder, cum1: { 'g.xlsx': null } } })).toEqual([
      ...names.map((name) => `nop/${name}`).slice(0, 3),
      'nop/cum1/g.xlsx',
      ...names.map((name) => `nop/${name}`).slice(3),
      'so.xlsx',
    ]);
  });

  it('names a file that cannot be opened', async () => {
    expect(await drop({ nop: { 'locked.xlsx': null } })).toEqual(['nop/locked.xlsx']);
  });

  it('gives the files themselves where the browser has no entries', async () => {
    expect(await drop({ 'a.xlsx': null, 'b.xlsx': null }, { hasEntries: false })).toEqual([
      'a.xlsx',
      'b.xlsx',
    ]);
  });
});
