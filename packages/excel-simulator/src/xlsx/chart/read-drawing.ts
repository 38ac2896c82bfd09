import { getRelationshipKind } from '@phuluc/ooxml/relationships';
import { NAMESPACES } from '@phuluc/ooxml/xml/namespaces';
import { writeElement, writeFragment } from '@phuluc/ooxml/xml/write-xml';
import { findChild, findChildren, findDescendant, type XmlElement } from '@phuluc/ooxml/xml/xml-tree';
import type { ChartModel } from '../../model/types';
import { GUID_PATTERN } from '../guid';
import type { PreservedAnchor } from '../preserved-content';
import type { SheetReaderContext } from '../sheet/sheet-reader-context';
import { parseXml } from '../workbook-package';
import { readAnchorBox } from './anchors';
import { readChart } from './read-chart';
import { writeChartPart } from './write-chart';

const CREATION_ID = '{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}';

function findFrameProperties(anchor: XmlElement): XmlElement | undefined {
  return findDescendant(anchor, 'xdr:graphicFrame', 'xdr:nvGraphicFramePr', 'xdr:cNvPr');
}

/** Id a chart of the model had when it was written. */
function readCreationId(properties: XmlElement | undefined): string | undefined {
  return findChildren(findChild(properties, 'a:extLst'), 'a:ext')
    .map((ext) => findChild(ext, 'a16:creationId')?.attributes['id'])
    .find((id) => id !== undefined);
}

function readChartRelationshipId(anchor: XmlElement): string | undefined {
  return findDescendant(anchor, 'xdr:graphicFrame', 'a:graphic', 'a:graphicData', 'c:chart')?.attributes[
    'r:id'
  ];
}

/** Id of a chart whose file says none: by the place of its sheet and of itself among the sheet's. */
function createStandardChartId(sheetPosition: number, position: number): string {
  return `{${((sheetPosition << 16) + position).toString(16).toUpperCase().padStart(8, '0')}-0000-0000-0000-000000000000}`;
}

/** Values kept in charts follow the cells; apart from them, the same chart is the same markup. */
function removeCaches(markup: string): string {
  return markup.replace(/<c:(num|str)Cache>.*?<\/c:\1Cache>|<c:(?:num|str)Ref>|<\/c:(?:num|str)Ref>/gs, '');
}

/**
 * Charts of a sheet, and what else is drawn on it. Call it when all sheets are read: charts show cells of any.
 * @returns paths of the parts that need not be kept, for the model says all that is in them
 */
export function readDrawing(path: string, sheetPosition: number, reading: SheetReaderContext): string[] {
  const { file, sheet, formulas, styles, preserved: preserved, workbook } = reading;
  const { root, foreign } = parseXml(file.parts.get(path)!, path);
  const relationships = file.getRelationships(path);
  const anchors: PreservedAnchor[] = [];
  const known: string[] = [];
  for (const anchor of root.children) {
    const markup = writeFragment(anchor, foreign);
    const link = relationships.find(({ id }) => id === readChartRelationshipId(anchor));
    const bytes =
      link && getRelationshipKind(link.type) === 'chart' ? file.parts.get(link.target) : undefined;
    const content =
      bytes && readChart(parseXml(bytes, link!.target).root, { formulas, palette: styles.palette });
    if (!link || !bytes || !content) {
      anchors.push({ markup });
      continue;
    }
    const properties = findFrameProperties(anchor);
    const chart: ChartModel = {
      id: readCreationId(properties) ?? createStandardChartId(sheetPosition, sheet.charts.length + 1),
      name: properties?.attributes['name'] ?? '',
      ...content,
      ...readAnchorBox(sheet, anchor),
    };
    sheet.charts.push(chart);
    const own = removeCaches(writeChartPart(chart, { workbook, formulas }));
    const isManaged = removeCaches(new TextDecoder().decode(bytes)).endsWith(own);
    anchors.push({ chart: chart.id, markup, part: isManaged ? '' : link.target });
    if (isManaged) known.push(link.target);
  }
  const areAllManaged = anchors.every((anchor) => 'chart' in anchor && anchor.part === '');
  if (!areAllManaged) {
    const lost = new Set(known);
    preserved.drawing = { anchors, relationships: relationships.filter(({ target }) => !lost.has(target)) };
  }
  return known;
}

/** Markup of an anchor for a chart. */
export function writeChartAnchor(
  chart: ChartModel,
  box: string,
  frame: { number: number; relationship: string },
): string {
  const isGuid = GUID_PATTERN.test(chart.id);
  return writeElement(
    'xdr:twoCellAnchor',
    {},
    box,
    writeElement(
      'xdr:graphicFrame',
      { macro: '' },
      writeElement(
        'xdr:nvGraphicFramePr',
        {},
        writeElement(
          'xdr:cNvPr',
          { id: frame.number, name: chart.name },
          isGuid
            ? writeElement(
                'a:extLst',
                {},
                writeElement(
                  'a:ext',
                  { uri: CREATION_ID },
                  writeElement('a16:creationId', { 'xmlns:a16': NAMESPACES.a16, id: chart.id }),
                ),
              )
            : '',
        ),
        writeElement('xdr:cNvGraphicFramePr'),
      ),
      writeElement(
        'xdr:xfrm',
        {},
        writeElement('a:off', { x: 0, y: 0 }),
        writeElement('a:ext', { cx: 0, cy: 0 }),
      ),
      writeElement(
        'a:graphic',
        {},
        writeElement(
          'a:graphicData',
          { uri: NAMESPACES.c },
          writeElement('c:chart', { 'xmlns:c': NAMESPACES.c, 'r:id': frame.relationship }),
        ),
      ),
    ),
    writeElement('xdr:clientData'),
  );
}
