/**
 * Where a page can hand a file to the user by a link: Windows' web view and browsers. Those of Mac and iPad ignore the
 * link without a word, so there nothing is offered that would not happen.
 */
export function canDownload(): boolean {
  const { platform } = Office.context;
  return platform === Office.PlatformType.PC || platform === Office.PlatformType.OfficeOnline;
}
