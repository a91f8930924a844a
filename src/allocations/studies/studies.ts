import { forecastStudy } from '../forecast/forecast-study.js';
import { recruitingStudy } from '../recruiting/recruiting-study.js';
import { scenarioStudy } from '../scenarios/scenario-study.js';
import { type Study, type StudyFacts, type StudyKind } from './study-kind.js';

/** What each kind of study does. A worker gives it what was kept for that kind. */
export const studies: Readonly<Record<StudyKind, Study<StudyFacts, unknown>>> = {
  FORECAST: forecastStudy,
  RECRUITING: recruitingStudy,
  WHAT_IF: scenarioStudy,
};
