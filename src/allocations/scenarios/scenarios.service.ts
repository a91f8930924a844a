import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { termById } from '../../calendar/academic-years.js';
import { Author } from '../../platform/author.js';
import { Clock } from '../../platform/clock.js';
import { type ScenarioOutcome } from '../../solver/scenario/scenario.js';
import { Studies } from '../studies/studies.service.js';
import { type NewestStudies, type StudyMoment } from '../studies/stored-study.js';
import { yearOn } from '../year/freeze-year.js';
import { changeInWords } from './change-words.js';
import { freezeScenario, termsAhead } from './freeze-scenario.js';
import { loadKnown } from './resolve-changes.js';
import { type ScenarioFacts, scenarioStudy } from './scenario-study.js';
import {
  changeScenario,
  createScenario,
  removeScenario,
  restoreScenario,
  scenarioById,
  type ScenarioDraft,
  scenarios,
  type StoredScenario,
} from './stored-scenarios.js';

/** A scenario, what it says in words, and what was computed of it. */
export interface KnownScenario
  extends StoredScenario, NewestStudies<ScenarioFacts, ScenarioOutcome> {
  changeWords: string[];
  /** "Spring 2027", or "What is left of 2026/27". */
  scope: string;
  /** False: as at an earlier day, or as known earlier. */
  isNow: boolean;
}

/** What a scenario can be built of. */
export interface ScenarioChoices {
  academicYear: string;
  terms: { id: string; name: string }[];
  people: { code: string; name: string }[];
  schools: { urn: string; name: string; town: string | null }[];
  regions: string[];
  phases: { code: string; name: string }[];
  needs: { code: string; name: string }[];
}

/** Saved scenarios, and having them computed. */
@Injectable()
export class Scenarios {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly author: Author,
    private readonly studies: Studies,
  ) {}

  /** @param moment left out: now */
  async all(moment = this.now()): Promise<KnownScenario[]> {
    const stored = await scenarios(moment.manager);
    const known: KnownScenario[] = [];
    for (const each of stored) known.push(await this.known(each, moment));
    return known;
  }

  /**
   * @param moment left out: now
   * @throws Refusal when there is no such scenario
   */
  async one(id: string, moment = this.now()): Promise<KnownScenario> {
    return this.known(await scenarioById(moment.manager, id), moment);
  }

  /**
   * Saves a scenario and has it computed at once.
   *
   * @returns its id
   * @throws Refusal as `freezeScenario`; when the name is taken
   */
  async create(draft: Omit<ScenarioDraft, 'academicYear'>): Promise<string> {
    const whole = await this.placed(draft);
    const id = await this.writing((manager, author) => createScenario(manager, whole, author));
    await this.compute(id);
    return id;
  }

  /** @throws Refusal as `create`; when it was changed since */
  async change(
    id: string,
    version: number,
    draft: Omit<ScenarioDraft, 'academicYear'>,
  ): Promise<void> {
    await scenarioById(this.dataSource.manager, id);
    const whole = await this.placed(draft);
    await this.writing((manager, author) => changeScenario(manager, id, version, whole, author));
    await this.compute(id);
  }

  /**
   * Freezes the facts and has the scenario computed. Where the same was computed already, or is just now, that stands.
   *
   * @returns whether a computation has begun
   * @throws Refusal when there is no such scenario; as `freezeScenario`
   */
  async compute(id: string): Promise<boolean> {
    const scenario = await scenarioById(this.dataSource.manager, id);
    return this.studies.request(scenarioStudy, id, (manager) =>
      freezeScenario(manager, scenario, this.clock.today()),
    );
  }

  /** @throws Refusal when there is no such scenario, or it was changed since */
  remove(id: string, version: number): Promise<void> {
    return this.writing((manager, author) => removeScenario(manager, id, version, author));
  }

  /** @throws Refusal when there was none, or its name is taken by now */
  restore(id: string): Promise<void> {
    return this.writing((manager, author) => restoreScenario(manager, id, author));
  }

  /** People and schools by name, and what a scenario can be of. @throws Refusal when there is no academic year */
  async choices(): Promise<ScenarioChoices> {
    const { manager } = this.dataSource;
    const today = this.clock.today();
    const academicYear = await yearOn(manager, today);
    const terms = await termsAhead(manager, today);
    return {
      academicYear,
      terms: terms
        .filter((term) => term.academicYear === academicYear)
        .map(({ id, name }) => ({ id, name })),
      people: await manager.query(
        'SELECT code, name FROM lead_reviewer WHERE removed_at IS NULL ORDER BY name, code',
      ),
      schools: await manager.query(
        `SELECT urn, name, town FROM school s WHERE removed_at IS NULL
           AND EXISTS (SELECT FROM membership m WHERE m.urn = s.urn AND m.superseded_at IS NULL AND NOT m.valid << daterange($1, NULL))
         ORDER BY name, urn`,
        [today],
      ),
      regions: (
        await manager.query<{ name: string }[]>('SELECT name FROM region ORDER BY name')
      ).map(({ name }) => name),
      phases: await manager.query('SELECT code, name FROM phase ORDER BY name'),
      needs: await manager.query('SELECT code, name FROM need ORDER BY name'),
    };
  }

  /** With the year that it is of, once it is known that it fits. */
  private async placed(draft: Omit<ScenarioDraft, 'academicYear'>): Promise<ScenarioDraft> {
    const today = this.clock.today();
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const academicYear =
        draft.term === null
          ? await yearOn(manager, today)
          : (await termById(manager, draft.term)).academicYear;
      const whole = { ...draft, academicYear };
      await freezeScenario(manager, whole, today);
      return whole;
    });
  }

  private now(): StudyMoment {
    return { manager: this.dataSource.manager, asAt: this.clock.today(), isNow: true };
  }

  private async known(stored: StoredScenario, moment: StudyMoment): Promise<KnownScenario> {
    const { manager, isNow } = moment;
    const names = await loadKnown(manager, stored.changes);
    const [term] = await manager.query<{ name: string }[]>('SELECT name FROM term WHERE id = $1', [
      stored.term,
    ]);
    return {
      ...stored,
      ...(await this.studies.newest(scenarioStudy, stored.id, moment)),
      changeWords: stored.changes.map((change) => changeInWords(change, names)),
      scope: term?.name ?? `What is left of ${stored.academicYear}`,
      isNow,
    };
  }

  private writing<T>(work: (manager: EntityManager, author: string) => Promise<T>): Promise<T> {
    return this.dataSource.transaction((manager) => work(manager, this.author.name));
  }
}
