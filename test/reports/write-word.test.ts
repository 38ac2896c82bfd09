import { readParts } from '../../packages/ooxml/test/package-parts';
import { createAgencyPart } from '../../src/reports/agency-part';
import { DEFAULT_PRINT_SETTINGS } from '../../src/reports/print-settings';
import { writeWord } from '../../src/reports/word/write-word';

async function writeParts(agency = createAgencyPart('Trường A')): Promise<Record<string, string>> {
  const bytes = await writeWord({
    title: 'Báo cáo',
    author: 'Trường A',
    language: 'vi-VN',
    orientation: 'landscape',
    settings: DEFAULT_PRINT_SETTINGS,
    blocks: [
      {
        kind: 'letterhead',
        superior: 'UBND XÃ A',
        ...agency,
        nationalTitle: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        motto: 'Độc lập - Tự do - Hạnh phúc',
        number: 'Số: …/BC-TA',
        placeAndDate: 'A, ngày … tháng … năm 2026',
      },
      { kind: 'line', role: 'title', text: 'BÁO CÁO', rule: true },
      { kind: 'heading', level: 1, text: 'I. Kết quả' },
      { kind: 'paragraph', runs: [{ text: 'Đã xong ' }, { text: '…', gap: true }] },
      {
        kind: 'table',
        columns: [
          { header: 'TT', weight: 1, align: 'center' },
          { header: 'Nội dung', weight: 4 },
        ],
        rows: [
          { kind: 'across', text: 'I. Chỉ đạo' },
          { kind: 'cells', cells: ['1', 'Việc'] },
        ],
      },
      { kind: 'closing', recipients: ['- Như trên;'], signature: [{ text: 'HIỆU TRƯỞNG', bold: true }] },
    ],
  });
  return readParts(bytes);
}

describe('writeWord', () => {
  it('names no style with a comma or semicolon: Word reads the rest as another name of the style', async () => {
    const { 'word/styles.xml': styles = '' } = await writeParts();
    const names = [...styles.matchAll(/<w:name w:val="([^"]*)"/g)].map(([, name]) => name!);
    expect(names).toContain('PL Số và ký hiệu');
    expect(names.filter((name) => /[,;]/.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('highlights the place of a name that nobody gave, and no other', async () => {
    const { 'word/document.xml': named = '' } = await writeParts();
    expect(named).toContain('TRƯỜNG A');
    const { 'word/document.xml': unnamed = '' } = await writeParts(createAgencyPart('  '));
    const marks = (xml: string): number => xml.match(/w:val="yellow"/g)?.length ?? 0;
    expect(marks(unnamed)).toBe(marks(named) + 1);
    expect(unnamed).toMatch(/w:val="yellow"\/><\/w:rPr><w:t[^>]*>\[TÊN ĐƠN VỊ/);
  });
});
