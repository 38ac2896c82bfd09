/**
 * Returns true where a page can save a file through a download link: in the web view of Windows and in browsers. The
 * web views of Mac and iPad ignore such a link without an error, so no download is offered there.
 */
export function canDownload(): boolean {
  const { platform } = Office.context;
  return platform === Office.PlatformType.PC || platform === Office.PlatformType.OfficeOnline;
}
