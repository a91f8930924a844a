import { describe, expect, it } from '@jest/globals';
import { planNames } from './plan-names.js';

const person = (name: string): { name: string; synthetic: boolean; availability: [] } => ({
  name,
  synthetic: false,
  availability: [],
});
const school = { needsInvented: false };
const names = planNames({
  people: { 'LR-1': person('Ada Skylark'), 'LR-10': person('Ben Linnet'), 12: person('Di Heron') },
  schools: {
    '100001': { name: 'Vale School', town: 'Leeds', ...school },
    '100002': { name: 'Leeds City School', town: 'Leeds', ...school },
    '100003': { name: 'Moor School', town: null, ...school },
  },
  reviews: { 'QAR-1': '100001', 'QAR-2': '100002', 'QAR-3': '100003', 'QAR-4': '999999' },
});

describe('the names of a plan', () => {
  it('tell schools of one name apart by their town, unless the name or nobody says it', () => {
    expect(names.school('QAR-1')).toBe('Vale School, Leeds');
    expect(names.school('QAR-2')).toBe('Leeds City School');
    expect(names.school('QAR-3')).toBe('Moor School');
    expect(names.school('QAR-4')).toBe('the school of QAR-4');
  });

  it('stand in sentences instead of references, and only of whole ones', () => {
    expect(names.inWords('LR-1 gave up QAR-1; LR-10 and LR-100 did not.')).toBe(
      'Ada Skylark gave up Vale School, Leeds; Ben Linnet and LR-100 did not.',
    );
    expect(names.inWords('LR-1: may review 100001 although')).toBe(
      'Ada Skylark: may review Vale School, Leeds although',
    );
  });

  it('stand for "the school of" a review as well', () => {
    expect(names.inWords('The school of QAR-1 does not accept it; the school of QAR-4 does.')).toBe(
      'Vale School, Leeds does not accept it; the school of QAR-4 does.',
    );
    expect(names.inWords('The school of LR-1 was the school of thought.')).toBe(
      'The school of Ada Skylark was the school of thought.',
    );
    expect(names.inWords('LR-1 has a conflict with the school of QAR-1: a tie.')).toBe(
      'Ada Skylark has a conflict with Vale School, Leeds: a tie.',
    );
  });

  it('stand beside phases that are called as people call them', () => {
    expect(names.inWords('LR-1 does not review the phase of QAR-1 (ALTERNATIVE_PROVISION).')).toBe(
      'Ada Skylark does not review the phase of Vale School, Leeds (alternative provision).',
    );
  });

  it('stand beside what somebody who has not answered is told to be', () => {
    const absent = (lead: string): string => `${lead} is not available on Monday 11 January 2027.`;
    const leftOut = [
      { lead: 'LR-1', reason: 'No answer to the availability round' },
      { lead: 'LR-2', reason: 'No DBS check' },
    ];
    const silent = planNames({ people: { 'LR-1': person('Ada Skylark') }, leftOut });
    expect(silent.inWords(`${absent('LR-1')} ${absent('LR-2')}`)).toBe(
      'Ada Skylark has not answered yet for Monday 11 January 2027. LR-2 is not available on Monday 11 January 2027.',
    );
    expect(names.inWords(absent('LR-1'))).toContain('Ada Skylark is not available');
  });

  it('leave numbers of days alone, although somebody may have one for a reference', () => {
    expect(names.person('12')).toBe('Di Heron');
    expect(names.inWords('Gave it up on 12 January 2027')).toBe('Gave it up on 12 January 2027');
  });
});
