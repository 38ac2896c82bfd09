import { MAIN, NAMESPACES } from '../opc/namespaces';
import { tag } from '../opc/xml';

/**
 * The part that tells cells with `cm="1"` to be dynamic arrays ([MS-XLSX] 2.3.9, "cell metadata"); attributes as
 * Excel writes them.
 */
export function dynamicArrayMetadata(): string {
  return tag(
    'metadata',
    { xmlns: MAIN, 'xmlns:xda': NAMESPACES.xda },
    tag(
      'metadataTypes',
      { count: 1 },
      tag('metadataType', {
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
    tag(
      'futureMetadata',
      { name: 'XLDAPR', count: 1 },
      tag(
        'bk',
        {},
        tag(
          'extLst',
          {},
          tag(
            'ext',
            { uri: '{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}' },
            tag('xda:dynamicArrayProperties', { fDynamic: true, fCollapsed: false }),
          ),
        ),
      ),
    ),
    tag('cellMetadata', { count: 1 }, tag('bk', {}, tag('rc', { t: 1, v: 0 }))),
  );
}
