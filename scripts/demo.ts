/**
 * `npm run demo`: the school's whole job without a browser, on the bundled samples: import the annex, see the
 * summary, take in the reissued annex. Leaves the workbook in out/.
 */
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { runCli } from '../src/cli/run';
import { VERBS } from '../src/cli/verbs';

const root = join(import.meta.dirname, '..');
const out = join(root, 'out');
const sample = (name: string): string => relative(process.cwd(), join(root, 'samples', name));
const made = (name: string): string => relative(process.cwd(), join(out, name));

const first = made('so-truong.xlsx');
const revised = made('so-truong-dieu-chinh.xlsx');
const UNIT = 'Trường Mầm non Nắng Mai';

const steps: { says: string; args: string[] }[] = [
  {
    says: 'Nhập phụ lục từ tệp Word, lập sổ của trường',
    args: ['import', sample('phu-luc-2026.docx'), '--unit', UNIT, '-o', first],
  },
  { says: 'Đọc số liệu trang Tổng hợp', args: ['summary', first] },
  {
    says: 'Nhập lại cùng phụ lục từ sổ Excel của văn thư',
    args: ['import', sample('phu-luc-2026.xlsx'), '--into', first],
  },
  {
    says: 'Nhập bản điều chỉnh vào một bản sao của sổ',
    args: ['import', sample('phu-luc-2026-dieu-chinh.docx'), '--into', revised],
  },
  { says: 'Số liệu sau điều chỉnh', args: ['summary', revised] },
];

rmSync(out, { recursive: true, force: true });
mkdirSync(out);
for (const [index, { says, args }] of steps.entries()) {
  if (args.includes(revised) && index === 3) copyFileSync(first, revised);
  console.log(
    `\n${index + 1}. ${says}\n   phuluc ${args.map((arg) => (arg.includes(' ') ? `"${arg}"` : arg)).join(' ')}`,
  );
  const exit = await runCli(VERBS, args, {
    out: (line) => console.log(`   ${line}`),
    error: (line) => console.log(`   ${line}`),
  });
  if (exit !== 0) {
    process.exitCode = exit;
    break;
  }
}
console.log(`\nCác sổ: ${first}, ${revised}`);
