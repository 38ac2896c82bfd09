import { EN_MESSAGES } from './en/messages';
import { EN_PROBLEMS } from './en/problems';
import { registerLanguage } from './locale';

registerLanguage('en', { messages: EN_MESSAGES, problems: EN_PROBLEMS });
