import type { ChartModel } from '../../model/types';
import type { KeptDrawingAnchor } from '../kept';
import { GUID } from '../guid';
import { relationshipKind } from '../opc/package';
import { NAMESPACES } from '../opc/namespaces';
import {
  childNamed,
  childrenNamed,
  descendant,
  fragmentMarkup,
  parseXml,
  tag,
  type XmlElement,
} from '../opc/xml';
import type { SheetReading } from '../sheet/read-context';
import { anchorBox } from './anchors';
import { readChart } from './read-chart';
import { chartMarkup } from './write-chart';

const CREATION_ID = '{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}';

function frameProperties(anchor: XmlElement): XmlElement | undefined {
  return descendant(anchor, 'xdr:graphicFrame', 'xdr:nvGraphicFramePr', 'xdr:cNvPr');
}

/** Id a chart of the model had when it was written. */
function creationId(properties: XmlElement | undefined): string | undefined {
  return childrenNamed(childNamed(properties, 'a:extLst'), 'a:ext')
    .map((ext) => childNamed(ext, 'a16:creationId')?.attributes['id'])
    .find((id) => id !== undefined);
}

function chartRelationship(anchor: XmlElement): string | undefined {
  return descendant(anchor, 'xdr:graphicFrame', 'a:graphic', 'a:graphicData', 'c:chart')?.attributes['r:id'];
}

/** Id of a chart whose file says none: by the place of its sheet and of itself among the sheet's. */
function standardId(sheetPosition: number, position: number): string {
  return `{${((sheetPosition << 16) + position).toString(16).toUpperCase().padStart(8, '0')}-0000-0000-0000-000000000000}`;
}

/** Values kept in charts follow the cells; apart from them, the same chart is the same markup. */
function withoutCaches(markup: string): string {
  return markup.replace(/<c:(num|str)Cache>.*?<\/c:\1Cache>|<c:(?:num|str)Ref>|<\/c:(?:num|str)Ref>/gs, '');
}

/**
 * Charts of a sheet, and what else is drawn on it. Call it when all sheets are read: charts show cells of any.
 * @returns paths of the parts that need not be kept, for the model says all that is in them
 */
export function readDrawing(path: string, sheetPosition: number, reading: SheetReading): string[] {
  const { file, sheet, formulas, styles, kept, workbook } = reading;
  const { root, foreign } = parseXml(file.parts.get(path)!, path);
  const relationships = file.relationships(path);
  const anchors: KeptDrawingAnchor[] = [];
  const known: string[] = [];
  for (const anchor of root.children) {
    const markup = fragmentMarkup(anchor, foreign);
    const link = relationships.find(({ id }) => id === chartRelationship(anchor));
    const bytes = link && relationshipKind(link.type) === 'chart' ? file.parts.get(link.target) : undefined;
    const content =
      bytes && readChart(parseXml(bytes, link!.target).root, { formulas, palette: styles.palette });
    if (!link || !bytes || !content) {
      anchors.push({ markup });
      continue;
    }
    const properties = frameProperties(anchor);
    const chart: ChartModel = {
      id: creationId(properties) ?? standardId(sheetPosition, sheet.charts.length + 1),
      name: properties?.attributes['name'] ?? '',
      ...content,
      ...anchorBox(sheet, anchor),
    };
    sheet.charts.push(chart);
    const own = withoutCaches(chartMarkup(chart, { workbook, formulas }));
    const isOurs = withoutCaches(new TextDecoder().decode(bytes)).endsWith(own);
    anchors.push({ chart: chart.id, markup, part: isOurs ? '' : link.target });
    if (isOurs) known.push(link.target);
  }
  const isAllOurs = anchors.every((anchor) => 'chart' in anchor && anchor.part === '');
  if (!isAllOurs) {
    const lost = new Set(known);
    kept.drawing = { anchors, relationships: relationships.filter(({ target }) => !lost.has(target)) };
  }
  return known;
}

/** Markup of an anchor for a chart. */
export function chartAnchorMarkup(
  chart: ChartModel,
  box: string,
  frame: { number: number; relationship: string },
): string {
  const isGuid = GUID.test(chart.id);
  return tag(
    'xdr:twoCellAnchor',
    {},
    box,
    tag(
      'xdr:graphicFrame',
      { macro: '' },
      tag(
        'xdr:nvGraphicFramePr',
        {},
        tag(
          'xdr:cNvPr',
          { id: frame.number, name: chart.name },
          isGuid
            ? tag(
                'a:extLst',
                {},
                tag(
                  'a:ext',
                  { uri: CREATION_ID },
                  tag('a16:creationId', { 'xmlns:a16': NAMESPACES.a16, id: chart.id }),
                ),
              )
            : '',
        ),
        tag('xdr:cNvGraphicFramePr'),
      ),
      tag('xdr:xfrm', {}, tag('a:off', { x: 0, y: 0 }), tag('a:ext', { cx: 0, cy: 0 })),
      tag(
        'a:graphic',
        {},
        tag(
          'a:graphicData',
          { uri: NAMESPACES.c },
          tag('c:chart', { 'xmlns:c': NAMESPACES.c, 'r:id': frame.relationship }),
        ),
      ),
    ),
    tag('xdr:clientData'),
  );
}
