import { enMessages } from './en';
import { enProblems } from './en-problems';
import { addLanguage } from './locale';

addLanguage('en', { messages: enMessages, problems: enProblems });
