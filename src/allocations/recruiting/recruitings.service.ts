import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { termById, termsOf, yearById } from '../../calendar/academic-years.js';
import { Clock } from '../../platform/clock.js';
import { Studies } from '../studies/studies.service.js';
import { type NewestStudies, type StudyMoment } from '../studies/stored-study.js';
import { yearOn } from '../year/freeze-year.js';
import { freezeRecruiting } from './freeze-recruiting.js';
import {
  type RecruitingFacts,
  type RecruitingResult,
  type RecruitingScope,
  recruitingStudy,
} from './recruiting-study.js';

/** What is known of the supply and demand of a term, or of what is left of a year. */
export interface ScopeRecruiting extends NewestStudies<RecruitingFacts, RecruitingResult> {
  scope: RecruitingScope;
  /** What else could be looked at: the terms of the year that are not over, and all that is left of it. */
  scopes: RecruitingScope[];
  /** False: as at an earlier day, or as known earlier. */
  isNow: boolean;
}

/** Asking where leads are short and what one more would add, and what was found. */
@Injectable()
export class Recruitings {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly studies: Studies,
  ) {}

  /**
   * @param asked a term or a year; left out: the first term of the year that is not over, else the year
   * @param moment left out: now
   * @throws Refusal when there is no such term or year, or no year at all
   */
  async of(asked: string | undefined, moment = this.now()): Promise<ScopeRecruiting> {
    const { scope, scopes } = await scopesOf(asked, moment);
    const newest = await this.studies.newest(recruitingStudy, scope.id, moment);
    return { scope, scopes, isNow: moment.isNow, ...newest };
  }

  /**
   * Freezes the scope and has it solved. Where the same facts were looked at already, or are just now, that study stands.
   *
   * @returns whether one has begun, or was sent to a worker again
   * @throws Refusal as `of` and `freezeRecruiting`
   */
  async compute(asked: string | undefined): Promise<boolean> {
    const { scope } = await scopesOf(asked, this.now());
    return this.studies.request(recruitingStudy, scope.id, (manager) =>
      freezeRecruiting(manager, scope, this.clock.today()),
    );
  }

  private now(): StudyMoment {
    return { manager: this.dataSource.manager, asAt: this.clock.today(), isNow: true };
  }
}

async function scopesOf(
  asked: string | undefined,
  { manager, asAt }: StudyMoment,
): Promise<Pick<ScopeRecruiting, 'scope' | 'scopes'>> {
  const term = asked?.includes('/') === false ? await termById(manager, asked) : undefined;
  const year = term?.academicYear ?? asked ?? (await yearOn(manager, asAt));
  await yearById(manager, year);
  const ahead = (await termsOf(manager, year)).filter(({ endsOn }) => endsOn > asAt);
  const ofYear: RecruitingScope = { kind: 'YEAR', id: year, name: `the rest of ${year}` };
  const ofTerm = ({ id, name }: { id: string; name: string }): RecruitingScope => ({
    kind: 'TERM',
    id,
    name,
  });
  const scopes = [...ahead.map(ofTerm), ofYear];
  const scope =
    term === undefined ? (asked === undefined ? (scopes[0] ?? ofYear) : ofYear) : ofTerm(term);
  const isListed = scopes.some(({ id }) => id === scope.id);
  return { scope, scopes: isListed ? scopes : [scope, ...scopes] };
}
