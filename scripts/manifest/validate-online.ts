/** Asks Microsoft's validation service about manifest.xml; says "skipped" where the service cannot be reached. */
import { join } from 'node:path';
import { validateManifest } from 'office-addin-manifest';

const MANIFEST_PATH = join(import.meta.dirname, '..', '..', 'manifest.xml');
try {
  const { isValid, report, status } = await validateManifest(MANIFEST_PATH);
  if (status !== undefined && status >= 400 && report === undefined) {
    console.log(`skipped: the validation service answered ${status}`);
  } else {
    console.log(isValid ? 'manifest.xml is valid' : JSON.stringify(report, null, 2));
    process.exitCode = isValid ? 0 : 1;
  }
} catch (error) {
  console.log(
    `skipped: the validation service cannot be reached (${error instanceof Error ? error.message : error})`,
  );
}
