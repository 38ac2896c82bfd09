import { formatAddress, formatSqref } from '@phuluc/ooxml/a1';
import { NAMESPACES } from '@phuluc/ooxml/xml/namespaces';
import { escapeText, writeElement } from '@phuluc/ooxml/xml/write-xml';
import { escapeXString } from '@phuluc/ooxml/xstring';
import type { CellFormat, ConditionalFormatModel } from '../../model/types';
import { GUID_PATTERN } from '../guid';
import { CELL_OPERATORS, PRESETS, TEXT_RULES } from './rule-mappings';
import {
  createRuleMarkup,
  type RuleMarkup,
  type RuleWriterTools,
  toRuleText,
  writeColorScale,
  writeDataBar,
  writeExtensionDataBar,
  writeIconSet,
} from './write-visual-rules';

/** Formulas of rules could not name other sheets before Excel 2010; the extension may. */
function hasSheetReference(formulas: readonly string[]): boolean {
  return formulas.some((formula) => formula.includes('!'));
}

function writeRuleContent(model: ConditionalFormatModel, tools: RuleWriterTools): RuleMarkup | null {
  const { type, rule } = model;
  const first = model.areas[0];
  const cell = first ? formatAddress(first.top, first.left) : 'A1';
  switch (type) {
    case 'Custom': {
      const formulas = [tools.formulas.toFile(toRuleText(rule['formula']))];
      return {
        ...createRuleMarkup({ type: 'expression' }, formulas),
        needsExtension: hasSheetReference(formulas),
      };
    }
    case 'CellValue': {
      const formulas = [rule['formula1'], rule['formula2']]
        .filter((formula) => formula !== undefined && formula !== null)
        .map((formula) => tools.formulas.toFile(toRuleText(formula)));
      const operator = CELL_OPERATORS.toFile(toRuleText(rule['operator']));
      return {
        ...createRuleMarkup({ type: 'cellIs', operator }, formulas),
        needsExtension: hasSheetReference(formulas),
      };
    }
    case 'ContainsText': {
      const kind = TEXT_RULES.find(({ operator }) => operator === rule['operator']) ?? TEXT_RULES[0];
      const words = toRuleText(rule['text']);
      return createRuleMarkup({ type: kind.kind, operator: kind.word, text: escapeXString(words) }, [
        escapeXString(kind.formula(words, cell)),
      ]);
    }
    case 'TopBottom': {
      const side = toRuleText(rule['type']);
      return createRuleMarkup({
        type: 'top10',
        percent: side.endsWith('Percent') || undefined,
        bottom: side.startsWith('Bottom') || undefined,
        rank: Number(rule['rank'] ?? 10),
      });
    }
    case 'PresetCriteria': {
      const preset = PRESETS.find(({ criterion }) => criterion === rule['criterion']);
      return preset
        ? createRuleMarkup(preset.attributes, preset.formula ? [preset.formula(cell)] : [])
        : null;
    }
    case 'DataBar':
      return writeDataBar(rule, tools);
    case 'ColorScale':
      return writeColorScale(rule, tools);
    case 'IconSet':
      return writeIconSet(rule, tools);
    default:
      return null;
  }
}

function isEmptyFormat(format: CellFormat | undefined): boolean {
  return !format || Object.keys(format).length === 0;
}

function toExtensionGuid(id: string, priority: number): string {
  return GUID_PATTERN.test(id)
    ? id
    : `{${priority.toString(16).toUpperCase().padStart(8, '0')}-000D-4000-8000-000000000000}`;
}

export type WrittenRules = { main: string; extension: string };

/**
 * Rules in the order of the model: one group each.
 * @param standardId the id a reader gives to the rule of this priority anyway
 */
export function writeConditionalRules(
  models: readonly ConditionalFormatModel[],
  tools: RuleWriterTools,
  standardId: (priority: number) => string,
): WrittenRules {
  const main: string[] = [];
  const extension: string[] = [];
  const wideGroup = (areas: ConditionalFormatModel['areas'], rule: string): string =>
    writeElement('x14:conditionalFormatting', {}, rule, writeElement('xm:sqref', {}, formatSqref(areas)));
  const order = [...models].sort((a, b) => a.priority - b.priority);
  order.forEach((model, index) => {
    const written = model.areas.length > 0 ? writeRuleContent(model, tools) : null;
    if (!written) return;
    const priority = index + 1;
    const { attributes, formulas, children, needsExtension: wide } = written;
    const guid = toExtensionGuid(model.id, priority);
    const stopIfTrue = model.stopIfTrue || undefined;
    const hasFormat = !isEmptyFormat(model.format);
    if (wide) {
      extension.push(
        wideGroup(
          model.areas,
          writeElement(
            'x14:cfRule',
            {
              ...attributes,
              priority,
              stopIfTrue,
              id: guid,
              'local:id': guid === model.id ? undefined : model.id,
            },
            formulas.map((formula) => writeElement('xm:f', {}, escapeText(formula))),
            children,
            hasFormat ? tools.styles.writeDxf('x14:dxf', model.format!) : '',
          ),
        ),
      );
      return;
    }
    const isBar = model.type === 'DataBar';
    const isKnown = model.id === standardId(priority) || (isBar && guid === model.id);
    const link = isBar
      ? writeElement(
          'extLst',
          {},
          writeElement(
            'ext',
            {
              'xmlns:x14': NAMESPACES.x14,
              uri: '{B025F937-C7B1-47D3-B67F-A62EFF666E3E}',
            },
            writeElement('x14:id', {}, guid),
          ),
        )
      : '';
    main.push(
      writeElement(
        'conditionalFormatting',
        { sqref: formatSqref(model.areas) },
        writeElement(
          'cfRule',
          {
            ...attributes,
            dxfId: hasFormat ? tools.styles.getDxfId(model.format!) : undefined,
            priority,
            stopIfTrue,
            'local:id': isKnown ? undefined : model.id,
          },
          formulas.map((formula) => writeElement('formula', {}, escapeText(formula))),
          children,
          link,
        ),
      ),
    );
    if (isBar) {
      extension.push(
        wideGroup(
          model.areas,
          writeElement('x14:cfRule', { type: 'dataBar', id: guid }, writeExtensionDataBar(model.rule, tools)),
        ),
      );
    }
  });
  return {
    main: main.join(''),
    extension: extension.length > 0 ? writeElement('x14:conditionalFormattings', {}, extension) : '',
  };
}
