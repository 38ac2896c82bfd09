import { addAnnex, combineAnnexes, listAnnexes } from '../../../src/consolidation/match/master-annex';
import { REISSUED_REFORM, YEAR_OF_DOCUMENTS } from '../../support/builders/create-year-of-documents';

const { reform, digital, thrift } = YEAR_OF_DOCUMENTS;

describe('addAnnex', () => {
  it('adds an annex of another document', () => {
    expect(addAnnex([reform], digital)).toEqual([reform, digital]);
  });

  it('puts it in the place of the same document, and of the one that it amends', () => {
    const again = { ...digital, tasks: digital.tasks.slice(1) };
    expect(addAnnex([reform, digital], again)).toEqual([reform, again]);
    expect(addAnnex([reform, digital], REISSUED_REFORM)).toEqual([REISSUED_REFORM, digital]);
  });

  it('does not take a number of another agency for the same document', () => {
    expect(
      addAnnex([{ ...reform, edition: { ...reform.edition, number: thrift.edition.number } }], thrift),
    ).toHaveLength(2);
  });
});

describe('listAnnexes', () => {
  it('gives back the annexes that were combined, with their own numbers', () => {
    const master = combineAnnexes([reform, digital], null);
    expect(listAnnexes(master).map(({ tasks }) => tasks.map(({ id }) => id))).toEqual(
      [reform, digital].map(({ tasks }) => tasks.map(({ id }) => id)),
    );
    expect(listAnnexes(null)).toEqual([]);
  });
});
