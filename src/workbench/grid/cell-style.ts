import type { Border, CellFormat, CellValue } from '@phuluc/excel-simulator/model/types';
import type { CSSProperties } from 'react';

const BORDER_STYLES: Record<string, string> = {
  Continuous: 'solid',
  Dash: 'dashed',
  DashDot: 'dashed',
  DashDotDot: 'dashed',
  Dot: 'dotted',
  Double: 'double',
  SlantDashDot: 'dashed',
};
const BORDER_WIDTHS: Record<string, number> = { Hairline: 1, Thin: 1, Medium: 2, Thick: 3 };

function toBorderCss(border: Border | undefined): string | undefined {
  if (!border || border.style === 'None') return undefined;
  const width = border.style === 'Double' ? 3 : (BORDER_WIDTHS[border.weight] ?? 1);
  return `${width}px ${BORDER_STYLES[border.style] ?? 'solid'} ${border.color || '#000000'}`;
}

const HORIZONTAL_ALIGNMENTS: Record<string, CSSProperties['textAlign']> = {
  Left: 'left',
  Center: 'center',
  Right: 'right',
  Fill: 'left',
  Justify: 'justify',
  CenterAcrossSelection: 'center',
  Distributed: 'justify',
};
const VERTICAL_ALIGNMENTS: Record<string, CSSProperties['alignItems']> = {
  Top: 'flex-start',
  Center: 'center',
  Bottom: 'flex-end',
  Justify: 'flex-start',
  Distributed: 'center',
};

function getDefaultAlignment(value: CellValue): CSSProperties['textAlign'] {
  if (typeof value === 'number') return 'right';
  return typeof value === 'string' ? 'left' : 'center';
}

/** The look of a cell; numbers stand right, texts left, as in Excel, where no alignment is given. */
export function toCellStyle(format: CellFormat, value: CellValue, zoom: number): CSSProperties {
  const { font, fill, borders } = format;
  const align = HORIZONTAL_ALIGNMENTS[format.horizontalAlignment ?? ''] ?? getDefaultAlignment(value);
  const decoration = [
    font?.underline && font.underline !== 'None' ? 'underline' : '',
    font?.strikethrough ? 'line-through' : '',
  ].filter(Boolean);
  return {
    fontFamily: `'${font?.name ?? 'Calibri'}', Carlito, 'Segoe UI', 'Noto Sans', sans-serif`,
    fontSize: `${((font?.size ?? 11) * 4 * zoom) / 3}px`,
    fontWeight: font?.bold ? 700 : undefined,
    fontStyle: font?.italic ? 'italic' : undefined,
    color: font?.color || undefined,
    textDecoration: decoration.join(' ') || undefined,
    background: fill?.color || undefined,
    textAlign: align,
    justifyContent: align === 'right' ? 'flex-end' : align === 'center' ? 'center' : 'flex-start',
    alignItems: VERTICAL_ALIGNMENTS[format.verticalAlignment ?? ''] ?? 'flex-end',
    paddingLeft: format.indentLevel ? `${3 + format.indentLevel * 9 * zoom}px` : undefined,
    borderTop: toBorderCss(borders?.EdgeTop),
    borderLeft: toBorderCss(borders?.EdgeLeft),
    borderBottom: toBorderCss(borders?.EdgeBottom),
    borderRight: toBorderCss(borders?.EdgeRight),
  };
}
