import { describe, expect, it } from '@jest/globals';
import { hasImpossibleSamples } from '../../../src/readers/pdf/has-impossible-samples';
import { createStream, joinObjects } from '../../support/documents/create-hostile-pdf';

const check = (dictionary: string, ...objects: string[]): boolean =>
  hasImpossibleSamples(joinObjects([createStream(dictionary, 'x'), ...objects]));

describe('hasImpossibleSamples', () => {
  it.each([
    '/Subtype /Image /BitsPerComponent 1048577',
    '/FunctionType 0 /BitsPerSample 33',
    '/ShadingType 4 /BitsPerCoordinate 99999999999',
    '/ShadingType 4 /BitsPerFlag\n64',
    '/FunctionType 0 /Size [1073741824]',
    '/FunctionType 0 /Size[ 9999 9999 9999 ]',
  ])('returns true for more bits or samples than any has: %s', (dictionary) => {
    expect(check(dictionary)).toBe(true);
  });

  it.each([
    '/BitsPerComponent 8',
    '/BitsPerComponent 16',
    '/BitsPerCoordinate 32',
    '/BitsPerPixel 4000',
    '/Size [33 33 33 33]',
    '/Size 99999999',
    '',
  ])('returns false for what a file may have: %s', (dictionary) => {
    expect(check(dictionary)).toBe(false);
  });

  it('looks up a number that is an object of its own', () => {
    expect(check('/BitsPerComponent 2 0 R', '1048577')).toBe(true);
    expect(check('/BitsPerComponent 2 0 R', '8')).toBe(false);
    expect(check('/BitsPerComponent 77 0 R')).toBe(false);
  });

  it('looks into the drawing, where a picture may stand inline', () => {
    expect(hasImpossibleSamples(joinObjects([createStream('', 'BI /W 99 /H 99 /BPC 1048577 ID x EI')]))).toBe(
      true,
    );
  });
});
