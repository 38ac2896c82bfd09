/** Files for a shared folder of a Windows network, beside the manifest. */

const ADD_IN_ID = 'ce550866-caad-45c5-8308-980bb1c78ca5';

/** Trusts the folder for one user; no administrator is needed. */
export function formatTrustFile(share: string): string {
  return [
    'Windows Registry Editor Version 5.00',
    '',
    `[HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16.0\\WEF\\TrustedCatalogs\\{${ADD_IN_ID}}]`,
    `"Id"="{${ADD_IN_ID}}"`,
    `"Url"="${share.replaceAll('\\', '\\\\')}"`,
    '"Flags"=dword:00000001',
    '',
  ].join('\r\n');
}

/** What the person who installs reads first. */
export function formatShareGuide(origin: string, share: string, version: string): string {
  return [
    `PHỤ LỤC ${version} – CÀI ĐẶT QUA THƯ MỤC MẠNG`,
    '',
    `Các trang của bổ trợ: ${origin}`,
    '',
    '1. Chép manifest.xml vào thư mục chia sẻ:',
    `     ${share}`,
    '2. Trên máy người dùng, mở tin-cay-thu-muc.reg và chọn Có (không cần quyền quản trị).',
    '   Nếu thư mục chia sẻ khác với dòng trên, sửa dòng "Url" trong tệp .reg trước khi mở.',
    '3. Mở lại Excel, chọn Trang chủ > Bổ trợ > Bổ trợ khác > THƯ MỤC CHIA SẺ > Phụ lục > Thêm.',
    '',
    'Gỡ: xóa manifest.xml khỏi thư mục chia sẻ. Sổ đã lập vẫn mở được bình thường.',
    '',
  ].join('\r\n');
}
