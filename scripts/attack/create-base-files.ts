import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildDocx, buildPlainTable, p } from '../../test/support/documents/build-docx';
import { listSampleRows, SAMPLE_HEADERS } from '../../test/support/documents/sample-annex';
import { type BaseFiles, editPart } from './attack-case';
import type { RunCall } from './run-attack';

/** Few tasks: what is measured is the attack. */
const BASE_ROWS = 6;

function createAnnex(): Uint8Array {
  const table = buildPlainTable(SAMPLE_HEADERS, ...listSampleRows().slice(0, BASE_ROWS));
  return editPart(
    buildDocx(p('PHỤ LỤC năm 2026') + table),
    'word/document.xml',
    (xml) => `<?xml version="1.0" encoding="UTF-8"?>\n${xml}`,
  );
}

/** A small annex, and the workbook that the product makes of it for a school. */
export async function createBaseFiles(runCall: RunCall): Promise<BaseFiles> {
  const folder = mkdtempSync(join(tmpdir(), 'phuluc-attack-'));
  try {
    const annex = createAnnex();
    const [source, school] = [join(folder, 'phu-luc.docx'), join(folder, 'so.xlsx')];
    writeFileSync(source, annex);
    const args = ['import', source, '-o', school, '--unit', 'Trường Thử', '--unit-code', 'TH-01'];
    const { code, errors } = await runCall(args, '', folder);
    if (code !== 0) throw new Error(errors);
    return { annex, school: new Uint8Array(readFileSync(school)) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
