import { afterEach, expect, it, jest } from '@jest/globals';
import { ignoreStrayRejections } from '../../src/cli/ignore-stray-rejections';

afterEach(() => void jest.restoreAllMocks());

it('lets only the rejections pass that pdf.js forgets', () => {
  const listen = jest.spyOn(process, 'on').mockReturnValue(process);
  ignoreStrayRejections();
  const [event, listener] = listen.mock.calls[0] as unknown as [string, (reason: unknown) => void];
  expect(event).toBe('unhandledRejection');
  for (const name of ['XRefEntryException', 'ParserEOFException'])
    expect(() => listener({ name, message: 'of a damaged file' })).not.toThrow();
  expect(() => listener(new TypeError('ours'))).toThrow('ours');
  expect(() => listener('text')).toThrow();
});
