import { collectChosenFiles } from '../../../src/taskpane/consolidation/collect-chosen-files';

function createFile(name: string, webkitRelativePath = ''): File {
  return { name, webkitRelativePath } as File;
}

describe('collectChosenFiles', () => {
  it('keeps two files of one name, dropped from two folders', () => {
    const [first, second, third] = [createFile('so.xlsx'), createFile('so.xlsx'), createFile('so.xlsx')];
    const { files } = collectChosenFiles([first, second, third]);
    expect([...files]).toEqual([
      ['so.xlsx', first],
      ['so.xlsx (2)', second],
      ['so.xlsx (3)', third],
    ]);
  });

  it('names what is left out, with the reason', () => {
    const given = ['~$so.xlsx', '.so.xlsx', 'Thumbs.db', 'so'].map((name) => createFile(name));
    const { files, leftOut } = collectChosenFiles([...given, createFile('a.xlsx', 'nop/__MACOSX/a.xlsx')]);
    expect([...files.keys()]).toEqual(['so']);
    expect(leftOut).toEqual([
      { file: '~$so.xlsx', reason: 'lock-file' },
      { file: '.so.xlsx', reason: 'hidden-file' },
      { file: 'Thumbs.db', reason: 'system-file' },
      { file: 'nop/__MACOSX/a.xlsx', reason: 'system-file' },
    ]);
  });
});
