import { type Forecast } from '../../solver/forecast/forecast.js';
import { type SeatRow } from '../../solver/problem.js';
import { type StoredStudy } from '../studies/stored-study.js';
import { type Study } from '../studies/study-kind.js';
import { type YearFacts } from '../year/year-input.js';

/** What is kept of a forecast: everything but the seats' points. */
export interface ForecastResult extends Omit<Forecast, 'plan'> {
  /** The reviews that have a lead in the plan of all. */
  seats: Pick<SeatRow, 'review' | 'lead' | 'week' | 'window'>[];
  /** Reviews of the problem that have none. */
  uncovered: number;
}

export type StoredForecast = StoredStudy<YearFacts, ForecastResult>;

/** What a year can still come to for all together and for each person alone. Its subject is the year. */
export const forecastStudy: Study<YearFacts, ForecastResult> = {
  kind: 'FORECAST',
  name: 'forecast',
  perform: (solver, problem, facts, options) => solver.forecast(problem, facts, options),
};
