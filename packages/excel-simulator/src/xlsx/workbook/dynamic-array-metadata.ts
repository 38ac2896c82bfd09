import { NAMESPACES, SPREADSHEET_NAMESPACE } from '@phuluc/ooxml/xml/namespaces';
import { writeElement } from '@phuluc/ooxml/xml/write-xml';

/**
 * The part that reports cells with `cm="1"` to be dynamic arrays ([MS-XLSX] 2.3.9, "cell metadata"); attributes as
 * Excel writes them.
 */
export function writeDynamicArrayMetadata(): string {
  return writeElement(
    'metadata',
    { xmlns: SPREADSHEET_NAMESPACE, 'xmlns:xda': NAMESPACES.xda },
    writeElement(
      'metadataTypes',
      { count: 1 },
      writeElement('metadataType', {
        name: 'XLDAPR',
        minSupportedVersion: 120000,
        copy: true,
        pasteAll: true,
        pasteValues: true,
        merge: true,
        splitFirst: true,
        rowColShift: true,
        clearFormats: true,
        clearComments: true,
        assign: true,
        coerce: true,
        cellMeta: true,
      }),
    ),
    writeElement(
      'futureMetadata',
      { name: 'XLDAPR', count: 1 },
      writeElement(
        'bk',
        {},
        writeElement(
          'extLst',
          {},
          writeElement(
            'ext',
            { uri: '{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}' },
            writeElement('xda:dynamicArrayProperties', { fDynamic: true, fCollapsed: false }),
          ),
        ),
      ),
    ),
    writeElement('cellMetadata', { count: 1 }, writeElement('bk', {}, writeElement('rc', { t: 1, v: 0 }))),
  );
}
