import { describe, expect, it } from '@jest/globals';
import type { Scenario, ScenarioChoices } from '../../api/what-if';
import { draftOf, emptyChange, inputOf, newDraft, usualName } from './scenario-draft';

const choices: ScenarioChoices = {
  academicYear: '2026/27',
  terms: [{ id: 'spring-2027', name: 'Spring 2027' }],
  people: [{ code: 'LR-001', name: 'Ada Example' }],
  schools: [{ urn: '100091', name: 'Vale School', town: null }],
  regions: ['London'],
  phases: [{ code: 'SPECIAL', name: 'Special' }],
  needs: [],
};

const changes: Scenario['changes'] = [
  { kind: 'LEAVES', person: 'LR-001', from: '2027-03-01' },
  {
    ...{ kind: 'JOINS', count: 2, postcode: 'DL1', phases: ['SPECIAL'], needs: ['SEMH'] },
    ...{ servingLeader: true, from: null },
  },
  { kind: 'SCHOOL_MOVES', school: '100091', postcode: 'TR1' },
  { kind: 'REVIEW_ADDED', school: '100091' },
  { kind: 'REVIEW_DROPPED', school: '100091' },
  {
    ...{ kind: 'LIMITS', person: 'LR-001', term: 2 },
    ...{ restReviews: null, restWeeks: null, maxMiles: 0 },
  },
  { kind: 'REGION', person: 'LR-001', region: 'London', grade: 'NO' },
];

describe('the form of a scenario', () => {
  it('sends what was saved, when nothing is changed in it', () => {
    const saved = { name: 'All', term: null, keepsPlan: true, changes } as Scenario;
    expect(inputOf(draftOf(saved), choices)).toEqual({
      input: { name: 'All', term: null, keepsPlan: true, changes },
    });
  });

  it('begins with the person that a link names, and with nobody where they are not there', () => {
    const about = (code: string) => newDraft('LEAVES', choices, code).changes[0]?.person;
    expect([about('LR-001'), about('LR-999')]).toEqual(['LR-001', null]);
  });

  it('begins with one change of the first term, and says what is missing beside each field', () => {
    const draft = newDraft('LEAVES', choices);
    expect(draft.term).toBe('spring-2027');
    const sent = inputOf(
      { ...draft, changes: [...draft.changes, emptyChange('JOINS', 1)] },
      choices,
    );
    expect('faults' in sent && sent.faults.map(({ pointer }) => pointer)).toEqual([
      '#/changes/0/person',
      '#/changes/0/from',
      '#/changes/1/postcode',
      '#/changes/1/phases',
    ]);
  });

  it('names a scenario after its first change', () => {
    const draft = draftOf({
      name: '',
      term: null,
      keepsPlan: false,
      changes,
    } as unknown as Scenario);
    expect(usualName(draft, choices)).toBe('Ada Example leaves, and 6 more');
    const long = { ...choices, people: [{ code: 'LR-001', name: 'A'.repeat(200) }] };
    expect(usualName(draft, long)).toHaveLength(80);
  });
});
