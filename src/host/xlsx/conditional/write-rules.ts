import { cellAddress } from '../../model/address';
import type { CellFormat, ConditionalFormatModel } from '../../model/types';
import { areasText } from '../addresses';
import { GUID } from '../guid';
import { NAMESPACES } from '../opc/namespaces';
import { toEscapedText } from '../opc/escaped-text';
import { escapeText, tag } from '../opc/xml';
import { CELL_OPERATORS, PRESETS, TEXT_RULES } from './vocabulary';
import {
  colorScale,
  dataBar,
  iconSet,
  plain,
  text,
  wideDataBar,
  type Tools,
  type Written,
} from './write-drawn';

/** Formulas of rules could not name other sheets before Excel 2010; the extension may. */
function namesSheet(formulas: readonly string[]): boolean {
  return formulas.some((formula) => formula.includes('!'));
}

function writeKind(model: ConditionalFormatModel, tools: Tools): Written | null {
  const { type, rule } = model;
  const first = model.areas[0];
  const cell = first ? cellAddress(first.top, first.left) : 'A1';
  switch (type) {
    case 'Custom': {
      const formulas = [tools.formulas.toFile(text(rule['formula']))];
      return { ...plain({ type: 'expression' }, formulas), wide: namesSheet(formulas) };
    }
    case 'CellValue': {
      const formulas = [rule['formula1'], rule['formula2']]
        .filter((formula) => formula !== undefined && formula !== null)
        .map((formula) => tools.formulas.toFile(text(formula)));
      const operator = CELL_OPERATORS.toFile(text(rule['operator']));
      return { ...plain({ type: 'cellIs', operator }, formulas), wide: namesSheet(formulas) };
    }
    case 'ContainsText': {
      const kind = TEXT_RULES.find(({ operator }) => operator === rule['operator']) ?? TEXT_RULES[0];
      const words = text(rule['text']);
      return plain({ type: kind.kind, operator: kind.word, text: toEscapedText(words) }, [
        toEscapedText(kind.formula(words, cell)),
      ]);
    }
    case 'TopBottom': {
      const side = text(rule['type']);
      return plain({
        type: 'top10',
        percent: side.endsWith('Percent') || undefined,
        bottom: side.startsWith('Bottom') || undefined,
        rank: Number(rule['rank'] ?? 10),
      });
    }
    case 'PresetCriteria': {
      const preset = PRESETS.find(({ criterion }) => criterion === rule['criterion']);
      return preset ? plain(preset.attributes, preset.formula ? [preset.formula(cell)] : []) : null;
    }
    case 'DataBar':
      return dataBar(rule, tools);
    case 'ColorScale':
      return colorScale(rule, tools);
    case 'IconSet':
      return iconSet(rule, tools);
    default:
      return null;
  }
}

function isPlainFormat(format: CellFormat | undefined): boolean {
  return !format || Object.keys(format).length === 0;
}

function extensionGuid(id: string, priority: number): string {
  return GUID.test(id)
    ? id
    : `{${priority.toString(16).toUpperCase().padStart(8, '0')}-000D-4000-8000-000000000000}`;
}

export type WrittenRules = { main: string; extension: string };

/**
 * Rules in the order of the model: one group each.
 * @param standardId the id a reader gives to the rule of this priority anyway
 */
export function writeRules(
  models: readonly ConditionalFormatModel[],
  tools: Tools,
  standardId: (priority: number) => string,
): WrittenRules {
  const main: string[] = [];
  const extension: string[] = [];
  const wideGroup = (areas: ConditionalFormatModel['areas'], rule: string): string =>
    tag('x14:conditionalFormatting', {}, rule, tag('xm:sqref', {}, areasText(areas)));
  const order = [...models].sort((a, b) => a.priority - b.priority);
  order.forEach((model, index) => {
    const written = model.areas.length > 0 ? writeKind(model, tools) : null;
    if (!written) return;
    const priority = index + 1;
    const { attributes, formulas, children, wide } = written;
    const guid = extensionGuid(model.id, priority);
    const stopIfTrue = model.stopIfTrue || undefined;
    const hasFormat = !isPlainFormat(model.format);
    if (wide) {
      extension.push(
        wideGroup(
          model.areas,
          tag(
            'x14:cfRule',
            {
              ...attributes,
              priority,
              stopIfTrue,
              id: guid,
              'local:id': guid === model.id ? undefined : model.id,
            },
            ...formulas.map((formula) => tag('xm:f', {}, escapeText(formula))),
            ...children,
            hasFormat ? tools.styles.dxfMarkup('x14:dxf', model.format!) : '',
          ),
        ),
      );
      return;
    }
    const isBar = model.type === 'DataBar';
    const isKnown = model.id === standardId(priority) || (isBar && guid === model.id);
    const link = isBar
      ? tag(
          'extLst',
          {},
          tag(
            'ext',
            {
              'xmlns:x14': NAMESPACES.x14,
              uri: '{B025F937-C7B1-47D3-B67F-A62EFF666E3E}',
            },
            tag('x14:id', {}, guid),
          ),
        )
      : '';
    main.push(
      tag(
        'conditionalFormatting',
        { sqref: areasText(model.areas) },
        tag(
          'cfRule',
          {
            ...attributes,
            dxfId: hasFormat ? tools.styles.dxf(model.format!) : undefined,
            priority,
            stopIfTrue,
            'local:id': isKnown ? undefined : model.id,
          },
          ...formulas.map((formula) => tag('formula', {}, escapeText(formula))),
          ...children,
          link,
        ),
      ),
    );
    if (isBar) {
      extension.push(
        wideGroup(
          model.areas,
          tag('x14:cfRule', { type: 'dataBar', id: guid }, wideDataBar(model.rule, tools)),
        ),
      );
    }
  });
  return {
    main: main.join(''),
    extension: extension.length > 0 ? tag('x14:conditionalFormattings', {}, ...extension) : '',
  };
}
