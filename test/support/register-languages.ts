// Tests speak both languages, as the command line does; a page loads English only where it is wanted.
import '../../src/i18n/register-english';
