/**
 * The files of office.js that Excel asks for on Windows, Mac, the web, iPad and Android, in our two languages. A host
 * names its own version: an older one than office.js knows of asks for the file of that version (win32 16.00).
 */
export const OFFICE_FILES = [
  'office.js',
  'excel-win32-16.00.js',
  'excel-win32-16.01.js',
  'excel-winrt-16.00.js',
  'excel-mac-16.00.js',
  'excel-ios-16.00.js',
  'excel-android-16.00.js',
  'excel-web-16.00.js',
  'o15apptofilemappingtable.js',
  'vi-vn/office_strings.js',
  'en-us/office_strings.js',
  'telemetry/*.js',
];
