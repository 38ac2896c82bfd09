/**
 * `npm run sideload`: starts the add-in in the Excel of this Windows or Mac machine (certificate for https on
 * localhost, server, Excel). `npm run sideload:web` prints what to do in Excel on the web.
 */
import { spawn, spawnSync } from 'node:child_process';
import { homedir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const MANIFEST = join(ROOT, 'manifest.xml');
const ORIGIN = 'https://localhost:3000';

const WEB_STEPS = `Excel trên web (Excel on the web):
 1. npm run build, rồi đặt thư mục dist/ lên một máy chủ https (put dist/ on an https server).
 2. Mở một sổ tại office.com → Trang chủ → Bổ trợ → Bổ trợ khác → Tải lên Bổ trợ của tôi
    (Home → Add-ins → More add-ins → Upload My Add-in).
 3. Chọn (choose) ${MANIFEST}, với địa chỉ ${ORIGIN} đã đổi thành địa chỉ của máy chủ (with your server's address).
 4. Thẻ Phụ lục hiện trên dải lệnh (the tab Phụ lục appears on the ribbon).
Chi tiết (details): docs/install.md`;

function runNpx(...args: string[]): number {
  const { status } = spawnSync('npx', args, {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return status ?? 1;
}

function sideload(): number {
  if (process.platform !== 'win32' && process.platform !== 'darwin') {
    console.error(
      'Excel chỉ có trên Windows và Mac. Dùng “npm start” (bàn thử) hoặc “npm run sideload:web”.\n' +
        'Excel runs on Windows and Mac only. Use “npm start” (workbench) or “npm run sideload:web”.',
    );
    return 1;
  }
  if (runNpx('--yes', 'office-addin-dev-certs', 'install') !== 0) return 1;
  // Where office-addin-dev-certs keeps the certificate that Excel trusts.
  const certificates = join(homedir(), '.office-addin-dev-certs');
  const server = spawn(
    'npx',
    ['tsx', 'scripts/start.ts', '--port', '3000', '--no-browser', '--certificate', certificates],
    { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' },
  );
  const status = runNpx(
    '--yes',
    'office-addin-debugging',
    'start',
    MANIFEST,
    'desktop',
    '--app',
    'excel',
    '--no-debug',
  );
  if (status !== 0) server.kill();
  return status;
}

if (process.argv.includes('--web')) console.log(WEB_STEPS);
else process.exitCode = sideload();
