import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGE = join(process.cwd(), 'node_modules/@microsoft/office-js/dist');
const SERVED = join(process.cwd(), 'dist/office');

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

const PACKAGE_FILES = new Map(listFiles(PACKAGE).map((file) => [file.toLowerCase(), file]));

describe('office.js in the built pages', () => {
  it('has the files that Excel loads', () => {
    expect(listFiles(SERVED)).toEqual(
      expect.arrayContaining(['office.js', 'excel-web-16.00.js', 'vi-vn/office_strings.js']),
    );
  });

  it.each(listFiles(SERVED))('%s is the file of the package, byte for byte', (file) => {
    const original = readFileSync(join(PACKAGE, PACKAGE_FILES.get(file.toLowerCase()) ?? file));
    expect(readFileSync(join(SERVED, file)).equals(original)).toBe(true);
  });
});
