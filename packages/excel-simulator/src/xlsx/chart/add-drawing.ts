import { type PackageWriter, toOfficeRelationshipType } from '@phuluc/ooxml/package-writer';
import { NAMESPACES } from '@phuluc/ooxml/xml/namespaces';
import { encodeXmlPart, escapeAttribute, writeElement } from '@phuluc/ooxml/xml/write-xml';
import { type XmlElement } from '@phuluc/ooxml/xml/xml-tree';
import type { ChartModel, SheetModel, WorkbookModel } from '../../model/types';
import type { FormulaCodec } from '../formulas/formula-codec';
import { isEqual } from '../is-equal';
import type { PreservedSheet } from '../preserved-content';
import type { Palette } from '../styles/colors';
import { parseXml } from '../workbook-package';
import { CONTENT_TYPES } from '../workbook/content-types';
import { readAnchorBox, writeAnchorMarkers } from './anchors';
import { readChart } from './read-chart';
import { writeChartAnchor } from './read-drawing';
import { writeChartPart } from './write-chart';

type DrawingTools = {
  workbook: WorkbookModel;
  formulas: FormulaCodec;
  palette: Palette;
  /** A path with this stem that no part has. */
  freePath: (stem: string) => string;
};

function writeDrawingRoot(anchors: readonly string[]): string {
  return writeElement(
    'xdr:wsDr',
    { 'xmlns:xdr': NAMESPACES.xdr, 'xmlns:a': NAMESPACES.a, 'xmlns:r': NAMESPACES.r },
    anchors,
  );
}

function parseAnchor(markup: string): XmlElement {
  return parseXml(encodeXmlPart(writeDrawingRoot([markup])), 'drawing').root.children[0]!;
}

/** Numbers of shapes that kept anchors use; 1 is the drawing itself. */
function findUsedNumbers(markups: readonly string[]): Set<number> {
  return new Set([
    1,
    ...markups.flatMap((markup) =>
      [...markup.matchAll(/<xdr:cNvPr id="(\d+)"/g)].map(([, id]) => Number(id)),
    ),
  ]);
}

function getChartContent({
  id: _id,
  name: _name,
  left: _l,
  top: _t,
  width: _w,
  height: _h,
  ...rest
}: ChartModel) {
  return rest;
}

const formatNameAttribute = ({ name }: ChartModel): string => `name="${escapeAttribute(name)}"`;

/** Whether the chart's kept part and anchor still say what the model says. */
function compareWithPreserved(
  chart: ChartModel,
  part: string,
  markup: string,
  sheet: SheetModel,
  tools: DrawingTools,
) {
  const bytes = part === '' ? undefined : tools.workbook.unknownParts.get(part);
  const read = bytes && readChart(parseXml(bytes, part).root, tools);
  const anchor = parseAnchor(markup);
  const { left, top, width, height } = chart;
  const named =
    /<xdr:cNvPr [^>]*name="([^"]*)"/.test(markup) &&
    markup.includes(writeElement('n', { name: chart.name }).slice(3, -2));
  return {
    content: read !== undefined && read !== null && isEqual(read, getChartContent(chart)),
    place: isEqual(readAnchorBox(sheet, anchor), { left, top, width, height }) && named,
  };
}

/**
 * A sheet's drawing: what was kept of it, in its order, and the model's charts.
 * @returns id of the relationship from the sheet's part; undefined when nothing is drawn
 */
export function addDrawing(
  writer: PackageWriter,
  sheetPath: string,
  sheet: SheetModel,
  preserved: PreservedSheet['drawing'],
  tools: DrawingTools,
): string | undefined {
  const preservedAnchors = preserved?.anchors ?? [];
  if (preservedAnchors.every((anchor) => 'chart' in anchor) && sheet.charts.length === 0) return undefined;
  const path = tools.freePath('xl/drawings/drawing');
  const numbers = findUsedNumbers(preservedAnchors.map(({ markup }) => markup));
  const anchors: string[] = [];
  const waiting = new Map(sheet.charts.map((chart) => [chart.id, chart]));
  const added: (() => void)[] = [];
  const links = new Set<string>((preserved?.relationships ?? []).map(({ id }) => id));

  const write = (chart: ChartModel): void => {
    let number = 2;
    while (numbers.has(number)) number++;
    numbers.add(number);
    let relationship = `rId${number}`;
    for (let next = number; links.has(relationship); next++) relationship = `rId${next}`;
    links.add(relationship);
    anchors.push(writeChartAnchor(chart, writeAnchorMarkers(sheet, chart), { number, relationship }));
    added.push(() => {
      const part = tools.freePath('xl/charts/chart');
      writer.addPart(part, encodeXmlPart(writeChartPart(chart, tools)), CONTENT_TYPES.chart);
      writer.addRelationship(path, toOfficeRelationshipType('chart'), part, { id: relationship });
    });
  };

  for (const anchor of preservedAnchors) {
    if (!('chart' in anchor)) {
      anchors.push(anchor.markup);
      continue;
    }
    const chart = waiting.get(anchor.chart);
    if (!chart) continue;
    waiting.delete(chart.id);
    const same = compareWithPreserved(chart, anchor.part, anchor.markup, sheet, tools);
    if (same.content && same.place) anchors.push(anchor.markup);
    else if (same.content) anchors.push(moveAnchor(anchor.markup, chart, sheet));
    else write(chart);
  }
  for (const chart of waiting.values()) write(chart);

  const all = anchors.join('');
  for (const link of preserved?.relationships ?? []) {
    if (all.includes(`="${link.id}"`)) writer.addRelationship(path, link.type, link.target, link);
  }
  for (const add of added) add();
  writer.addPart(path, encodeXmlPart(writeDrawingRoot(anchors)), CONTENT_TYPES.drawing);
  return writer.addRelationship(sheetPath, toOfficeRelationshipType('drawing'), path);
}

/** A kept chart at another place, or of another name: the frame stays, the anchor around it is new. */
function moveAnchor(markup: string, chart: ChartModel, sheet: SheetModel): string {
  return markup
    .replace(/^<xdr:(?:twoCell|oneCell|absolute)Anchor\b[^>]*>.*?(?=<xdr:graphicFrame)/s, (start) => {
      const declarations = [...start.matchAll(/ xmlns:[\w]+="[^"]*"/g)].map(([one]) => one);
      return `<xdr:twoCellAnchor${[...new Set(declarations)].join('')}>${writeAnchorMarkers(sheet, chart)}`;
    })
    .replace(/<\/xdr:(?:oneCell|absolute)Anchor>$/, '</xdr:twoCellAnchor>')
    .replace(
      /(<xdr:cNvPr [^>]*?)name="[^"]*"/,
      (_, before: string) => `${before}${formatNameAttribute(chart)}`,
    );
}
