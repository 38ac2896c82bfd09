import type { PaperSettings } from '../../paper/paper-settings';
import type { OptionPlan } from '../verb';

/** Options of the verbs that make a paper. */
export const PAPER_OPTIONS = {
  superior: { type: 'string', help: 'cli.option.superior', value: 'NAME' },
  'national-title': { type: 'boolean', help: 'cli.option.national-title' },
  'font-size': { type: 'string', help: 'cli.option.font-size', value: 'SIZE', choices: ['13', '14'] },
} as const satisfies Record<string, OptionPlan>;

type Given = { superior?: string; 'national-title'?: boolean; 'font-size'?: string };

/** Only what was said: the rest is as the workbook keeps it. */
export const paperSettings = (given: Given): Partial<PaperSettings> => ({
  ...(given.superior !== undefined && { superior: given.superior }),
  ...(given['national-title'] !== undefined && { nationalTitle: given['national-title'] }),
  ...(given['font-size'] !== undefined && { fontSize: Number(given['font-size']) }),
});
