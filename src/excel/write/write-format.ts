import type { FormatSpec } from '../../sheets/sheet-spec';

const FORMAT_SETTERS: {
  [Part in keyof FormatSpec]-?: (format: Excel.RangeFormat, value: NonNullable<FormatSpec[Part]>) => void;
} = {
  fontName: ({ font }, name) => (font.name = name),
  fontSize: ({ font }, size) => (font.size = size),
  bold: ({ font }, bold) => (font.bold = bold),
  italic: ({ font }, italic) => (font.italic = italic),
  fontColor: ({ font }, color) => (font.color = color),
  fillColor: ({ fill }, color) => (fill.color = color),
  horizontal: (format, alignment) => (format.horizontalAlignment = alignment),
  vertical: (format, alignment) => (format.verticalAlignment = alignment),
  wrap: (format, wrap) => (format.wrapText = wrap),
  indent: (format, level) => (format.indentLevel = level),
  rotation: (format, degrees) => (format.textOrientation = degrees),
  borders: (format, { sides, color, weight = 'Thin' }) => {
    for (const side of sides) {
      const border = format.borders.getItem(side);
      border.style = 'Continuous';
      border.weight = weight;
      border.color = color;
    }
  },
};

/** Sets the properties that the spec names and leaves the others. */
export function writeFormat({ format }: Excel.Range, spec: FormatSpec): void {
  for (const part of Object.keys(spec) as (keyof FormatSpec)[]) {
    // Part and value belong together, which a union of parts cannot express.
    if (spec[part] !== undefined) FORMAT_SETTERS[part](format, spec[part] as never);
  }
}

/** Counts the actions that `writeFormat` queues, for the size of a request. */
export function countFormatActions(spec: FormatSpec): number {
  return Object.keys(spec).length + 4 * (spec.borders?.sides.length ?? 0);
}
